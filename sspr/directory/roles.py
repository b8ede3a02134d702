"""Directory roles: who holds them, and giving one to a test account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.directory.odata import text
from sspr.directory.refusals import GraphRefused
from sspr.errors import UsageError

if TYPE_CHECKING:
    from sspr.directory.graph import Graph
    from sspr.people import Person

GLOBAL_ADMINISTRATOR = "Global Administrator"


class Roles:
    """The roles of the directory, by their display names."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._definitions: dict[str, str] = {}

    def assign(self, person: Person, role: str = GLOBAL_ADMINISTRATOR) -> None:
        """
        Give ``person`` a role over the whole directory, unless the person holds it already.

        Raises:
            UsageError: No role is called so.
        """
        from msgraph.generated.models.unified_role_assignment import (  # noqa: PLC0415 - heavy
            UnifiedRoleAssignment,
        )

        body = UnifiedRoleAssignment(
            principal_id=person.id, role_definition_id=self.definition(role), directory_scope_id="/"
        )
        try:
            self._graph.post(self._graph.client.role_management.directory.role_assignments, body)
        except GraphRefused as refused:
            if not refused.conflicts:
                raise

    def take(self, person: Person, role: str) -> None:
        """Take a role from ``person``, who holds it."""
        assignments = self._graph.client.role_management.directory.role_assignments
        role_filter = f"roleDefinitionId eq {text(self.definition(role))}"
        held = self._graph.every(
            assignments, filter=f"principalId eq {text(person.id)} and {role_filter}"
        )
        for each in held:
            self._graph.delete(assignments.by_unified_role_assignment_id(each["id"]))

    def global_administrators(self) -> list[dict[str, Any]]:
        """Everyone who holds the role, as Graph's user objects (id, mail, userPrincipalName)."""
        return self.holders(GLOBAL_ADMINISTRATOR)

    def holders(self, role: str) -> list[dict[str, Any]]:
        """Every user who holds ``role``; a role that nobody ever held has none."""
        roles = self._graph.client.directory_roles
        found = self._graph.every(roles, filter=f"roleTemplateId eq {text(self.definition(role))}")
        if not found:
            return []
        return self._graph.every(roles.by_directory_role_id(found[0]["id"]).members)

    def names(self) -> frozenset[str]:
        """The display names of all roles of the directory."""
        found = self._graph.every(self._graph.client.role_management.directory.role_definitions)
        self._definitions |= {str(each["displayName"]): str(each["id"]) for each in found}
        return frozenset(self._definitions)

    def definition(self, role: str) -> str:
        """
        The id of the role called ``role``.

        Raises:
            UsageError: No role is called so.
        """
        if role not in self._definitions:
            self._definitions[role] = self._definition(role)
        return self._definitions[role]

    def _definition(self, role: str) -> str:
        definitions = self._graph.client.role_management.directory.role_definitions
        found = self._graph.every(definitions, filter=f"displayName eq {text(role)}")
        if not found:
            raise UsageError(f"The tenant has no role called {role!r}; check its spelling.")
        return str(found[0]["id"])
