"""The audit log, read through Graph (J1 to J14)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sspr.directory.odata import moment
from sspr.errors import Deviation, Inconclusive

if TYPE_CHECKING:
    from collections.abc import Callable

    from sspr.directory.graph import Graph
    from sspr.people import Person

SSPR = "Self-service Password Management"
METHODS = "Authentication Methods"

_EMULATED_SPAN = dt.timedelta(seconds=2)
_LIVE_SPAN = dt.timedelta(minutes=15)  # J15: five to ten minutes, up to an hour
_LONG_ENOUGH = dt.timedelta(days=1)
_EMULATED_PAUSE = dt.timedelta(milliseconds=50)
_LIVE_PAUSE = dt.timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """
    One row of the audit log.

    Attributes:
        id: Graph's id of the row.
        time: When it happened, by the tenant's clock.
        service: Who logged it (J1).
        category: Such as ``UserManagement``.
        activity: The activity's display name (J2, J4).
        result: success, failure or timeout.
        reason: The reason of the result, such as a step of a flow (J6).
        correlation_id: What the rows of one flow share (J8).
        actor: The user principal name of who did it, or an application's name.
        targets: The ids of what it was done to.
        changes: Property names with their old and new values.
        raw: The row as Graph wrote it.
    """

    id: str
    time: dt.datetime
    service: str
    category: str
    activity: str
    result: str
    reason: str
    correlation_id: str
    actor: str
    actor_id: str
    targets: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...] = field(repr=False)
    raw: dict[str, Any] = field(repr=False, compare=False)

    @classmethod
    def of(cls, row: dict[str, Any]) -> AuditRow:
        """The row that a ``directoryAudit`` describes."""
        by = row.get("initiatedBy") or {}
        actor = by.get("user") or by.get("app") or {}
        targets = row.get("targetResources") or []
        return cls(
            id=row["id"],
            time=dt.datetime.fromisoformat(row["activityDateTime"]),
            service=row.get("loggedByService") or "",
            category=row["category"],
            activity=row["activityDisplayName"],
            result=row.get("result") or "",
            reason=row.get("resultReason") or "",
            correlation_id=row.get("correlationId") or "",
            actor=actor.get("userPrincipalName") or actor.get("displayName") or "",
            actor_id=actor.get("id") or "",
            targets=tuple(target.get("id") or "" for target in targets),
            changes=tuple(_changes(targets)),
            raw=row,
        )

    def about(self, person: Person) -> bool:
        """Whether ``person`` did it or had it done."""
        return person.id in (*self.targets, self.actor_id)


def _changes(targets: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    properties = [each for target in targets for each in target.get("modifiedProperties") or []]
    return [
        (each.get("displayName") or "", each.get("oldValue") or "", each.get("newValue") or "")
        for each in properties
    ]


class Audit:
    """The audit log of one tenant."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def rows(self, since: dt.datetime, person: Person | None = None) -> list[AuditRow]:
        """Every row since a time of the tenant's, oldest first; about ``person`` where given."""
        found = self._graph.every(
            self._graph.client.audit_logs.directory_audits,
            filter=f"activityDateTime ge {moment(since)}",
        )
        rows = [AuditRow.of(row) for row in found]
        chosen = [row for row in rows if person is None or row.about(person)]
        return sorted(chosen, key=lambda row: row.time)

    def wait_for(
        self,
        since: dt.datetime,
        person: Person | None,
        enough: Callable[[list[AuditRow]], object],
        *,
        expected: str,
    ) -> list[AuditRow]:
        """
        The rows about ``person``, or about anybody for None, as soon as they are ``enough``.

        A tenant whose clock can be moved is given a day to bring them: late is not missing.

        Raises:
            Deviation: They are not, and will not be.
            Inconclusive: They are not, though they may still be under way (J15).
        """
        clock, live = self._graph.tenant.clock, self._graph.tenant.live
        end = clock.now() + (_LIVE_SPAN if live else _EMULATED_SPAN)
        while not enough(rows := self.rows(since, person)):
            if clock.now() >= end:
                return self._in_the_end(since, person, enough, expected)
            clock.wait_until(clock.now() + (_LIVE_PAUSE if live else _EMULATED_PAUSE))
        return rows

    def _in_the_end(
        self,
        since: dt.datetime,
        person: Person | None,
        enough: Callable[[list[AuditRow]], object],
        expected: str,
    ) -> list[AuditRow]:
        capabilities = self._graph.tenant.capabilities
        if capabilities.has("clock"):
            capabilities.advance(_LONG_ENOUGH)
        if enough(rows := self.rows(since, person)):
            return rows
        raise self._absent(rows, expected)

    def _absent(self, rows: list[AuditRow], expected: str) -> Exception:
        if self._graph.tenant.live:
            return Inconclusive(f"After {_LIVE_SPAN} the audit log does not show it yet.")
        seen = "; ".join(f"{row.activity} ({row.reason or row.result})" for row in rows)
        return Deviation(expected, f"The audit log has {seen or 'nothing about the person'}.")
