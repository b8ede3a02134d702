"""Members named by address: ``@odata.id`` and ``members@odata.bind``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from emulator.actions.audit import Event, changed, note, of_group, of_user
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.errors import bad_request, not_found
from emulator.store import Group, Membership, User
from emulator.store.membership import GROUP, USER

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.actions.audit import Target
    from emulator.graph.exchange import Call

Reference: TypeAlias = str

BIND = "members@odata.bind"
MOST = 20
_ADDRESS = re.compile(
    r"^https://graph\.microsoft\.com/v1\.0/(?:directoryObjects|users|groups)/([^/?#]+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Member:
    """Something that can belong to a group."""

    id: str
    kind: str
    target: Target


def reference_from(value: Any) -> Reference:
    """
    The object id in an address.

    Raises:
        GraphError: It is no address of a user or group.
    """
    match = _ADDRESS.match(value) if isinstance(value, str) else None
    if match is None:
        raise bad_request("Invalid entity link: an address of a directory object is expected.")
    return match[1].lower()


def references_in(call: Call) -> list[Reference]:
    """
    The members that a body binds.

    Raises:
        GraphError: They are no list of addresses, or too many.
    """
    values = call.json.get(BIND, [])
    if not isinstance(values, list) or len(values) > MOST:
        raise bad_request(f"A list of at most {MOST} addresses is expected in '{BIND}'.")
    return [reference_from(value) for value in values]


def member_of(session: Session, reference: Reference) -> Member:
    """
    Whom a reference means.

    Raises:
        GraphError: 404, there is neither a user nor a group with this id.
    """
    if user := session.get(User, reference):
        return Member(user.id, USER, of_user(user))
    if group := session.get(Group, reference):
        return Member(group.id, GROUP, of_group(group))
    raise not_found(reference)


def add_members(call: Call, session: Session, group: Group, references: list[Reference]) -> None:
    """
    Put everyone in ``references`` into ``group``.

    Raises:
        GraphError: One does not exist or is in the group already.
    """
    for reference in references:
        member = member_of(session, reference)
        if member.id == group.id or membership(session, group.id, member.id):
            raise bad_request(
                "One or more added object references already exist for the following modified "
                "properties: 'members'."
            )
        session.add(Membership(group_id=group.id, member_id=member.id, member_kind=member.kind))
        log_membership(call, session, "Add member to group", group, member)


def membership(session: Session, group_id: str, member_id: str) -> Membership | None:
    """The direct membership, where there is one."""
    rows = select(Membership).where(Membership.group_id == group_id)
    return session.scalar(rows.where(Membership.member_id == member_id))


def log_membership(
    call: Call, session: Session, activity: str, group: Group, member: Member
) -> None:
    """One row about the member, with the group among the changed properties."""
    event = Event(
        activity,
        category="GroupManagement",
        operation="Assign",
        changes=[
            changed("Group.ObjectID", "", f'"{group.id}"'),
            changed("Group.DisplayName", "", f'"{group.display_name}"'),
        ],
    )
    note(session, call.tenant, event, actor_of(call, session), member.target, flow=flow_of(call))
