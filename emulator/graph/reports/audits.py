"""The directory audit log: ``/auditLogs/directoryAudits`` (J1 to J15)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, or_, select

from emulator.graph.answers import collection, entity, when_exactly
from emulator.graph.collections import stored
from emulator.graph.errors import not_found
from emulator.graph.odata.listing import Listing
from emulator.graph.odata.paging import Source
from emulator.rules.auditing import about_another, irregular, readable, told_target
from emulator.store import AuditEvent

if TYPE_CHECKING:
    from sqlalchemy import Select

    from emulator.deviations import Bent
    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call, Reply

_CONTEXT = "auditLogs/directoryAudits"
PAGE = 1000


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
        return collection(
            call, _CONTEXT, map(partial(_shape, bent=call.tenant.bent), page.items), page
        )


def get_audit(call: Call) -> Reply:
    """One row of the log."""
    with call.tenant.store.begin() as session:
        row = session.scalar(_arrived(call).where(AuditEvent.id == call.path["id"].lower()))
        if row is None:
            raise not_found(call.path["id"])
        return entity(call, _CONTEXT, _shape(row, call.tenant.bent))


def _arrived(call: Call) -> Select[AuditEvent]:
    """The rows that can be read by now and are not yet too old (J15, J22)."""
    tenant = call.tenant
    earliest, latest = readable(call.now, tenant.lag.audit, tenant.bent)
    rows = select(AuditEvent).where(AuditEvent.at.between(earliest, latest))
    if some := irregular(call.now, tenant.bent):
        name, value, between = some
        rows = rows.where(or_(getattr(AuditEvent, name) != value, AuditEvent.at.between(*between)))
    return rows


def _shape(row: AuditEvent, bent: Bent) -> Shape:
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
        "targetResources": [_target(row, bent)],
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


def _target(row: AuditEvent, bent: Bent) -> Shape:
    if about_another(row.activity, bent):
        return {"id": row.id, "type": row.target_kind, "modifiedProperties": []}
    return {
        "id": row.target_id,
        "displayName": row.target_display_name,
        "type": row.target_kind,
        "userPrincipalName": told_target(row.activity, row.target_name, bent),
        "groupType": "azureAD" if row.target_kind == "Group" else None,
        "modifiedProperties": row.changes,
    }
