"""The ways to prove at a reset who one is, and the methods of the policy behind them."""

from __future__ import annotations

from enum import StrEnum

from sspr.policy.model import Method


class Proof(StrEnum):
    """A row of the verification step; the value is its English label (C11)."""

    EMAIL = "Email my alternate email"
    TEXT = "Text my mobile phone"
    CALL = "Call my mobile phone"
    OFFICE_CALL = "Call my office phone"
    QUESTIONS = "Answer my security questions"
    APP_CODE = "Enter a code from my authenticator app"
    APP_NOTIFICATION = "Approve a notification on my authenticator app"

    @property
    def method(self) -> Method:
        """The method of the policy; text and call are one, *Mobile phone* (C13)."""
        return METHOD_OF[self]


METHOD_OF: dict[Proof, Method] = {
    Proof.EMAIL: Method.EMAIL,
    Proof.TEXT: Method.MOBILE_PHONE,
    Proof.CALL: Method.MOBILE_PHONE,
    Proof.OFFICE_CALL: Method.OFFICE_PHONE,
    Proof.QUESTIONS: Method.SECURITY_QUESTIONS,
    Proof.APP_CODE: Method.APP_CODE,
    Proof.APP_NOTIFICATION: Method.APP_NOTIFICATION,
}
BY_NUMBER = frozenset({Proof.TEXT, Proof.CALL, Proof.OFFICE_CALL})
"""The proofs for which the whole telephone number has to be typed (C12)."""
