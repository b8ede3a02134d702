"""What came of an attempt to reset a password."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from pages.proof import Proof


class Ending(StrEnum):
    """How an attempt can end."""

    RESET = "the password was reset"
    UNLOCKED = "the account was unlocked"
    BLOCKED = "the user was turned away"
    UNKNOWN_ACCOUNT = "the account name was not accepted"
    REFUSED_PROOF = "the verification was refused"
    REFUSED_PASSWORD = "the new password was refused"  # noqa: S105 - a sentence
    EXPIRED = "the reset took too long"
    THROWN_BACK = "the portal began anew after all steps"
    ASTRAY = "the sign-in page led to no reset"
    NO_COOKIES = "the browser was found to keep no cookies"
    ADMITTED = "the user was asked to verify"


@dataclass(frozen=True, slots=True)
class ResetStory:
    """
    One attempt, as it was met.

    Attributes:
        began: The tenant's time before the first page.
        ended: The tenant's time after the last page.
        ending: How it ended.
        captcha: Whether a captcha was asked.
        asked_why: Whether the user was asked why signing in is trouble.
        offered: For each verification step, the proofs that could be chosen.
        named: The proofs that could be chosen, each with what the page calls it.
        shown: What each verification step showed, before and after a proof was chosen.
        passed: The proofs that were accepted, in order.
        refused_proofs: How many proofs were refused.
        refused_passwords: How many new passwords were refused.
        strength_shown: Whether a strength indicator stood by the new password.
        password_page: What the page that asks for the new password showed, each time.
        code: The code of the page that turned the user away, such as ``SSPR_0013``.
        offers_contact: Whether that page lets the user turn to the administrator.
        contact_link: Where that leads, or an empty string.
        support_code: Whether that page carries a support code.
        return_link: Where the page that says so leads on to, or an empty string.
        organization: Whose logo the last page showed, in words, or an empty string.
        message: What the page says about the ending, or an empty string.
    """

    began: dt.datetime
    ended: dt.datetime | None = None
    ending: Ending = Ending.ADMITTED
    captcha: bool = False
    asked_why: bool = False
    offered: tuple[tuple[Proof, ...], ...] = ()
    named: tuple[tuple[Proof, str], ...] = ()
    shown: tuple[str, ...] = ()
    passed: tuple[Proof, ...] = ()
    refused_proofs: int = 0
    refused_passwords: int = 0
    strength_shown: bool = False
    password_page: str = ""
    code: str = ""
    offers_contact: bool = False
    contact_link: str = ""
    support_code: bool = False
    return_link: str = ""
    organization: str = ""
    message: str = ""

    @property
    def first_offer(self) -> tuple[Proof, ...]:
        """What the first verification step offers; nothing where the user came to none."""
        return self.offered[0] if self.offered else ()

    def __str__(self) -> str:
        """The ending in one sentence."""
        code = f" with {self.code}" if self.code else ""
        steps = f", after {', '.join(self.passed)}" if self.passed else ""
        says = f" The page says: {self.message}" if self.message else ""
        return f"{self.ending[0].upper()}{self.ending[1:]}{code}{steps}.{says}"
