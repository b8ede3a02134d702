"""Where roles are."""

from __future__ import annotations

from emulator.graph.permissions import any_of
from emulator.graph.resource import Operation, resource
from emulator.graph.roles import activated, assignments, definitions
from emulator.rules.delegation import Right

_READ = any_of(
    "RoleManagement.Read.Directory",
    "RoleManagement.Read.All",
    "Directory.Read.All",
    "RoleManagement.ReadWrite.Directory",
)
_WRITE = any_of("RoleManagement.ReadWrite.Directory")
_DIRECTORY = "/roleManagement/directory"

RESOURCES = (
    resource(
        "/directoryRoles",
        GET=Operation(activated.list_roles, _READ, Right.READ_ACTIVATED_ROLES),
        POST=Operation(activated.activate_role, _WRITE, Right.ASSIGN_ROLES),
    ),
    resource(
        "/directoryRoles/{id}", GET=Operation(activated.get_role, _READ, Right.READ_ACTIVATED_ROLES)
    ),
    resource(
        "/directoryRoles/{id}/members",
        GET=Operation(activated.role_members, _READ, Right.READ_ACTIVATED_ROLES),
    ),
    resource(
        "/directoryRoles/{id}/members/$ref",
        POST=Operation(activated.add_role_member, _WRITE, Right.ASSIGN_ROLES),
    ),
    resource(
        "/directoryRoles/{id}/members/{member}/$ref",
        DELETE=Operation(activated.remove_role_member, _WRITE, Right.ASSIGN_ROLES),
    ),
    resource(
        f"{_DIRECTORY}/roleDefinitions",
        GET=Operation(definitions.list_definitions, _READ, Right.READ_ROLE_ASSIGNMENTS),
    ),
    resource(
        f"{_DIRECTORY}/roleDefinitions/{{id}}",
        GET=Operation(definitions.get_definition, _READ, Right.READ_ROLE_ASSIGNMENTS),
    ),
    resource(
        f"{_DIRECTORY}/roleAssignments",
        GET=Operation(assignments.list_assignments, _READ, Right.READ_ROLE_ASSIGNMENTS),
        POST=Operation(assignments.create_assignment, _WRITE, Right.ASSIGN_ROLES),
    ),
    resource(
        f"{_DIRECTORY}/roleAssignments/{{id}}",
        GET=Operation(assignments.get_assignment, _READ, Right.READ_ROLE_ASSIGNMENTS),
        DELETE=Operation(assignments.delete_assignment, _WRITE, Right.ASSIGN_ROLES),
    ),
)
