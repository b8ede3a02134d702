"""Which rows a reset leaves in the audit log, and what binds them together (J2, J8)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent

PROGRESS = "Self-service password reset flow activity progress"
RESET = "Reset password (self-service)"
UNLOCK = "Unlock user account (self-service)"
BLOCKED = "Blocked from self-service password reset"


def is_kept(activity: str, bent: Bent) -> bool:
    """Whether a row of ``activity`` is written."""
    if activity == PROGRESS:
        return "flow-rows-missing" not in bent
    if activity == RESET:
        return "reset-row-missing" not in bent
    if activity == UNLOCK:
        return "unlock-row-missing" not in bent
    return True


def correlation(correlation_id: str, bent: Bent) -> str:
    """The id that a row carries: the same for all rows of one flow (J8)."""
    return str(uuid.uuid4()) if "correlation-id-per-row" in bent else correlation_id
