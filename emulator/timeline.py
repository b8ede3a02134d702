"""
What Microsoft changed by date, in one place.

A tenant shows the behaviour of its clock's day. Every rule that hangs on a date asks here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from emulator.deviations import STRAIGHT, Bent


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

# By what begins: the deviations that let it begin on another day, and by how many days.
_OFF: dict[Era, dict[str, int]] = {
    Era.FRESH_MFA_FOR_SECURITY_INFO: {"fresh-factor-a-day-early": -1, "fresh-factor-a-day-late": 1},
    Era.NO_CAPTCHA: {"captcha-goes-too-soon": -30, "captcha-goes-too-late": 30},
    Era.REGISTERED_ONLY: {"registered-only-a-day-early": -1, "registered-only-a-day-late": 1},
    Era.NO_SMS_OR_VOICE: {"telephony-ends-a-day-early": -1, "telephony-ends-a-day-late": 1},
    Era.NO_SECURITY_QUESTIONS: {"questions-end-a-day-early": -1, "questions-end-a-day-late": 1},
    Era.NO_SMS_OR_VOICE_AT_ALL: {
        "last-telephony-ends-a-day-early": -1,
        "last-telephony-ends-a-day-late": 1,
    },
}


@dataclass(frozen=True, slots=True)
class Timeline:
    """
    The behaviours that hold on one day.

    Attributes:
        day: The day.
        bent: The deviations that are switched on.
    """

    day: dt.date
    bent: Bent = STRAIGHT

    def has(self, era: Era) -> bool:
        """Whether ``era`` has begun."""
        off = sum(days for name, days in _OFF.get(era, {}).items() if name in self.bent)
        return self.day >= BEGAN[era] + dt.timedelta(days=off) and not self._misses(era)

    def _misses(self, era: Era) -> bool:
        """Whether a behaviour never begins, as a deviation has it."""
        return era is Era.NO_SECURITY_QUESTIONS and "retired-questions-serve" in self.bent
