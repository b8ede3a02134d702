"""What a person can register, and what of it counts (B3 to B8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sspr.policy import Method

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable


class Kind(StrEnum):
    """What a person can register; the values are those of ``RegisteredMethod.kind``."""

    AUTHENTICATOR = "authenticator"
    OATH = "softwareOath"
    PHONE = "mobilePhone"
    OFFICE_PHONE = "officePhone"
    ALTERNATE_PHONE = "alternateMobilePhone"
    EMAIL = "email"
    QUESTIONS = "securityQuestions"


# From the most to the least secure, as the wizard offers them (B35, B36).
ORDER = (Kind.AUTHENTICATOR, Kind.PHONE, Kind.OFFICE_PHONE, Kind.EMAIL, Kind.QUESTIONS)

SERVES: dict[Method, frozenset[Kind]] = {
    Method.APP_NOTIFICATION: frozenset({Kind.AUTHENTICATOR}),
    Method.APP_CODE: frozenset({Kind.AUTHENTICATOR, Kind.OATH}),
    Method.MOBILE_PHONE: frozenset({Kind.PHONE}),
    Method.OFFICE_PHONE: frozenset({Kind.OFFICE_PHONE}),
    Method.EMAIL: frozenset({Kind.EMAIL}),
    Method.SECURITY_QUESTIONS: frozenset({Kind.QUESTIONS}),
}

APPS = (Kind.AUTHENTICATOR, Kind.OATH)
MFA_CAPABLE = frozenset(
    {Kind.AUTHENTICATOR, Kind.OATH, Kind.PHONE, Kind.ALTERNATE_PHONE, Kind.OFFICE_PHONE}
)  # all but those of B4


@dataclass(frozen=True, slots=True)
class Duty:
    """
    What the policy asks of one person.

    Attributes:
        enabled: Whether this person may reset the password by themselves.
        permitted: The methods that may serve this person for a reset.
        required: How many of them a reset takes.
        asked: Whether sign-in asks for registration (B18).
        reconfirm_after_days: When it asks again; 0 is never (B27).
        barred: An administrator in scope whose registration is switched off (B24).
        voice: Whether calls can be made to this person.
        texts: Whether texts can be sent to this person.
        mfa: Whether a second factor must be registered, as security defaults want.
        mfa_grace_over: Whether it cannot be put off any more (pages.md 1.5).
        at_first: The methods that the policy allowed before it was changed, which is no matter.
        multifactor: What the older policy for multifactor sign-in lets everyone add (B16).
    """

    enabled: bool
    permitted: frozenset[Method]
    required: int
    asked: bool
    reconfirm_after_days: int
    barred: bool = False
    voice: bool = True
    texts: bool = True
    mfa: bool = False
    mfa_grace_over: bool = False
    multifactor: frozenset[Kind] = frozenset()
    at_first: frozenset[Method] = frozenset()


@dataclass(frozen=True, slots=True)
class Record:
    """
    What a person has registered.

    Attributes:
        kinds: The kind of each registered method.
        confirmed_at: When the person registered all that was asked, or confirmed it, last.
        confirmed_gates: How many methods there were then.
    """

    kinds: tuple[str, ...] = ()
    confirmed_at: dt.datetime | None = None
    confirmed_gates: int = 0


def kinds_of(methods: Iterable[Method]) -> frozenset[Kind]:
    """What can be registered so that one of ``methods`` can serve."""
    return frozenset(kind for method in methods for kind in SERVES[method])


def gates(registered: Iterable[str], permitted: Iterable[Method]) -> int:
    """
    How many of the registered methods count for a reset.

    An authenticator app counts once, however many are registered and whether it takes pushes,
    codes or both: Microsoft does not say, and one telephone in one hand is one proof.
    """
    kinds = kinds_of(permitted)
    return len({gate(kind) for kind in registered if kind in kinds})


def gate(kind: str) -> str:
    """The method that ``kind`` counts as."""
    return Kind.AUTHENTICATOR if kind == Kind.OATH else kind


def is_registered(registered: Collection[str], duty: Duty) -> bool:
    """Whether this person has registered as many methods as a reset takes (B8)."""
    return gates(registered, duty.permitted) >= duty.required


def lacks_factor(registered: Collection[str], duty: Duty) -> bool:
    """Whether a second factor must still be registered (B34)."""
    return duty.mfa and not MFA_CAPABLE & set(registered)
