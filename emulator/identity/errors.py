"""What the token service answers when it refuses."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.requests import Request


@dataclass(eq=False)
class Refusal(Exception):  # noqa: N818 - the service refuses, nothing failed
    """
    A refused request.

    Attributes:
        error: The OAuth 2 error code.
        number: The AADSTS number.
        reason: One sentence.
        status: The HTTP status.
    """

    error: str
    number: int
    reason: str
    status: int = 400


def answer(request: Request, refusal: Refusal) -> JSONResponse:
    """The refusal as the service words it."""
    now = request.state.tenant.clock.now()
    trace = str(uuid.uuid4())
    correlation = request.headers.get("client-request-id") or str(uuid.uuid4())
    description = (
        f"AADSTS{refusal.number}: {refusal.reason} Trace ID: {trace} "
        f"Correlation ID: {correlation} Timestamp: {now:%Y-%m-%d %H:%M:%SZ}"
    )
    body = {
        "error": refusal.error,
        "error_description": description,
        "error_codes": [refusal.number],
        "timestamp": f"{now:%Y-%m-%d %H:%M:%SZ}",
        "trace_id": trace,
        "correlation_id": correlation,
        "error_uri": f"https://login.microsoftonline.com/error?code={refusal.number}",
    }
    return JSONResponse(body, refusal.status)


def unknown_tenant(name: str) -> Refusal:
    """No tenant goes by ``name`` here."""
    return Refusal("invalid_request", 90002, f"Tenant '{name}' not found.")
