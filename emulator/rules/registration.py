"""Who is asked to register, for what, and when again (B7 to B39)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.deviations import STRAIGHT, Bent
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


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

# How many of each one person may have (B38): two phones, and the one in the office.
LIMITS: dict[Kind, int] = {
    Kind.AUTHENTICATOR: 5,
    Kind.OATH: 5,
    Kind.PHONE: 1,
    Kind.ALTERNATE_PHONE: 1,
    Kind.OFFICE_PHONE: 1,
    Kind.EMAIL: 1,
    Kind.QUESTIONS: 1,
}

_APPS = (Kind.AUTHENTICATOR, Kind.OATH)
CHANGEABLE = frozenset({Kind.PHONE, Kind.ALTERNATE_PHONE, Kind.OFFICE_PHONE, Kind.EMAIL})  # B38
MFA_CAPABLE = frozenset(
    {Kind.AUTHENTICATOR, Kind.OATH, Kind.PHONE, Kind.ALTERNATE_PHONE, Kind.OFFICE_PHONE}
)  # all but those of B4


class Interrupt(StrEnum):
    """What stands between the password and the application."""

    NONE = "none"
    REGISTER = "register"
    REFRESH = "refresh"
    NOTHING_TO_REGISTER = "nothing to register"  # B24


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
    return len({_gate(kind) for kind in registered if kind in kinds})


def _gate(kind: str) -> str:
    return Kind.AUTHENTICATOR if kind == Kind.OATH else kind


def is_registered(registered: Collection[str], duty: Duty) -> bool:
    """Whether this person has registered as many methods as a reset takes (B8)."""
    return gates(registered, duty.permitted) >= duty.required


def reconfirm_due(
    confirmed_at: dt.datetime | None, now: dt.datetime, days: int, bent: Bent = STRAIGHT
) -> bool:
    """Whether the information was confirmed so long ago that it is asked for again (B27)."""
    if confirmed_at is None or (days == 0 and "reconfirm-despite-zero" not in bent):
        return False
    off = ("reconfirm-a-day-late" in bent) - ("reconfirm-a-day-early" in bent)
    return now >= confirmed_at + dt.timedelta(days=days + off)


def interrupt(duty: Duty, record: Record, now: dt.datetime, bent: Bent = STRAIGHT) -> Interrupt:
    """What a sign-in is interrupted for (B18 to B24, B27, B34)."""
    if lacks_factor(record.kinds, duty):
        return Interrupt.REGISTER
    if not duty.asked or "interrupt-missing" in bent:
        return Interrupt.NONE
    if duty.barred:
        return Interrupt.NOTHING_TO_REGISTER
    if not duty.enabled and "interrupt-for-everyone" not in bent:
        return Interrupt.NONE
    if _is_asked(record, duty, bent):
        return Interrupt.REGISTER
    due = reconfirm_due(record.confirmed_at, now, duty.reconfirm_after_days, bent)
    return Interrupt.REFRESH if due else Interrupt.NONE


def lacks_factor(registered: Collection[str], duty: Duty) -> bool:
    """Whether a second factor must still be registered (B34)."""
    return duty.mfa and not MFA_CAPABLE & set(registered)


def skippable(registered: Collection[str], duty: Duty, bent: Bent = STRAIGHT) -> bool:
    """
    Whether the interrupt can be put off.

    Where only SSPR enforces it, for ever (B20); a second factor that security defaults want, for
    fourteen days.
    """
    if "interrupt-unskippable" in bent:
        return False
    return not (lacks_factor(registered, duty) and duty.mfa_grace_over)


def _is_asked(record: Record, duty: Duty, bent: Bent) -> bool:
    if "interrupt-despite-registered" in bent:
        return True
    return not is_registered(record.kinds, duty) and not _merely_deleted(record, duty, bent)


def _merely_deleted(record: Record, duty: Duty, bent: Bent) -> bool:
    """Who had enough and deleted some is left alone until the interval is over (B30)."""
    if "asked-after-deletion" in bent:
        return False
    return duty.required > 1 and bool(record.kinds) and record.confirmed_gates >= duty.required


def plan(
    registered: Collection[str], offered: Iterable[Kind], duty: Duty, bent: Bent = STRAIGHT
) -> tuple[Kind, ...]:
    """
    What the wizard asks for by default: only what is missing, the most secure first (B35 to B37).

    ``offered`` is what this person can register now. Where a second factor is wanted too, the
    first method is one that can be it (B35).
    """
    if "wizard-asks-for-all-again" in bent:
        registered = ()
    have = _covered(registered, duty)
    candidates = [kind for kind in ORDER if kind in set(offered) and kind not in have]
    wanted = duty.required - gates(registered, duty.permitted) if duty.enabled else 0
    if "wizard-asks-one-fewer" in bent and have <= set(_APPS):
        wanted = min(wanted, 1 - bool(have))
    if lacks_factor(registered, duty):
        candidates.sort(key=lambda kind: kind not in MFA_CAPABLE)
        wanted = max(1, wanted)
    return tuple(candidates[: max(0, wanted)])


def _covered(registered: Collection[str], duty: Duty) -> set[str]:
    """What need not be asked for: what is there, and what another app stands in for."""
    counting = kinds_of(duty.permitted)
    return set(registered) | {_gate(kind) for kind in registered if kind in counting}


def alternatives(
    registered: Collection[str],
    planned: Sequence[str],
    offered: Iterable[Kind],
    duty: Duty,
    bent: Bent = STRAIGHT,
) -> tuple[Kind, ...]:
    """
    What can be registered instead of the first of ``planned`` (B36, B37).

    Nothing that is planned or there already; instead of a second factor that is wanted, only
    another that can be it (B35).
    """
    if "other-method-not-offered" in bent:
        return ()
    taken = _covered(registered, duty) | set(planned)
    free = set(offered) - taken
    if lacks_factor(registered, duty):
        free &= MFA_CAPABLE
    return tuple(kind for kind in ORDER if kind in free)


def offered(duty: Duty, *, has_business_phone: bool, managing: bool) -> frozenset[Kind]:
    """
    What a person can register.

    An office phone is asked for at sign-in only where the directory has one, and can be added
    where the directory has one whatever the policy says (B16, B39). A second phone can be added
    only in manage mode, and only where voice calls may be used (B39). Who must have a second
    factor can register the app in any case.
    """
    kinds = set(kinds_of(duty.permitted)) if duty.enabled else set()
    if managing:
        kinds |= duty.multifactor
    if duty.mfa:
        kinds |= {Kind.AUTHENTICATOR, Kind.OATH}
    if not has_business_phone and not managing:
        kinds.discard(Kind.OFFICE_PHONE)
    if duty.enabled and duty.voice and managing:
        kinds |= {Kind.OFFICE_PHONE} if has_business_phone else set()
        kinds |= {Kind.ALTERNATE_PHONE} if Kind.PHONE in kinds else set()
    return frozenset(kinds)


def has_room(kind: Kind, registered: Iterable[str], bent: Bent = STRAIGHT) -> bool:
    """Whether one more of exactly this kind is within the limits (B38)."""
    more = kind in _APPS and "sixth-app-accepted" in bent
    return Counter(registered)[kind] < LIMITS[kind] + more


def addable(kinds: Iterable[Kind], registered: Iterable[str]) -> tuple[Kind, ...]:
    """What of ``kinds`` can still be added within the limits (B38), the most secure first."""
    have = Counter(registered)
    order = (*ORDER[:2], Kind.ALTERNATE_PHONE, *ORDER[2:])
    wanted = set(kinds)
    return tuple(kind for kind in order if kind in wanted and _has_room(kind, have))


def _has_room(kind: Kind, have: Counter[str]) -> bool:
    if kind is Kind.AUTHENTICATOR:  # its page leads to other apps too
        return any(have[app] < LIMITS[app] for app in _APPS)
    if kind is Kind.ALTERNATE_PHONE and not have[Kind.PHONE]:
        return False
    return have[kind] < LIMITS[kind]


def may_lose_access(*, inside: bool, known: bool, bent: Bent = STRAIGHT) -> bool:
    """
    Whether someone is told not to lose access: a member whom the directory knows (B40).

    Args:
        inside: Whether SSPR is enabled for a group and this person belongs to it.
        known: Whether the directory has contact data of this person.
        bent: The deviations that are switched on.
    """
    if "lose-access-title-missing" in bent:
        return False
    return known and (inside or "lose-access-title-for-all" in bent)
