"""Writing the audit log (J1 to J14)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.store import AuditEvent, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.tenant import Tenant


class Service(StrEnum):
    """Who logged an event (J1)."""

    SSPR = "Self-service Password Management"
    METHODS = "Authentication Methods"
    DIRECTORY = "Core Directory"


@dataclass(frozen=True, slots=True)
class Flow:
    """One person's way through registration or reset; all its rows share the id (J8)."""

    correlation_id: str
    ip: str = "127.0.0.1"


def record(
    session: Session,
    tenant: Tenant,
    activity: str,
    user: User,
    flow: Flow,
    *,
    service: Service = Service.SSPR,
    result: str = "success",
    reason: str = "",
    actor: User | None = None,
    changes: list[dict[str, str]] | None = None,
    details: list[dict[str, str]] | None = None,
    category: str = "UserManagement",
    operation: str = "Update",
) -> None:
    """Add one row about ``user``, done by ``actor`` or, where that is left out, by themselves."""
    doer = actor or user
    session.add(
        AuditEvent(
            at=tenant.clock.now(),
            service=service,
            category=category,
            activity=activity,
            operation=operation,
            result=result,
            reason=reason,
            correlation_id=flow.correlation_id,
            actor_id=doer.id,
            actor_name=doer.user_principal_name,
            actor_ip=flow.ip,
            target_id=user.id,
            target_name=user.user_principal_name,
            target_display_name=user.display_name,
            changes=changes or [],
            details=details or [],
        )
    )
