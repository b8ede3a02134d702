"""How long a reset and its codes last (C17, C19)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from emulator.rules.options import Option

if TYPE_CHECKING:
    from emulator.deviations import Bent, Case

SESSION = dt.timedelta(minutes=15)
CODE = dt.timedelta(minutes=5)
KEPT = dt.timedelta(hours=1)  # how long the emulator remembers resets that nobody finished
HELP_AFTER = dt.timedelta(seconds=10)
A_MINUTE = dt.timedelta(minutes=1)


def session_lives(started_at: dt.datetime, now: dt.datetime, bent: Bent) -> bool:
    """Whether a reset begun at ``started_at`` may go on."""
    off = ("session-ends-late" in bent) - ("session-ends-early" in bent)
    return "session-outlives" in bent or now < started_at + SESSION + off * A_MINUTE


def seconds_to_help(
    sent_at: dt.datetime,
    now: dt.datetime,
    bent: Bent,
    *,
    option: str = "",
    administers: Case = False,
) -> float | None:
    """
    How long until *Try again* and *Contact your administrator* appear, 0 once they do (C19).

    None where they never do; ``option`` is the picker's, which makes no difference, nor does
    whether an administrator waits.
    """
    never: dict[str, Case] = {
        "help-never-offered": True,
        "help-never-offered-for-texts": option == Option.SMS,
        "help-never-offered-for-calls": option in {Option.CALL, Option.OFFICE_CALL},
        "help-never-offered-for-notifications": option == Option.PUSH,
        "help-never-offered-to-administrators": administers,
    }
    if bent.meets(never):
        return None
    if "help-offered-at-once" in bent:
        return 0.0
    after = 2 * HELP_AFTER if "help-offered-late" in bent else HELP_AFTER
    return max(0.0, round((sent_at + after - now).total_seconds(), 1))


def code_lives(sent_at: dt.datetime, now: dt.datetime, bent: Bent) -> bool:
    """Whether a code sent at ``sent_at`` may still be typed."""
    off = ("code-ends-late" in bent) - ("code-ends-early" in bent)
    return "code-outlives" in bent or now < sent_at + CODE + off * A_MINUTE
