"""The directory audit log: ``/auditLogs/directoryAudits`` (J1 to J15)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, select

from emulator.graph.answers import collection, entity, when_exactly
from emulator.graph.collections import stored
from emulator.graph.errors import not_found
from emulator.graph.odata.listing import Listing
from emulator.graph.odata.paging import Source
from emulator.store import AuditEvent

if TYPE_CHECKING:
    from sqlalchemy import Select

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call, Reply

_CONTEXT = "auditLogs/directoryAudits"
PAGE = 1000
KEPT = dt.timedelta(days=30)  # J22


def _if_actor(kind: str, column: Any) -> Any:
    return case((AuditEvent.actor_kind == kind, column))


_LISTING = Listing(
    name=_CONTEXT,
    key=AuditEvent.id,
    properties={
        "id": AuditEvent.id,
        "activityDateTime": AuditEvent.at,
        "activityDisplayName": AuditEvent.activity,
        "category": AuditEvent.category,
        "correlationId": AuditEvent.correlation_id,
        "loggedByService": AuditEvent.service,
        "operationType": AuditEvent.operation,
        "result": AuditEvent.result,
        "initiatedBy/user/id": _if_actor("user", AuditEvent.actor_id),
        "initiatedBy/user/userPrincipalName": _if_actor("user", AuditEvent.actor_name),
        "initiatedBy/app/appId": _if_actor("app", AuditEvent.actor_id),
        "initiatedBy/app/displayName": _if_actor("app", AuditEvent.actor_name),
    },
    elements={
        "targetResources": {
            "id": AuditEvent.target_id,
            "displayName": AuditEvent.target_display_name,
            "userPrincipalName": AuditEvent.target_name,
            "type": AuditEvent.target_kind,
        }
    },
    page=(PAGE, PAGE),
    order=(("activityDateTime", True),),
)


def list_audits(call: Call) -> Reply:
    """A page of the log, newest first."""
    with call.tenant.store.begin() as session:
        page = stored(call, session, Source(_arrived(call), _LISTING))
        return collection(call, _CONTEXT, map(_shape, page.items), page)


def get_audit(call: Call) -> Reply:
    """One row of the log."""
    with call.tenant.store.begin() as session:
        row = session.scalar(_arrived(call).where(AuditEvent.id == call.path["id"].lower()))
        if row is None:
            raise not_found(call.path["id"])
        return entity(call, _CONTEXT, _shape(row))


def _arrived(call: Call) -> Select[AuditEvent]:
    """The rows that can be read by now and are not yet too old (J15, J22)."""
    latest, earliest = call.now - call.tenant.lag.audit, call.now - KEPT
    return select(AuditEvent).where(AuditEvent.at.between(earliest, latest))


def _shape(row: AuditEvent) -> Shape:
    return {
        "id": row.id,
        "category": row.category,
        "correlationId": row.correlation_id,
        "result": row.result,
        "resultReason": row.reason,
        "activityDisplayName": row.activity,
        "activityDateTime": when_exactly(row.at),
        "loggedByService": str(row.service),
        "operationType": row.operation,
        "initiatedBy": _initiator(row),
        "targetResources": [_target(row)],
        "additionalDetails": row.details,
    }


def _initiator(row: AuditEvent) -> Shape:
    if row.actor_kind == "app":
        app = {
            "appId": row.actor_id,
            "displayName": row.actor_name,
            "servicePrincipalId": None,
            "servicePrincipalName": None,
        }
        return {"app": app, "user": None}
    user = {
        "id": row.actor_id,
        "displayName": None,
        "userPrincipalName": row.actor_name,
        "ipAddress": row.actor_ip,
    }
    return {"app": None, "user": user}


def _target(row: AuditEvent) -> Shape:
    return {
        "id": row.target_id,
        "displayName": row.target_display_name,
        "type": row.target_kind,
        "userPrincipalName": row.target_name,
        "groupType": "azureAD" if row.target_kind == "Group" else None,
        "modifiedProperties": row.changes,
    }
