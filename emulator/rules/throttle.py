"""How often someone may try before the portal blocks them for a day (C20 to C24)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.options import Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from emulator.deviations import Bent

BLOCK = dt.timedelta(hours=24)
REMEMBERED = dt.timedelta(hours=48)  # a block of a day, led to by attempts of the day before


class Counted(StrEnum):
    """What is counted; the value is how it is kept."""

    FAILURE = "failure"
    VALIDATION = "validation"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Limit:
    """The attempt that blocks, and the time within which attempts count together."""

    blocking_attempt: int
    within: dt.timedelta


# The documents' numbers disagree (C24). Here the fifth failure blocks (C20), and five validations
# or ten mails are allowed and the next one blocks (C21, C22).
LIMITS = {
    Counted.FAILURE: Limit(5, dt.timedelta(hours=24)),
    Counted.VALIDATION: Limit(6, dt.timedelta(hours=1)),
    Counted.EMAIL: Limit(11, dt.timedelta(minutes=10)),
}


# By deviation: what is counted otherwise, and how.
_BENT_LIMITS = {
    "blocked-by-fourth-failure": (Counted.FAILURE, Limit(4, dt.timedelta(hours=24))),
    "failures-counted-for-an-hour": (Counted.FAILURE, Limit(5, dt.timedelta(hours=1))),
    "failures-counted-for-two-days": (Counted.FAILURE, Limit(5, REMEMBERED)),
    "mails-counted-for-four-minutes": (Counted.EMAIL, Limit(11, dt.timedelta(minutes=4))),
    "mails-blocked-too-soon": (Counted.EMAIL, Limit(8, dt.timedelta(minutes=10))),
    "mails-counted-for-an-hour": (Counted.EMAIL, Limit(11, dt.timedelta(hours=1))),
}
_NO_LIMIT = Limit(100, dt.timedelta(hours=1))
_FOR_A_DAY = Limit(6, dt.timedelta(hours=24))
# By deviation: validations by which option are counted otherwise, and how.
_BENT_VALIDATIONS = {
    "texts-without-limit": (Option.SMS, _NO_LIMIT),
    "texts-counted-for-ten-minutes": (Option.SMS, Limit(6, dt.timedelta(minutes=10))),
    "texts-counted-for-a-day": (Option.SMS, _FOR_A_DAY),
    "calls-without-limit": (Option.CALL, _NO_LIMIT),
    "calls-counted-for-a-day": (Option.CALL, _FOR_A_DAY),
    "office-calls-without-limit": (Option.OFFICE_CALL, _NO_LIMIT),
    "notifications-without-limit": (Option.PUSH, _NO_LIMIT),
    "notifications-counted-for-a-day": (Option.PUSH, _FOR_A_DAY),
    "app-codes-without-limit": (Option.CODE, _NO_LIMIT),
    "app-codes-counted-for-a-day": (Option.CODE, _FOR_A_DAY),
    "answers-without-limit": (Option.QUESTIONS, _NO_LIMIT),
    "answers-counted-for-a-day": (Option.QUESTIONS, _FOR_A_DAY),
}


# By deviation: attempts of which kind block for how long.
_BENT_LENGTHS = {
    "mail-block-ends-early": (Counted.EMAIL, dt.timedelta(hours=1)),
    "mail-block-lasts-two-days": (Counted.EMAIL, 2 * BLOCK),
    "text-block-ends-early": (Counted.VALIDATION, dt.timedelta(hours=1)),
    "text-block-lasts-two-days": (Counted.VALIDATION, 2 * BLOCK),
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One counted attempt; validations count apart for each ``subject``, a picker option."""

    counted: Counted
    at: dt.datetime
    subject: str = ""


def blocked_until(attempts: Iterable[Attempt], now: dt.datetime, bent: Bent) -> dt.datetime | None:
    """
    When the block ends that ``attempts`` have led to, or None where there is none at ``now``.

    It lasts a day from the attempt that blocked; the counters start anew when a reset succeeds
    (C23), which is the caller's to do by forgetting the attempts.
    """
    known = sorted(attempts, key=lambda a: a.at)
    ends = [a.at + _length(a.counted, bent) for a in known if _blocks(a, known, bent)]
    return max((end for end in ends if end > now), default=None)


def last_blocks(attempts: Sequence[Attempt], bent: Bent) -> bool:
    """Whether the last of ``attempts``, which stand in their order, is one too many."""
    return _blocks(attempts[-1], list(attempts), bent)


def _blocks(attempt: Attempt, known: list[Attempt], bent: Bent) -> bool:
    if attempt.counted is Counted.EMAIL and "mail-throttle-missing" in bent:
        return False
    if attempt.counted is Counted.FAILURE and "throttle-never-blocks" in bent:
        return False
    limit = _limit(attempt, bent)
    since = attempt.at - limit.within
    alike = [
        a
        for a in known
        if (a.counted, a.subject) == (attempt.counted, attempt.subject) and since < a.at
        if a.at <= attempt.at
    ]
    return len(alike) >= limit.blocking_attempt


def _limit(attempt: Attempt, bent: Bent) -> Limit:
    if attempt.counted is Counted.VALIDATION:
        found = (_BENT_VALIDATIONS[name] for name in _BENT_VALIDATIONS if name in bent)
        own = [limit for option, limit in found if option == attempt.subject]
    else:
        others = (_BENT_LIMITS[name] for name in _BENT_LIMITS if name in bent)
        own = [limit for counted, limit in others if counted is attempt.counted]
    return own[0] if own else LIMITS[attempt.counted]


def _length(counted: Counted, bent: Bent) -> dt.timedelta:
    own = (name for name, (kind, _) in _BENT_LENGTHS.items() if kind is counted and name in bent)
    if name := next(own, None):
        return _BENT_LENGTHS[name][1]
    if "throttle-lasts-an-hour-more" in bent:
        return BLOCK + dt.timedelta(hours=1)
    if "throttle-lasts-two-days" in bent:
        return 2 * BLOCK
    return dt.timedelta(hours=1) if "throttle-ends-early" in bent else BLOCK


def counted_together(counted: Counted, visit: str, option: str, bent: Bent) -> str:
    """
    What failures and mails are counted apart by: by nothing.

    ``visit`` is the id of the visit that the attempt belongs to, ``option`` the picker's.
    """
    if counted is Counted.FAILURE and "failures-counted-per-method" in bent:
        return option
    failures = counted is Counted.FAILURE and "failures-counted-per-visit" in bent
    mails = counted is Counted.EMAIL and "mails-counted-per-visit" in bent
    return visit if failures or mails else ""


def forgotten_after_reset(bent: Bent) -> frozenset[Counted]:
    """The counters that a successful reset sets back: all of them (C23)."""
    if "throttle-not-cleared" in bent:
        return frozenset()
    kept = {Counted.EMAIL} if "mails-not-cleared" in bent else set()
    kept |= {Counted.VALIDATION} if "texts-not-cleared" in bent else set()
    return frozenset(Counted) - kept
