"""Everything that the harness reads and arranges in a directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sspr.directory.audit import Audit
from sspr.directory.graph import Graph
from sspr.directory.groups import Groups
from sspr.directory.policies import Policies
from sspr.directory.registration import Registrations
from sspr.directory.roles import Roles
from sspr.directory.users import Users
from sspr.retries import Retries

if TYPE_CHECKING:
    from sspr.directory.session import GraphSession
    from sspr.tenant import Tenant


class Directory:
    """
    One tenant's directory.

    Attributes:
        users: Test accounts.
        groups: Groups and memberships.
        roles: Directory roles and their holders.
        registration: The registration report and the methods of a person.
        audit: The audit log.
        policies: The settings that Graph shows.
    """

    def __init__(
        self, session: GraphSession, tenant: Tenant, run: str, retries: Retries | None = None
    ) -> None:
        """``run`` marks everything that is made, so that it can be found and removed."""
        graph = Graph(session, tenant, retries or Retries())
        self.users = Users(graph, run)
        self.groups = Groups(graph, run)
        self.roles = Roles(graph)
        self.registration = Registrations(graph)
        self.audit = Audit(graph)
        self.policies = Policies(graph)

    def clean_up(self) -> None:
        """Remove everything that was made here."""
        self.users.clean_up()
        self.groups.clean_up()
