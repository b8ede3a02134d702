"""Whom a sign-in asks to register or to confirm, and when again (B18 to B30, B34)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.registration import is_registered, lacks_factor

if TYPE_CHECKING:
    from collections.abc import Collection

    from emulator.rules.registration import Duty, Record


class Interrupt(StrEnum):
    """What stands between the password and the application."""

    NONE = "none"
    REGISTER = "register"
    REFRESH = "refresh"
    NOTHING_TO_REGISTER = "nothing to register"  # B24


def reconfirm_due(
    confirmed_at: dt.datetime | None, now: dt.datetime, days: int, bent: Bent = STRAIGHT
) -> bool:
    """Whether the information was confirmed so long ago that it is asked for again (B27)."""
    if confirmed_at is None or (days == 0 and "reconfirm-despite-zero" not in bent):
        return False
    off = ("reconfirm-a-day-late" in bent) - ("reconfirm-a-day-early" in bent)
    if "reconfirm-always-after-180" in bent:
        days = 180
    if "reconfirm-within-a-year" in bent:
        days = min(days, 365)
    early = dt.timedelta(hours=12 if "reconfirm-half-a-day-early" in bent else 0)
    return now >= confirmed_at + dt.timedelta(days=days + off) - early


def interrupt(duty: Duty, record: Record, now: dt.datetime, bent: Bent = STRAIGHT) -> Interrupt:
    """
    What a sign-in is interrupted for (B18 to B24, B27, B34).

    The registration campaign of November 2026 asks nobody whom this does not ask before: who is
    enabled, must register at sign-in and has too little (S3).
    """
    if lacks_factor(record.kinds, duty):
        return Interrupt.REGISTER
    if not duty.asked or "interrupt-missing" in bent:
        return _unasked(duty, record, now, bent)
    if duty.barred:
        return Interrupt.NOTHING_TO_REGISTER
    if not duty.enabled and "interrupt-for-everyone" not in bent:
        return Interrupt.NONE
    if _is_asked(record, duty, bent):
        return Interrupt.REGISTER
    due = reconfirm_due(record.confirmed_at, now, duty.reconfirm_after_days, bent)
    return Interrupt.REFRESH if due else Interrupt.NONE


def _unasked(duty: Duty, record: Record, now: dt.datetime, bent: Bent) -> Interrupt:
    """Where nobody is asked to register, nobody has to confirm either (B27)."""
    confirms = duty.enabled and "reconfirm-though-not-asked" in bent
    due = confirms and reconfirm_due(record.confirmed_at, now, duty.reconfirm_after_days)
    return Interrupt.REFRESH if due else Interrupt.NONE


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
    if record.kinds and "partly-registered-not-asked" in bent:
        return False
    if len({*record.kinds}) >= duty.required and "forbidden-methods-are-enough" in bent:
        return False
    return not is_registered(record.kinds, duty) and not _merely_deleted(record, duty, bent)


def _merely_deleted(record: Record, duty: Duty, bent: Bent) -> bool:
    """Who had enough and deleted some is left alone until the interval is over (B30)."""
    if "asked-after-deletion" in bent:
        return False
    if record.confirmed_at and "once-enough-is-always-enough" in bent:
        return True
    return duty.required > 1 and bool(record.kinds) and record.confirmed_gates >= duty.required


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
