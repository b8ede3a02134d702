"""A password reset as it happens, step by step; each module is one step of the way."""

from emulator.actions.reset.captcha import captcha_answer

__all__ = ["captcha_answer"]
