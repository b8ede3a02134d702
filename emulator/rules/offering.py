"""What is asked for by default, what may stand for it, and what can be added (B16, B35 to B39)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.registration import (
    APPS,
    MFA_CAPABLE,
    ORDER,
    Kind,
    gate,
    gates,
    kinds_of,
    lacks_factor,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from emulator.rules.registration import Duty

_UNLOCKED = {
    "authenticators-changeable": Kind.AUTHENTICATOR,
    "questions-changeable": Kind.QUESTIONS,
}
_LOCKED = {
    "addresses-not-changeable": Kind.EMAIL,
    "numbers-not-changeable": Kind.PHONE,
    "office-numbers-not-changeable": Kind.OFFICE_PHONE,
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
CHANGEABLE = frozenset({Kind.PHONE, Kind.ALTERNATE_PHONE, Kind.OFFICE_PHONE, Kind.EMAIL})  # B38


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
    order = ORDER[::-1] if "least-secure-proposed-first" in bent else ORDER
    candidates = [kind for kind in order if kind in set(offered) and kind not in have]
    wanted = duty.required - gates(registered, duty.permitted) if duty.enabled else 0
    if "wizard-asks-one-fewer" in bent and have <= set(APPS):
        wanted = min(wanted, 1 - bool(have))
    if lacks_factor(registered, duty):
        candidates.sort(key=lambda kind: kind not in MFA_CAPABLE)
        wanted = max(1, wanted)
    return tuple(candidates[: max(0, wanted)])


def _covered(registered: Collection[str], duty: Duty) -> set[str]:
    """What need not be asked for: what is there, and what another app stands in for."""
    counting = kinds_of(duty.permitted)
    return set(registered) | {gate(kind) for kind in registered if kind in counting}


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
    second = (Kind.ALTERNATE_PHONE,) if "alternate-phone-in-wizard" in bent else ()
    taken = _covered(registered, duty) | set(planned)
    free = set(offered) - taken
    if lacks_factor(registered, duty):
        free &= MFA_CAPABLE
    return (*(kind for kind in ORDER if kind in free), *second)


def offered(
    duty: Duty, *, has_business_phone: bool, managing: bool, bent: Bent = STRAIGHT
) -> frozenset[Kind]:
    """
    What a person can register.

    An office phone is asked for at sign-in only where the directory has one, and can be added
    where the directory has one whatever the policy says (B16, B39). A second phone can be added
    only in manage mode, and only where voice calls may be used (B39). Who must have a second
    factor can register the app in any case.
    """
    kinds = set(kinds_of(duty.permitted)) if duty.enabled else set()
    if duty.enabled and "registration-follows-first-policy" in bent:
        kinds |= kinds_of(duty.at_first)
    if managing:
        kinds |= duty.multifactor
    if duty.mfa:
        kinds |= {Kind.AUTHENTICATOR, Kind.OATH}
    if not _asks_office(bent, has_business_phone=has_business_phone, managing=managing):
        kinds.discard(Kind.OFFICE_PHONE)
    if duty.enabled and managing:
        kinds |= {Kind.OFFICE_PHONE} if has_business_phone and duty.voice else set()
        kinds |= {Kind.ALTERNATE_PHONE} if _takes_alternate(duty, kinds, bent) else set()
    return frozenset(kinds)


def _asks_office(bent: Bent, *, has_business_phone: bool, managing: bool) -> bool:
    """B39."""
    if managing:
        return has_business_phone or "office-phone-only-from-directory" not in bent
    if has_business_phone:
        return "office-phone-missing-in-wizard" not in bent
    return "office-phone-always-in-wizard" in bent


def _takes_alternate(duty: Duty, kinds: Collection[Kind], bent: Bent) -> bool:
    """B39; the page calls it, so it takes calls."""
    if "alternate-phone-never-offered" in bent:
        return False
    calls = duty.voice or "alternate-phone-without-calls" in bent
    return calls and Kind.PHONE in kinds


def changeable(kind: str, bent: Bent = STRAIGHT) -> bool:
    """Whether the page offers to give a method another value: not apps and questions (B38)."""
    locked = bent.meets({name: kind == each for name, each in _LOCKED.items()})
    unlocked = bent.meets({name: kind == each for name, each in _UNLOCKED.items()})
    app = kind in APPS and "apps-changeable" in bent
    return app or unlocked or (kind in CHANGEABLE and not locked)


def has_room(kind: Kind, registered: Iterable[str], bent: Bent = STRAIGHT) -> bool:
    """Whether one more of exactly this kind is within the limits (B38)."""
    more = kind in APPS and "sixth-app-accepted" in bent
    more |= kind is Kind.AUTHENTICATOR and "sixth-authenticator-accepted" in bent
    return Counter(registered)[kind] < LIMITS[kind] + more


def addable(
    kinds: Iterable[Kind], registered: Iterable[str], bent: Bent = STRAIGHT
) -> tuple[Kind, ...]:
    """What of ``kinds`` can still be added within the limits (B38), the most secure first."""
    have = Counter(registered)
    order = (*ORDER[:2], Kind.ALTERNATE_PHONE, *ORDER[2:])
    wanted = set(kinds)
    return tuple(kind for kind in order if kind in wanted and _has_room(kind, have, bent))


def _has_room(kind: Kind, have: Counter[str], bent: Bent) -> bool:
    if kind is Kind.AUTHENTICATOR:  # its page leads to other apps too
        return any(have[app] < LIMITS[app] for app in APPS)
    if kind is Kind.ALTERNATE_PHONE and not have[Kind.PHONE]:
        return False
    third = kind is Kind.ALTERNATE_PHONE and "third-phone-offered" in bent
    return have[kind] < LIMITS[kind] + third
