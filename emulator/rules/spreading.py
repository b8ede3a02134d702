"""
How long a change of the policy takes until it holds everywhere (A17, D9).

Of the times that Microsoft names, one is a promise with a limit: the switch for administrators
takes effect within 60 minutes. Here it always takes the whole hour, the longest that anybody has to
allow for. The others ("one to two hours" for methods, "several hours" for banned words) are
advice to wait; those changes, and the ones without a stated time, hold at once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from emulator.deviations import Bent

WITHIN = dt.timedelta(minutes=60)  # D9
LATE = dt.timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Formerly:
    """How the switch for administrators stood before somebody turned it at ``until``."""

    on: bool
    until: dt.datetime


def switch_in_force(
    *, on: bool, formerly: Sequence[Formerly], now: dt.datetime, bent: Bent
) -> bool:
    """
    Whether the switch for administrators is on as far as anybody notices.

    Args:
        on: How it stands.
        formerly: How it stood before, oldest first.
        now: The tenant's time.
        bent: The deviations that are switched on.
    """
    if "admin-switch-never-back" in bent and any(not each.on for each in formerly):
        return False
    takes = LATE if "admin-switch-late" in bent else WITHIN
    return next((each.on for each in formerly if now < each.until + takes), on)
