"""Answers that come late, badly or not at all, as the faults at present say."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse

from emulator.graph.errors import GraphError
from emulator.graph.wire import refuse
from emulator.hosts import CONTROL_HOST

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from emulator.emulator import Emulator
    from emulator.faults import Burst, Faults

_WIRES = {"graph.microsoft.com": "graph", "mailosaur.com": "mailbox", CONTROL_HOST: "control"}
_ADVISING = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_GRAPH_CODES = {
    HTTPStatus.TOO_MANY_REQUESTS: "TooManyRequests",
    HTTPStatus.SERVICE_UNAVAILABLE: "serviceNotAvailable",
}


class FaultyWire:
    """Stands before the application and spoils some of its answers; never the control's."""

    def __init__(self, app: ASGIApp, emulator: Emulator) -> None:
        self._app = app
        self._emulator = emulator
        self._faults: Faults | None = None
        self._seen: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or spoil it."""
        wire = _WIRES.get(_host(scope), "pages")
        burst = self._burst(wire)
        if burst is None:
            if wire == "pages" and (delay := self._emulator.faults.slow_pages_ms):
                await asyncio.sleep(delay / 1000)
            await self._app(scope, receive, send)
        elif burst.failure == "reset":
            await _hang_up(receive, send)
        else:
            await self._failure(wire, burst, scope)(scope, receive, send)

    def _burst(self, wire: str) -> Burst | None:
        """The failure that this request is to meet; the count begins anew with other faults."""
        if self._faults is not self._emulator.faults:
            self._faults = self._emulator.faults
            self._seen.clear()
        burst: Burst | None = getattr(self._faults, wire, None)
        number = self._seen[wire]
        self._seen[wire] += 1
        return burst if burst and burst.hits(number) else None

    def _failure(self, wire: str, burst: Burst, scope: Scope) -> Response:
        status = HTTPStatus(int(burst.failure))
        message = f"{status.phrase} (fault on demand)."
        advice = {"Retry-After": str(burst.retry_after_seconds)} if status in _ADVISING else {}
        if wire == "graph":
            error = GraphError(
                status, _GRAPH_CODES.get(status, "generalException"), message, advice
            )
            return refuse(Request(scope), self._emulator.tenant, error)
        return JSONResponse({"type": "Fault", "message": message}, status, advice)


def _host(scope: Scope) -> str:
    headers: dict[bytes, bytes] = dict(scope.get("headers", ()))
    return headers.get(b"host", b"").decode("latin-1").partition(":")[0].lower()


async def _hang_up(receive: Receive, send: Send) -> None:
    """Break the connection: what is under way is lost, and the other side sees a reset."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("the connection breaks on demand")
    linger_not = struct.pack("ii", 1, 0)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_not)
    transport.abort()
    while (await receive())["type"] != "http.disconnect":
        continue
