"""Smart lockout: how wrong passwords lock an account, and for how long (E19 to E23)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.secrets_hash import hash_secret, matches

REMEMBERED = 3  # E20
LONGEST = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many wrong passwords the account locks, and how long the first time (E19)."""

    threshold: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Count:
    """What is remembered of an account's wrong passwords at one kind of place (E21)."""

    failures: int = 0
    bad_hashes: tuple[str, ...] = ()
    locked_before: int = 0
    locked_until: dt.datetime | None = None


def is_locked(count: Count, now: dt.datetime) -> bool:
    """Whether a right password would be refused now."""
    return count.locked_until is not None and now < count.locked_until


def after_wrong(
    count: Count, password: str, limits: Limits, now: dt.datetime, bent: Bent = STRAIGHT
) -> Count:
    """
    The count after one more wrong password.

    A password among the last three wrong ones does not count again (E20). Once the threshold is
    reached, each further one locks anew, for twice as long as before (E19; the rate is not
    published, so doubling up to a day is this emulator's choice).
    """
    if "lockout-counts-repeats" not in bent and any(
        matches(password, known) for known in count.bad_hashes
    ):
        return count
    remembered = 1 if "lockout-remembers-one" in bent else REMEMBERED
    remembered += "lockout-remembers-four" in bent
    hashes = (*count.bad_hashes, hash_secret(password))[-remembered:]
    if count.locked_until and "lockout-forgotten-when-over" in bent:
        count = Count()
    counted = replace(count, failures=count.failures + 1, bad_hashes=hashes)
    threshold = limits.threshold // 2 if "lockout-too-soon" in bent else limits.threshold
    if counted.failures < threshold or "lockout-missing" in bent:
        return counted
    until = now + _length(count.locked_before, limits, bent)
    return replace(counted, locked_before=count.locked_before + 1, locked_until=until)


def _length(locked_before: int, limits: Limits, bent: Bent) -> dt.timedelta:
    if "lockouts-equally-long" in bent:
        locked_before = 0
    if "lockout-too-short" in bent and not locked_before:
        return dt.timedelta(seconds=limits.seconds / 2)
    if "lockout-lasts-half-an-hour" in bent:
        return dt.timedelta(minutes=30)
    if "lockout-never-ends" in bent:
        return LONGEST
    return min(dt.timedelta(seconds=limits.seconds * 2 ** min(locked_before, 16)), LONGEST)


def after_right() -> Count:
    """A right password, like a reset of a forgotten one (C30), forgets what went before."""
    return Count()
