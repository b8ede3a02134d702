"""
Writing the audit log (J1 to J14).

``record`` adds a row about a user; ``note`` a row about anything, by anyone.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.auditing import (
    done_by,
    filed_under,
    happened_at,
    is_kept,
    is_told_once,
    logged_by,
    outcome,
    said,
)
from emulator.store import AuditEvent, User
from emulator.store.log import tells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.store import Group
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


def alone() -> Flow:
    """The flow of something that is done by itself."""
    return Flow(str(uuid.uuid4()))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something: a user, or an application that acts for itself."""

    id: str
    name: str
    is_app: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What something was done to; ``kind`` is User, Group, Role or Policy."""

    kind: str
    id: str | None
    display_name: str
    user_principal_name: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """
    What happened, as a row of the log tells it.

    Attributes:
        activity: The activity's display name.
        service: Who logs it.
        category: The log's category.
        operation: Add, Update, Delete, ...
        result: success or failure.
        reason: Why, or an empty text.
        changes: Old and new values, as ``changed`` makes them.
        details: Further pairs of key and value.
    """

    activity: str
    service: Service = Service.DIRECTORY
    category: str = "UserManagement"
    operation: str = "Update"
    result: str = "success"
    reason: str = ""
    changes: Sequence[dict[str, str]] = ()
    details: Sequence[dict[str, str]] = field(default=())


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """One modified property; both values are JSON, as the log has them."""
    return {"displayName": name, "oldValue": old, "newValue": new}


def of_user(user: User) -> Target:
    """A user as the target of an event."""
    return Target("User", user.id, user.display_name, user.user_principal_name)


def of_group(group: Group) -> Target:
    """A group as the target of an event."""
    return Target("Group", group.id, group.display_name)


def note(
    session: Session, tenant: Tenant, event: Event, actor: Actor, target: Target, *, flow: Flow
) -> None:
    """Add one row: ``actor`` did ``event`` to ``target``."""
    if not is_kept(event.activity, tenant.bent, result=event.result, reason=event.reason):
        return
    if is_told_once(event.activity, tenant.bent) and _tells_of(session, event, target):
        return
    session.add(
        AuditEvent(
            at=happened_at(event.activity, event.reason, tenant.clock.now(), tenant.bent),
            service=logged_by(event.activity, event.service, tenant.bent),
            category=filed_under(event.activity, event.category, tenant.bent),
            activity=event.activity,
            operation=event.operation,
            result=outcome(event.activity, event.result, tenant.bent),
            reason=said(event.activity, event.reason, tenant.bent),
            correlation_id=flow.correlation_id,
            actor_kind="app" if actor.is_app else "user",
            actor_id=actor.id,
            actor_name=done_by(
                event.activity,
                event.result,
                actor.name,
                target.user_principal_name or "",
                tenant.bent,
            ),
            actor_ip=None if actor.is_app else flow.ip,
            target_kind=target.kind,
            target_id=target.id,
            target_name=target.user_principal_name,
            target_display_name=target.display_name,
            changes=list(event.changes),
            details=list(event.details),
        )
    )


def _tells_of(session: Session, event: Event, target: Target) -> bool:
    return tells_of(session, target.id, AuditEvent.activity == event.activity)


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
    event = Event(
        activity=activity,
        service=service,
        category=category,
        operation=operation,
        result=result,
        reason=reason,
        changes=changes or (),
        details=details or (),
    )
    doer = actor or user
    who = Actor(doer.id, doer.user_principal_name)
    note(session, tenant, event, who, of_user(user), flow=flow)
