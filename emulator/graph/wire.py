"""Graph over HTTP."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from emulator.actions.notify import send
from emulator.graph.errors import GraphError, bad_request
from emulator.graph.exchange import Call, Reply, refusal
from emulator.graph.service import answer

if TYPE_CHECKING:
    from starlette.requests import Request

    from emulator.tenant import Tenant

_JSON = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false"


async def serve(request: Request) -> Response:
    """Answer one HTTP request."""
    try:
        call = _call(request, request.state.tenant, _json(await request.body()))
    except GraphError as error:
        return refuse(request, request.state.tenant, error)
    reply = answer(call)
    await send(call.tenant.post, call.letters)
    return _response(reply)


def refuse(request: Request, tenant: Tenant, error: GraphError) -> Response:
    """The answer to a request that does not even get as far as being read."""
    call = _call(request, tenant, None)
    return _response(refusal(call, error).named(call))


def _call(request: Request, tenant: Tenant, body: object) -> Call:
    headers = dict(request.headers)
    return Call(tenant, request.method, str(request.url), headers, body)


def _json(raw: bytes) -> object:
    if not raw.strip():
        return None
    try:
        value = json.loads(raw, parse_constant=_no_number)
        # JSON can spell half a character; nothing that keeps text takes one.
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise bad_request("Unable to read JSON request payload.", "BadRequest") from None
    return value


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _response(reply: Reply) -> Response:
    headers = {"OData-Version": "4.0", "Cache-Control": "no-cache", **reply.headers}
    if reply.body is None:
        return Response(status_code=reply.status, headers=headers)
    return JSONResponse(reply.body, reply.status, headers, media_type=_JSON)
