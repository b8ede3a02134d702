"""Why are you having trouble signing in? Forgotten, or merely locked (C10, C29, C30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.reset.identify import present_options

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit


def choose(visit: Visit, *, locked: bool) -> None:
    """Go on to the verification steps, towards a new password or a mere unlocking."""
    visit.flow.unlock_only = locked
    present_options(visit)
