"""Who belongs to a group, directly or through groups within it (A3)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Select, bindparam, delete, select

from emulator.store.directory import Membership, Ownership
from emulator.store.memory import once

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import CTE, BindParameter, ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

USER, GROUP = "user", "group"


def groups_within(group_id: str | BindParameter[str]) -> CTE:
    """``group_id`` and every group nested in it, however deep; circles end."""
    root = select(Membership.group_id.label("id")).where(Membership.group_id == group_id)
    tree = root.cte("groups_within", recursive=True)
    nested = (
        select(Membership.member_id)
        .join(tree, Membership.group_id == tree.c.id)
        .where(Membership.member_kind == GROUP)
    )
    return tree.union(nested)


def belongs(
    group_id: str, member_id: InstrumentedAttribute[str], *, transitive: bool
) -> ColumnElement[bool]:
    """
    Whether the row of ``member_id`` belongs to the group, at any depth if ``transitive``.

    It is asked row by row, so that a page of a large directory costs what the page holds.
    """
    rows = select(Membership.id).where(Membership.member_id == member_id)
    if transitive:
        return rows.where(Membership.group_id.in_(select(groups_within(group_id).c.id))).exists()
    return rows.where(Membership.group_id == group_id).exists()


def is_member(session: Session, group_id: str, user_id: str, *, nested: bool = True) -> bool:
    """Whether a user belongs to a group; with ``nested`` through groups within it too."""
    return bool(members_among(session, group_id, [user_id], nested=nested))


@once
def ways_into(session: Session, group_id: str, user_id: str) -> frozenset[str]:
    """The group itself and the groups nested in it, as far as a user is a direct member of them."""
    return frozenset(session.scalars(_ways_into(), {"group": group_id, "user": user_id}))


@cache
def _ways_into() -> Select[str]:
    inside = select(groups_within(bindparam("group")).c.id)
    mine = Membership.member_id == bindparam("user")
    return select(Membership.group_id).where(mine, Membership.group_id.in_(inside))


def members_among(
    session: Session, group_id: str, user_ids: Collection[str], *, nested: bool = True
) -> frozenset[str]:
    """Those of ``user_ids`` that belong to the group."""
    rows = select(Membership.member_id).where(Membership.member_id.in_(user_ids))
    if nested:
        rows = rows.where(Membership.group_id.in_(select(groups_within(group_id).c.id)))
    else:
        rows = rows.where(Membership.group_id == group_id)
    return frozenset(session.scalars(rows))


def groups_of(member_id: str) -> Select[str]:
    """The ids of the groups that a user or group belongs to, directly or through others."""
    start = select(Membership.group_id.label("id")).where(Membership.member_id == member_id)
    tree = start.cte("groups_above", recursive=True)
    above = select(Membership.group_id).join(tree, Membership.member_id == tree.c.id)
    return select(tree.union(above).c.id)


def owns(session: Session, group_id: str, user_id: str) -> bool:
    """Whether a user is one of the group's owners."""
    rows = select(Ownership.id).where(Ownership.group_id == group_id)
    return session.scalar(rows.where(Ownership.owner_id == user_id)) is not None


def leave_all_groups(session: Session, member_id: str) -> None:
    """Take a user or group out of every group that it belongs to directly."""
    session.execute(delete(Membership).where(Membership.member_id == member_id))
