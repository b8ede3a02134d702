"""The practice people: who they are, new ones, and new passwords for them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from faker import Faker
from sqlalchemy import select

from emulator.actions.passwords import set_password
from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from emulator.store import Group, Membership, RoleAssignment, User
from emulator.store.membership import is_member

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.tenant import Tenant

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A person with the password that is told this once and kept only as a hash."""

    display_name: str
    user_principal_name: str
    password: str
    mail: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as the home page shows them."""

    id: str
    display_name: str
    user_principal_name: str
    mail: str | None
    in_group: bool
    administrator: bool


def invite(tenant: Tenant, *, group: bool, administrator: bool = False) -> Told:
    """Add a person with a practice mailbox; ``group`` puts them into the policy's group."""
    password = _password()
    with tenant.store.begin() as session:
        user = _new_user(tenant)
        session.add(user)
        session.flush()
        set_password(tenant, user, password)
        if group and (of_policy := _group(session, tenant)):
            session.add(Membership(group_id=of_policy.id, member_id=user.id, member_kind="user"))
        if administrator:
            session.add(RoleAssignment(user_id=user.id, role_definition_id=GLOBAL_ADMINISTRATOR))
        return Told(user.display_name, user.user_principal_name, password, user.mail)


def new_password(tenant: Tenant, user_id: str) -> Told | None:
    """Give a person another password, as an administrator would; None where there is nobody."""
    password = _password()
    with tenant.store.begin() as session:
        user = session.get(User, user_id)
        if user is None:
            return None
        set_password(tenant, user, password)
        return Told(user.display_name, user.user_principal_name, password, user.mail)


def everyone(tenant: Tenant) -> list[Listed]:
    """The people, in the order in which they came; the first few hundred of a large directory."""
    with tenant.store.begin() as session:
        group = _group(session, tenant)
        admins = set(session.scalars(select(RoleAssignment.user_id)))
        users = session.scalars(select(User).order_by(User.created_at).limit(MOST_SHOWN)).all()
        members = _members(session, group, users)
        return [
            Listed(
                id=user.id,
                display_name=user.display_name,
                user_principal_name=user.user_principal_name,
                mail=user.mail,
                in_group=user.id in members,
                administrator=user.id in admins,
            )
            for user in users
        ]


def _members(session: Session, group: Group | None, users: Sequence[User]) -> set[str]:
    return {user.id for user in users if group and is_member(session, group.id, user.id)}


def _group(session: Session, tenant: Tenant) -> Group | None:
    name = tenant.policy.enablement.group
    return session.scalars(select(Group).where(Group.display_name == name)).first()


def _new_user(tenant: Tenant) -> User:
    organization = tenant.organization
    fake = Faker()
    fake.seed_instance(secrets.randbits(64))
    given, surname = fake.first_name(), fake.last_name()
    nickname = f"{given}.{surname}.{secrets.token_hex(2)}".lower()
    return User(
        user_principal_name=f"{nickname}@{organization.domain}",
        display_name=f"{given} {surname}",
        given_name=given,
        surname=surname,
        mail=f"{nickname}@{organization.mail_domain}",
        mail_nickname=nickname,
        created_at=tenant.clock.now(),
        licences=sorted(organization.licences),
    )


def _password() -> str:
    return f"Aa1!{secrets.token_urlsafe(9)}"
