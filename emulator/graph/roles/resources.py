"""Where roles are."""

from __future__ import annotations

from emulator.graph.permissions import any_of
from emulator.graph.resource import Operation, resource
from emulator.graph.roles import activated, assignments, definitions

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
        GET=Operation(activated.list_roles, _READ),
        POST=Operation(activated.activate_role, _WRITE),
    ),
    resource("/directoryRoles/{id}", GET=Operation(activated.get_role, _READ)),
    resource("/directoryRoles/{id}/members", GET=Operation(activated.role_members, _READ)),
    resource(
        "/directoryRoles/{id}/members/$ref", POST=Operation(activated.add_role_member, _WRITE)
    ),
    resource(
        "/directoryRoles/{id}/members/{member}/$ref",
        DELETE=Operation(activated.remove_role_member, _WRITE),
    ),
    resource(f"{_DIRECTORY}/roleDefinitions", GET=Operation(definitions.list_definitions, _READ)),
    resource(
        f"{_DIRECTORY}/roleDefinitions/{{id}}", GET=Operation(definitions.get_definition, _READ)
    ),
    resource(
        f"{_DIRECTORY}/roleAssignments",
        GET=Operation(assignments.list_assignments, _READ),
        POST=Operation(assignments.create_assignment, _WRITE),
    ),
    resource(
        f"{_DIRECTORY}/roleAssignments/{{id}}",
        GET=Operation(assignments.get_assignment, _READ),
        DELETE=Operation(assignments.delete_assignment, _WRITE),
    ),
)
