"""Where reports are."""

from __future__ import annotations

from emulator.graph.permissions import any_of
from emulator.graph.reports import audits, registration
from emulator.graph.resource import Operation, resource
from emulator.rules.delegation import Right

_READ = any_of("AuditLog.Read.All")
_DETAILS = "/reports/authenticationMethods/userRegistrationDetails"

RESOURCES = (
    resource(
        "/auditLogs/directoryAudits", GET=Operation(audits.list_audits, _READ, Right.READ_REPORTS)
    ),
    resource(
        "/auditLogs/directoryAudits/{id}",
        GET=Operation(audits.get_audit, _READ, Right.READ_REPORTS),
    ),
    resource(_DETAILS, GET=Operation(registration.list_details, _READ, Right.READ_REPORTS)),
    resource(
        f"{_DETAILS}/{{id}}", GET=Operation(registration.get_details, _READ, Right.READ_REPORTS)
    ),
)
