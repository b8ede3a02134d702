"""The ways in which a run can end other than well."""

from __future__ import annotations


class UsageError(Exception):
    """
    Bad input or a bad environment: one line that says what, where and how to mend it.

    The command prints the line and ends with exit code 2.
    """


class Deviation(AssertionError):  # noqa: N818 - a verdict word, not an error of the harness
    """
    The tenant did something other than the declared policy promises.

    Attributes:
        expected: What the declared policy promises, in one sentence.
        observed: What was seen instead, in one sentence.
        setting: The policy key closest to it, such as ``notifications.users``, or an empty string.
    """

    def __init__(self, expected: str, observed: str, setting: str = "") -> None:
        self.expected = expected
        self.observed = observed
        self.setting = setting
        super().__init__(f"Expected: {expected} Observed: {observed}")


class Inconclusive(Exception):  # noqa: N818 - a verdict word, not an error of the harness
    """What is promised could not be verified; the text is the reason."""


class Undelivered(Inconclusive):
    """
    A code, a call or a notification never came to who was waiting for it.

    Attributes:
        expected: What should have come, in one sentence.
        observed: What came instead, in one sentence.
    """

    def __init__(self, expected: str, observed: str) -> None:
        self.expected = expected
        self.observed = observed
        super().__init__(f"It never came to that. Expected: {expected} Observed: {observed}")


class NotApplicable(Exception):  # noqa: N818 - a verdict word, not an error of the harness
    """The declared policy rules out what is promised; the text is the reason."""
