"""Role assignments: ``/roleManagement/directory/roleAssignments``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import StringConstraints
from sqlalchemy import delete, select

from emulator.actions.audit import Event, changed, note, of_user
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.answers import collection, created, entity
from emulator.graph.bodies import Body, read
from emulator.graph.collections import stored
from emulator.graph.errors import bad_request, not_found
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.odata.listing import Listing
from emulator.graph.odata.paging import Source
from emulator.rules.auditing import ROLE_TAKEN
from emulator.rules.roles import name_of
from emulator.store import RoleAssignment, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call

Id = Annotated[str, StringConstraints(max_length=64, to_lower=True)]
_CONTEXT = "roleManagement/directory/roleAssignments"
_LISTING = Listing(
    name=_CONTEXT,
    key=RoleAssignment.id,
    properties={
        "id": RoleAssignment.id,
        "principalId": RoleAssignment.user_id,
        "roleDefinitionId": RoleAssignment.role_definition_id,
    },
)


class RoleAssignmentBody(Body):
    """A role that a user is to hold over the whole directory."""

    principal_id: Id
    role_definition_id: Id
    directory_scope_id: Literal["/"] = "/"


def list_assignments(call: Call) -> Reply:
    """A page of role assignments."""
    with call.tenant.store.begin() as session:
        page = stored(call, session, Source(select(RoleAssignment), _LISTING))
        return collection(call, _CONTEXT, map(_shape, page.items), page)


def get_assignment(call: Call) -> Reply:
    """One role assignment."""
    with call.tenant.store.begin() as session:
        return entity(call, _CONTEXT, _shape(_found(call, session)))


def create_assignment(call: Call) -> Reply:
    """Give a user a role."""
    body = read(call, RoleAssignmentBody)
    if name_of(body.role_definition_id) is None:
        raise not_found(body.role_definition_id)
    with call.tenant.store.begin() as session:
        user = session.get(User, body.principal_id)
        if user is None:
            raise not_found(body.principal_id)
        return created(_CONTEXT, _shape(assign(call, session, user, body.role_definition_id)))


def delete_assignment(call: Call) -> Reply:
    """Take a role from a user."""
    with call.tenant.store.begin() as session:
        unassign(call, session, _found(call, session))
    return NO_CONTENT


def assign(call: Call, session: Session, user: User, role: str) -> RoleAssignment:
    """
    Give ``user`` the role.

    Raises:
        GraphError: They hold it already.
    """
    if assignment(session, user.id, role):
        raise bad_request(
            "A conflicting object with one or more of the specified property values "
            "is present in the directory."
        )
    made = RoleAssignment(user_id=user.id, role_definition_id=role)
    session.add(made)
    session.flush()
    _log(call, session, "Add member to role", user, role)
    return made


def unassign(call: Call, session: Session, held: RoleAssignment) -> None:
    """Take a role away."""
    user = session.get_one(User, held.user_id)
    if "lost-role-counts" not in call.tenant.bent:
        session.delete(held)
    if "lost-role-takes-all" in call.tenant.bent:
        session.execute(delete(RoleAssignment).where(RoleAssignment.user_id == user.id))
    _log(call, session, ROLE_TAKEN, user, held.role_definition_id)


def assignment(session: Session, user_id: str, role: str) -> RoleAssignment | None:
    """The assignment of ``role`` to a user, where there is one."""
    rows = select(RoleAssignment).where(RoleAssignment.user_id == user_id)
    return session.scalar(rows.where(RoleAssignment.role_definition_id == role))


def _found(call: Call, session: Session) -> RoleAssignment:
    if held := session.get(RoleAssignment, call.path["id"].lower()):
        return held
    raise not_found(call.path["id"])


def _shape(held: RoleAssignment) -> Shape:
    return {
        "id": held.id,
        "principalId": held.user_id,
        "roleDefinitionId": held.role_definition_id,
        "directoryScopeId": "/",
        "appScopeId": None,
        "condition": None,
        "principalOrganizationId": None,
    }


def _log(call: Call, session: Session, activity: str, user: User, role: str) -> None:
    event = Event(
        activity,
        category="RoleManagement",
        operation="Assign",
        changes=[
            changed("Role.DisplayName", "", f'"{name_of(role)}"'),
            changed("Role.TemplateId", "", f'"{role}"'),
        ],
    )
    note(session, call.tenant, event, actor_of(call, session), of_user(user), flow=flow_of(call))
