"""Who belongs to a group, and putting people in and taking them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.graph.answers import collection, listed, only
from emulator.graph.collections import stored
from emulator.graph.errors import not_found
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.found import group_of, user_of
from emulator.graph.groups.references import (
    Member,
    add_members,
    log_membership,
    member_of,
    membership,
    reference_from,
)
from emulator.graph.groups.shape import LISTING as GROUPS
from emulator.graph.groups.shape import TYPE as GROUP_TYPE
from emulator.graph.groups.shape import shape_of as shape_of_group
from emulator.graph.odata.paging import Source
from emulator.graph.users.shape import LISTING as USERS
from emulator.graph.users.shape import TYPE as USER_TYPE
from emulator.graph.users.shape import USUAL
from emulator.graph.users.shape import shape_of as shape_of_user
from emulator.store import Group, Membership, User
from emulator.store.membership import GROUP, belongs, groups_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call

_CONTEXT = "directoryObjects"


def members(call: Call) -> Reply:
    """A page of the direct members, users and groups."""
    return _members(call, transitive=False)


def all_members(call: Call) -> Reply:
    """A page of the members at any depth, users and groups."""
    return _members(call, transitive=True)


def users_only(call: Call) -> Reply:
    """A page of the direct members that are users."""
    return _users(call, transitive=False)


def all_users(call: Call) -> Reply:
    """A page of the members at any depth that are users."""
    return _users(call, transitive=True)


def add_member(call: Call) -> Reply:
    """Put one user or group into the group."""
    reference = reference_from(call.json.get("@odata.id"))
    with call.tenant.store.begin() as session:
        add_members(call, session, group_of(call, session), [reference])
    return NO_CONTENT


def remove_member(call: Call) -> Reply:
    """Take one direct member out of the group."""
    with call.tenant.store.begin() as session:
        group = group_of(call, session)
        member = member_of(session, call.path["member"].lower())
        found = membership(session, group.id, member.id)
        if found is None:
            raise not_found(member.id)
        if not _stays(call, member):
            session.delete(found)
        log_membership(call, session, "Remove member from group", group, member)
    return NO_CONTENT


def _stays(call: Call, member: Member) -> bool:
    """Whether whoever is taken out of a group remains in it: nobody does (A6)."""
    group = member.kind == GROUP and "removed-group-counts" in call.tenant.bent
    return group or "removed-member-counts" in call.tenant.bent


def member_of_groups(call: Call) -> Reply:
    """The groups that a user belongs to directly."""
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        direct = select(Membership.group_id).where(Membership.member_id == user.id)
        return _groups(call, session, direct)


def member_of_all_groups(call: Call) -> Reply:
    """The groups that a user belongs to, directly or through others."""
    with call.tenant.store.begin() as session:
        return _groups(call, session, groups_of(user_of(call, session).id))


def _groups(call: Call, session: Session, ids: Select[str]) -> Reply:
    page = stored(call, session, Source(select(Group).where(Group.id.in_(ids)), GROUPS))
    return listed(call, _CONTEXT, mixed(call, page.items), page)


def _users(call: Call, *, transitive: bool) -> Reply:
    with call.tenant.store.begin() as session:
        page = stored(call, session, _user_members(call, session, transitive=transitive))
        return collection(call, "users", map(shape_of_user, page.items), page, usual=USUAL)


def _members(call: Call, *, transitive: bool) -> Reply:
    with call.tenant.store.begin() as session:
        users = _user_members(call, session, transitive=transitive)
        group = group_of(call, session)
        inner = select(Group).where(
            Group.id != group.id, belongs(group.id, Group.id, transitive=transitive)
        )
        page = stored(call, session, users, Source(inner, GROUPS))
        return listed(call, _CONTEXT, mixed(call, page.items), page)


def _user_members(call: Call, session: Session, *, transitive: bool) -> Source:
    group = group_of(call, session)
    return Source(select(User).where(belongs(group.id, User.id, transitive=transitive)), USERS)


def mixed(call: Call, members: Iterable[User | Group]) -> list[Shape]:
    """Objects of several kinds, each saying what it is; what a kind lacks is left out."""
    return [_shape(call.query.select, member) for member in members]


def _shape(select: Collection[str], member: User | Group) -> Shape:
    if isinstance(member, User):
        shape, usual = {"@odata.type": USER_TYPE, **shape_of_user(member)}, frozenset(USUAL)
    else:
        shape = {"@odata.type": GROUP_TYPE, **shape_of_group(member)}
        usual = frozenset(shape)
    if not select:
        return only(shape, usual)
    wanted = {name.casefold() for name in select}
    return only(shape, [name for name in shape if name.casefold() in wanted])
