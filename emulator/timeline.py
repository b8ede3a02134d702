"""
What Microsoft changed by date, in one place.

A tenant shows the behaviour of its clock's day. Every rule that hangs on a date asks here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from emulator.deviations import Bent


class Era(StrEnum):
    """A behaviour that began on one day; the value names it in reports."""

    RESKINNED_WIZARD = "reskinned-wizard"
    FRESH_MFA_FOR_SECURITY_INFO = "fresh-mfa-for-security-info"
    NO_CAPTCHA = "no-captcha"
    PASSKEY_NUDGE = "passkey-nudge"
    REGISTERED_ONLY = "registered-only"
    NO_SMS_OR_VOICE = "no-sms-or-voice"
    NO_SECURITY_QUESTIONS = "no-security-questions"
    NO_SMS_OR_VOICE_AT_ALL = "no-sms-or-voice-at-all"


BEGAN: dict[Era, dt.date] = {
    Era.RESKINNED_WIZARD: dt.date(2025, 6, 1),  # pages.md 3.2: the 2025-26 pages; day chosen
    Era.FRESH_MFA_FOR_SECURITY_INFO: dt.date(2025, 8, 25),  # S11
    Era.NO_CAPTCHA: dt.date(2026, 8, 15),  # S1: the middle of August ends the rollout
    Era.PASSKEY_NUDGE: dt.date(2026, 9, 1),  # I13
    Era.REGISTERED_ONLY: dt.date(2026, 10, 5),  # S2
    Era.NO_SMS_OR_VOICE: dt.date(2027, 2, 1),  # S7
    Era.NO_SECURITY_QUESTIONS: dt.date(2027, 3, 1),  # S6: "March 2027"
    Era.NO_SMS_OR_VOICE_AT_ALL: dt.date(2027, 7, 1),  # S7: Global Administrators, external users
}

# By deviation: what begins on another day, and by how many days.
_OFF: dict[str, tuple[Era, int]] = {
    "captcha-goes-too-soon": (Era.NO_CAPTCHA, -30),
    "captcha-goes-too-late": (Era.NO_CAPTCHA, 30),
    "fresh-factor-a-day-early": (Era.FRESH_MFA_FOR_SECURITY_INFO, -1),
    "fresh-factor-a-day-late": (Era.FRESH_MFA_FOR_SECURITY_INFO, 1),
    "registered-only-a-day-early": (Era.REGISTERED_ONLY, -1),
    "registered-only-a-day-late": (Era.REGISTERED_ONLY, 1),
    "telephony-ends-a-day-early": (Era.NO_SMS_OR_VOICE, -1),
    "telephony-ends-a-day-late": (Era.NO_SMS_OR_VOICE, 1),
    "questions-end-a-day-early": (Era.NO_SECURITY_QUESTIONS, -1),
    "questions-end-a-day-late": (Era.NO_SECURITY_QUESTIONS, 1),
    "last-telephony-ends-a-day-early": (Era.NO_SMS_OR_VOICE_AT_ALL, -1),
    "last-telephony-ends-a-day-late": (Era.NO_SMS_OR_VOICE_AT_ALL, 1),
}


def days_off(bent: Bent) -> dict[Era, dt.timedelta]:
    """What begins on another day than Microsoft's, as a deviation has it, and how far off."""
    return {era: dt.timedelta(days=days) for name, (era, days) in _OFF.items() if name in bent}


@dataclass(frozen=True, slots=True)
class Timeline:
    """
    The behaviours that hold on one day.

    Attributes:
        day: The day.
        missed: Those that have not begun though it is their time, as a deviation has it.
        off: How much later than Microsoft's day others begin, as a deviation has it.
    """

    day: dt.date
    missed: frozenset[Era] = frozenset()
    off: Mapping[Era, dt.timedelta] = field(default_factory=dict)

    def has(self, era: Era) -> bool:
        """Whether ``era`` has begun."""
        began = BEGAN[era] + self.off.get(era, dt.timedelta())
        return self.day >= began and era not in self.missed
