"""How often someone may try before the portal blocks them for a day (C20 to C24)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    if "throttle-never-blocks" in bent:
        return None
    known = sorted(attempts, key=lambda a: a.at)
    ends = [a.at + _length(bent) for a in known if _blocks(a, known, bent)]
    return max((end for end in ends if end > now), default=None)


def _blocks(attempt: Attempt, known: list[Attempt], bent: Bent) -> bool:
    if attempt.counted is Counted.EMAIL and "mail-throttle-missing" in bent:
        return False
    limit = LIMITS[attempt.counted]
    since = attempt.at - limit.within
    alike = [
        a
        for a in known
        if (a.counted, a.subject) == (attempt.counted, attempt.subject) and since < a.at
        if a.at <= attempt.at
    ]
    return len(alike) >= limit.blocking_attempt


def _length(bent: Bent) -> dt.timedelta:
    if "throttle-lasts-two-days" in bent:
        return 2 * BLOCK
    return dt.timedelta(hours=1) if "throttle-ends-early" in bent else BLOCK


def counted_together(counted: Counted, visit: str, bent: Bent) -> str:
    """
    What failures and mails are counted apart by: by nothing.

    ``visit`` is the id of the visit that the attempt belongs to.
    """
    failures = counted is Counted.FAILURE and "failures-counted-per-visit" in bent
    mails = counted is Counted.EMAIL and "mails-counted-per-visit" in bent
    return visit if failures or mails else ""


def forgotten_after_reset(bent: Bent) -> bool:
    """Whether a successful reset sets the counters back (C23)."""
    return "throttle-not-cleared" not in bent
