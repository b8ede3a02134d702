"""Groups: found by name, filled, nested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sspr.directory.odata import text
from sspr.directory.refusals import GraphRefused
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from sspr.directory.graph import Graph
    from sspr.people import Person

_OBJECTS = "https://graph.microsoft.com/v1.0/directoryObjects/"


@dataclass(frozen=True, slots=True)
class Group:
    """A security group."""

    id: str
    name: str


class Groups:
    """The groups of the directory; those made here are deleted by ``clean_up``."""

    def __init__(self, graph: Graph, run: str) -> None:
        self._graph = graph
        self._run = run
        self._made: list[str] = []

    def named(self, name: str) -> Group:
        """
        The group with the display name ``name``.

        Raises:
            Inconclusive: There is none, or more than one.
        """
        found = self._graph.every(
            self._graph.client.groups,
            filter=f"displayName eq {text(name)}",
            select=["id", "displayName"],
        )
        if len(found) != 1:
            raise Inconclusive(
                f"The tenant has {len(found) or 'no'} groups called {name!r}; it needs exactly "
                "one. Create or rename it, or correct [enablement] group in the policy file."
            )
        return Group(found[0]["id"], found[0]["displayName"])

    def create(self, name: str) -> Group:
        """Create a security group, marked as made by this run."""
        from msgraph.generated.models.group import Group as Body  # noqa: PLC0415 - heavy

        body = Body(
            display_name=name,
            description=f"sspr-harness {self._run}",
            mail_enabled=False,
            mail_nickname="".join(filter(str.isalnum, name)),
            security_enabled=True,
        )
        made = self._graph.post(self._graph.client.groups, body)
        self._made.append(made["id"])
        return Group(made["id"], name)

    def rename(self, group: Group, name: str) -> None:
        """Give a group another display name."""
        from msgraph.generated.models.group import Group as Body  # noqa: PLC0415 - heavy

        self._graph.patch(self._graph.client.groups.by_group_id(group.id), Body(display_name=name))

    def add(self, group: Group, member: Person | Group) -> None:
        """Make a person or, nested, a group a member; who is one already stays one."""
        from msgraph.generated.models.reference_create import (  # noqa: PLC0415 - heavy
            ReferenceCreate,
        )

        members = self._graph.client.groups.by_group_id(group.id).members
        try:
            self._graph.post(members.ref, ReferenceCreate(odata_id=f"{_OBJECTS}{member.id}"))
        except GraphRefused as refused:
            if not refused.already_there:
                raise

    def own(self, group: Group, owner: Person) -> None:
        """Make a person an owner, which makes nobody a member."""
        from msgraph.generated.models.reference_create import (  # noqa: PLC0415 - heavy
            ReferenceCreate,
        )

        owners = self._graph.client.groups.by_group_id(group.id).owners
        self._graph.post(owners.ref, ReferenceCreate(odata_id=f"{_OBJECTS}{owner.id}"))

    def remove(self, group: Group, member: Person | Group) -> None:
        """End a membership."""
        members = self._graph.client.groups.by_group_id(group.id).members
        self._graph.delete(members.by_directory_object_id(member.id).ref)

    def member_ids(self, group: Group) -> set[str]:
        """The ids of everyone in the group, nested groups and their members included."""
        members = self._graph.client.groups.by_group_id(group.id).transitive_members
        return {each["id"] for each in self._graph.every(members, select=["id"], top=999)}

    def clean_up(self) -> None:
        """Delete every group that was created here."""
        while self._made:
            self._graph.delete(self._graph.client.groups.by_group_id(self._made[-1]))
            self._made.pop()
