"""
The roles in use, as the older API tells of them: ``/directoryRoles``.

A role is in use when somebody holds it, and Global Administrator always is. Its object id belongs
to the tenant; it is made from the tenant's id, so that it need not be kept.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Annotated

from pydantic import StringConstraints
from sqlalchemy import select

from emulator.graph.answers import collection, created, entity, listed
from emulator.graph.bodies import Body, read
from emulator.graph.collections import at_hand, stored
from emulator.graph.errors import bad_request, not_found
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.groups.members import mixed
from emulator.graph.groups.references import reference_from
from emulator.graph.odata.paging import Source
from emulator.graph.roles.assignments import assign, assignment, unassign
from emulator.graph.users.shape import LISTING
from emulator.rules.roles import GLOBAL_ADMINISTRATOR, NAMES
from emulator.store import RoleAssignment, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call
    from emulator.tenant import Tenant

_CONTEXT = "directoryRoles"
_BY_TEMPLATE = "roletemplateid="


class DirectoryRoleBody(Body):
    """A role that is to be put in use."""

    role_template_id: Annotated[str, StringConstraints(max_length=64, to_lower=True)]


def list_roles(call: Call) -> Reply:
    """The roles in use."""
    with call.tenant.store.begin() as session:
        held = set(session.scalars(select(RoleAssignment.role_definition_id).distinct()))
    in_use = sorted(held | {GLOBAL_ADMINISTRATOR}, key=NAMES.__getitem__)
    page = at_hand(call, [_shape(call.tenant, role) for role in in_use])
    return collection(call, _CONTEXT, page.items, page)


def get_role(call: Call) -> Reply:
    """One role, by object id or ``roleTemplateId=``."""
    return entity(call, _CONTEXT, _shape(call.tenant, _role(call)))


def activate_role(call: Call) -> Reply:
    """Put a role in use; here nothing needs to be done for it."""
    role = read(call, DirectoryRoleBody).role_template_id
    if role not in NAMES:
        raise not_found(role)
    return created(_CONTEXT, _shape(call.tenant, role))


def role_members(call: Call) -> Reply:
    """Who holds a role."""
    role = _role(call)
    held = select(RoleAssignment.user_id).where(RoleAssignment.role_definition_id == role)
    with call.tenant.store.begin() as session:
        page = stored(call, session, Source(select(User).where(User.id.in_(held)), LISTING))
        return listed(call, "directoryObjects", mixed(call, page.items), page)


def add_role_member(call: Call) -> Reply:
    """Give a user the role."""
    role, reference = _role(call), reference_from(call.json.get("@odata.id"))
    with call.tenant.store.begin() as session:
        assign(call, session, _user(session, reference), role)
    return NO_CONTENT


def remove_role_member(call: Call) -> Reply:
    """Take the role from a user."""
    role, member = _role(call), call.path["member"].lower()
    with call.tenant.store.begin() as session:
        held = assignment(session, member, role)
        if held is None:
            raise not_found(member)
        unassign(call, session, held)
    return NO_CONTENT


def object_id(tenant: Tenant, role: str) -> str:
    """The object id of a role in ``tenant``."""
    return str(uuid.uuid5(uuid.UUID(tenant.organization.tenant_id), role))


def _role(call: Call) -> str:
    key = call.path["id"].lower()
    for role in NAMES:
        if key in {object_id(call.tenant, role), _BY_TEMPLATE + role}:
            return role
    raise not_found(call.path["id"])


def _user(session: Session, reference: str) -> User:
    if user := session.get(User, reference):
        return user
    raise bad_request(f"Only users hold directory roles here; {reference} is none.")


def _shape(tenant: Tenant, role: str) -> Shape:
    return {
        "id": object_id(tenant, role),
        "deletedDateTime": None,
        "description": None,
        "displayName": NAMES[role],
        "roleTemplateId": role,
    }
