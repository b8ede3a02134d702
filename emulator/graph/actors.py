"""Who stands in the audit log for a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.audit import Actor, Flow
from emulator.store import User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call


def actor_of(call: Call, session: Session) -> Actor:
    """The user for whom the application acts, or the application itself."""
    caller = call.known_caller
    user = session.get(User, caller.user_id) if caller.user_id else None
    if user:
        return Actor(user.id, user.user_principal_name)
    return Actor(caller.app_id, caller.app_name, is_app=True)


def flow_of(call: Call) -> Flow:
    """One call is one flow."""
    return Flow(call.request_id)
