"""Which of an account's passwords opens it, and from when a new one does (C41, H1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.rules.secrets_hash import matches

if TYPE_CHECKING:
    from emulator.deviations import Bent

SYNCHRONIZATION = dt.timedelta(minutes=2)  # H1


@dataclass(frozen=True, slots=True)
class Hashes:
    """
    The passwords an account had, newest first.

    Attributes:
        current: The hash of the one set last.
        previous: The hash of the one before.
        changed_at: When ``current`` was set.
        synchronized: Whether the cloud learns it from an on-premises directory (H1).
    """

    current: str | None
    previous: str | None = None
    changed_at: dt.datetime | None = None
    synchronized: bool = False


def signs_in(password: str, hashes: Hashes, now: dt.datetime, bent: Bent) -> bool:
    """
    Whether ``password`` opens the account at ``now``.

    Where the cloud learns passwords by synchronisation the previous one holds for two minutes
    more (H1): the cycle always takes its full length here.
    """
    if hashes.previous and "old-password-works" in bent and matches(password, hashes.previous):
        return True
    return matches(password, _in_force(hashes, now, bent))


def has_lapsed(hashes: Hashes, now: dt.datetime, bent: Bent, *, given_out: bool) -> bool:
    """Whether a password that was ``given_out`` opens nothing any more: it never lapses (C41)."""
    if not given_out or hashes.changed_at is None or "given-password-lapses" not in bent:
        return False
    return now >= hashes.changed_at + dt.timedelta(days=7)


def _in_force(hashes: Hashes, now: dt.datetime, bent: Bent) -> str | None:
    if not (hashes.synchronized and hashes.previous and hashes.changed_at):
        return hashes.current
    takes = SYNCHRONIZATION * (30 if "synchronization-slow" in bent else 1)
    return hashes.previous if now < hashes.changed_at + takes else hashes.current
