"""Making, reading, changing and deleting groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints
from sqlalchemy import select

from emulator.actions.audit import Event, note, of_group
from emulator.actions.standing import enabled_group
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.answers import collection, created, entity
from emulator.graph.bodies import Body, read
from emulator.graph.collections import stored
from emulator.graph.errors import bad_request
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.found import group_of
from emulator.graph.groups.references import Reference, add_members, references_in
from emulator.graph.groups.shape import LISTING, shape_of
from emulator.graph.odata.paging import Source
from emulator.store import Group
from emulator.store.membership import leave_all_groups

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call

Name = Annotated[str, StringConstraints(min_length=1, max_length=256)]
Nickname = Annotated[str, StringConstraints(pattern=r"^[^\s@()\\\[\]\";:<>,]{1,64}$")]


class GroupBody(Body):
    """A group that is to be made: a security group that gets no mail."""

    display_name: Name
    mail_nickname: Nickname
    mail_enabled: Literal[False]
    security_enabled: Literal[True]
    description: Annotated[str, StringConstraints(max_length=1024)] | None = None
    group_types: Annotated[list[str], Field(max_length=0, default_factory=list)]
    is_assignable_to_role: bool | None = None
    visibility: str | None = None


class GroupChangeBody(Body):
    """What is to be changed of a group; what is left out stays."""

    display_name: Name = ""
    mail_nickname: Nickname = ""
    description: Annotated[str, StringConstraints(max_length=1024)] | None = None


def list_groups(call: Call) -> Reply:
    """A page of groups."""
    with call.tenant.store.begin() as session:
        page = stored(call, session, Source(select(Group), LISTING))
        return collection(call, "groups", map(shape_of, page.items), page)


def get_group(call: Call) -> Reply:
    """One group."""
    with call.tenant.store.begin() as session:
        return entity(call, "groups", shape_of(group_of(call, session)))


def create_group(call: Call) -> Reply:
    """Make a group, with members where the body binds some."""
    members = references_in(call)
    body = read(call, GroupBody)
    with call.tenant.store.begin() as session:
        group = Group(
            display_name=body.display_name,
            description=body.description,
            mail_nickname=body.mail_nickname,
            created_at=call.now,
        )
        session.add(group)
        session.flush()
        _log(call, session, "Add group", "Add", group)
        add_members(call, session, group, members)
        return created("groups", shape_of(group))


def update_group(call: Call) -> Reply:
    """Change what the body names; members may be bound, twenty at a time."""
    members: list[Reference] = references_in(call)
    body = read(call, GroupChangeBody)
    if not members and not body.model_fields_set:
        raise bad_request("The request body names nothing to change.")
    with call.tenant.store.begin() as session:
        group = group_of(call, session)
        enabled = enabled_group(session, call.tenant) is group
        for name in body.model_fields_set:
            setattr(group, name, getattr(body, name))
        if enabled:
            call.tenant.rename_group(group.display_name)
        add_members(call, session, group, members)
        _log(call, session, "Update group", "Update", group)
    return NO_CONTENT


def delete_group(call: Call) -> Reply:
    """Delete a group; its members stay."""
    with call.tenant.store.begin() as session:
        group = group_of(call, session)
        _log(call, session, "Delete group", "Delete", group)
        leave_all_groups(session, group.id)
        session.delete(group)
    return NO_CONTENT


def _log(call: Call, session: Session, activity: str, operation: str, group: Group) -> None:
    event = Event(activity, category="GroupManagement", operation=operation)
    note(session, call.tenant, event, actor_of(call, session), of_group(group), flow=flow_of(call))
