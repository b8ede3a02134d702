"""Why are you having trouble signing in? Forgotten, or merely locked (C10, C29, C30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.reset.identify import present_options

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import ResetFlow
    from emulator.tenant import Tenant


def choose(session: Session, tenant: Tenant, flow: ResetFlow, *, locked: bool) -> None:
    """Go on to the verification steps, towards a new password or a mere unlocking."""
    flow.unlock_only = locked
    present_options(session, tenant, flow)
