"""Unlocking an account, with a reset or instead of one (C28 to C30, F15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from emulator.actions.reset.flow import View, person, record
from emulator.store import Lockout

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import ResetFlow, User
    from emulator.tenant import Tenant

UNLOCK = "Unlock user account (self-service)"


def unlock_account(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """Unlock the flow's account and leave its password; nobody is told of it (F15)."""
    if user := person(session, flow):
        forget_wrong_passwords(session, user)
        record(session, tenant, flow, UNLOCK, "Successfully completed unlock.")
    flow.view = View.UNLOCKED


def forget_wrong_passwords(session: Session, user: User) -> None:
    """Set smart lockout back, as a forgotten password does (C30)."""
    session.execute(delete(Lockout).where(Lockout.user_id == user.id))
