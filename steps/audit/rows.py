"""What a row of the audit log says, to whoever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steps.expect import expect

if TYPE_CHECKING:
    from sspr.directory.audit import AuditRow
    from steps.cast.actor import Actor

CATEGORY = "UserManagement"  # J1


def readable(row: AuditRow) -> dict[str, str]:
    """A row as evidence shows it."""
    return {
        "time": row.time.isoformat(),
        "activity": row.activity,
        "result": row.result,
        "reason": row.reason,
        "correlationId": row.correlation_id,
        "actor": row.actor,
    }


def all_name(rows: list[AuditRow], user: Actor, service: str, result: str = "success") -> None:
    """
    Check what each row says: whom it is about and by whom, who logged it, how it ended (J1).

    Raises:
        Deviation: One names another user, service, category or result.
    """
    nameless = [
        row
        for row in rows
        if (row.result, row.service, row.category) != (result, service, CATEGORY)
        or user.person.id not in row.targets
        or row.actor.casefold() != user.account.casefold()
        or _misnames(row, user)
    ]
    told = [f"{row.reason or row.activity} ({row.service}, {row.result})" for row in nameless]
    expect(
        not nameless,
        f"All {len(rows)} rows name the user, the service {service} and the result.",
        f"{len(nameless)} do not: {'; '.join(told)}.",
    )


def gives_reason(rows: list[AuditRow], reason: str) -> None:
    """
    Check that each row gives a reason that begins so; how they go on varies (J5, J9).

    Raises:
        Deviation: One gives another reason, or none.
    """
    other = [row.reason for row in rows if not row.reason.lower().startswith(reason.lower())]
    expect(
        not other,
        f"The reason of the row is: {reason}.",
        f"It is: {'; '.join(each or 'none' for each in other)}.",
    )


def _misnames(row: AuditRow, user: Actor) -> bool:
    """Whether ``row`` gives the user a user principal name that is another's."""
    given = [each.get("userPrincipalName") for each in row.raw.get("targetResources") or []]
    return any(name.casefold() != user.account.casefold() for name in given if name)
