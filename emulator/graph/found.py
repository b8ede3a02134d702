"""Finding what an address names, or saying that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.graph.errors import not_found
from emulator.store import Group
from emulator.store.people import user_by_id_or_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call
    from emulator.store import User


def user_of(call: Call, session: Session) -> User:
    """
    The user that ``{id}`` names by object id or user principal name.

    Raises:
        GraphError: 404, there is none.
    """
    if user := user_by_id_or_name(session, call.path["id"]):
        return user
    raise not_found(call.path["id"])


def group_of(call: Call, session: Session) -> Group:
    """
    The group that ``{id}`` names by object id.

    Raises:
        GraphError: 404, there is none.
    """
    if group := session.get(Group, call.path["id"].lower()):
        return group
    raise not_found(call.path["id"])
