"""What stands in a tenant before anyone comes: its group and its first administrator."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from emulator.rules.secrets_hash import hash_secret
from emulator.store import Group, RoleAssignment, User

if TYPE_CHECKING:
    from emulator.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Administrator:
    """The first Global Administrator, whose password is told once, to whoever starts the tenant."""

    user_principal_name: str
    password: str


def seed(tenant: Tenant) -> Administrator:
    """Fill an empty tenant: the policy's group and one Global Administrator with a mailbox."""
    password = f"Aa1!{secrets.token_urlsafe(15)}"
    admin = _administrator(tenant, password)
    with tenant.store.begin() as session:
        session.add(admin)
        session.flush()
        session.add(RoleAssignment(user_id=admin.id, role_definition_id=GLOBAL_ADMINISTRATOR))
        if name := tenant.policy.enablement.group:
            session.add(Group(display_name=name, created_at=tenant.clock.now()))
    return Administrator(admin.user_principal_name, password)


def _administrator(tenant: Tenant, password: str) -> User:
    organization = tenant.organization
    now = tenant.clock.now()
    return User(
        user_principal_name=f"admin@{organization.domain}",
        display_name="Morgan Keeper",
        given_name="Morgan",
        surname="Keeper",
        mail=f"admin.{secrets.token_hex(4)}@{organization.mail_domain}",
        mail_nickname="admin",
        password_hash=hash_secret(password),
        password_changed_at=now,
        created_at=now,
        licences=sorted(organization.licences),
    )
