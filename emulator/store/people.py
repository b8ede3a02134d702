"""Finding people and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, select

from emulator.store.directory import Group, RoleAssignment, User
from emulator.store.memory import once
from emulator.store.methods import RegisteredMethod, SecurityAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

# Asked for on every page, so they are put together once.
_ROLES = select(RoleAssignment.role_definition_id).where(
    RoleAssignment.user_id == bindparam("user")
)
_METHODS = (
    select(RegisteredMethod)
    .where(RegisteredMethod.user_id == bindparam("user"))
    .order_by(RegisteredMethod.registered_at, RegisteredMethod.id)
)
_ANSWERS = (
    select(SecurityAnswer)
    .where(SecurityAnswer.user_id == bindparam("user"))
    .order_by(SecurityAnswer.id)
)
_GROUP = (
    select(Group)
    .where(func.lower(Group.display_name) == bindparam("name"))
    .order_by(Group.created_at, Group.id)
    .limit(1)
)


def user_by_name(session: Session, name: str) -> User | None:
    """The user whose user principal name is ``name``, whatever its case."""
    wanted = name.strip().casefold()
    return session.scalar(select(User).where(User.user_principal_name == wanted))


def user_by_id_or_name(session: Session, key: str) -> User | None:
    """The user whose object id or user principal name is ``key``."""
    return session.get(User, key.lower()) or user_by_name(session, key)


def users_by_mail(session: Session, address: str) -> Sequence[User]:
    """Everyone who has ``address`` as primary or alternate address, whatever its case."""
    wanted = address.strip()
    each = func.json_each(User.other_mails).table_valued("value")
    alternate = select(each.c.value).where(each.c.value.collate("NOCASE") == wanted).exists()
    rows = select(User).where(or_(func.lower(User.mail) == wanted.lower(), alternate))
    return session.scalars(rows.order_by(User.id)).all()


@once
def roles_of(session: Session, user_id: str) -> frozenset[str]:
    """The template ids of the directory roles that a user holds."""
    return frozenset(session.scalars(_ROLES, {"user": user_id}))


def holds_a_role(session: Session, user_id: str) -> bool:
    """Whether a user holds a directory role, whichever."""
    return bool(roles_of(session, user_id))


def holders_of(session: Session, *roles: str) -> Sequence[User]:
    """Everyone who holds one of ``roles``, in the order of their accounts' creation."""
    holding = select(RoleAssignment.user_id).where(RoleAssignment.role_definition_id.in_(roles))
    rows = select(User).where(User.id.in_(holding))
    return session.scalars(rows.order_by(User.created_at, User.id)).all()


@once
def methods_of(session: Session, user_id: str) -> Sequence[RegisteredMethod]:
    """The methods a user has registered, oldest first."""
    return session.scalars(_METHODS, {"user": user_id}).all()


@once
def answers_of(session: Session, user_id: str) -> Sequence[SecurityAnswer]:
    """The security questions a user has answered, in the order of registration."""
    return session.scalars(_ANSWERS, {"user": user_id}).all()


@once
def group_by_name(session: Session, display_name: str) -> Group | None:
    """The oldest group of this name, whatever its case; group names need not be unique."""
    return session.scalar(_GROUP, {"name": display_name.lower()})
