"""A small TLS server under any name, for the clients' tests."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import uvicorn

from emulator.certificate import Certificate
from sspr.wire import Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp

NAMES = ("graph.microsoft.com", "login.microsoftonline.com", "mailosaur.com", "emulator.test")


@dataclass(frozen=True)
class Serve:
    """Starts servers that end with the test."""

    closing: contextlib.ExitStack

    def __call__(self, app: ASGIApp) -> Route:
        """Serve ``app`` under every name; returns the way to it."""
        return self.closing.enter_context(_served(app))


@contextlib.contextmanager
def _served(app: ASGIApp) -> Iterator[Route]:
    certificate = Certificate.issue(NAMES)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            ssl_context_factory=lambda *_: certificate.server_context(),
            lifespan="off",
            log_level="error",
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield Route(listening.getsockname()[1], certificate.pem, certificate.spki)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture
def serve() -> Iterator[Callable[[ASGIApp], Route]]:
    """Starts small TLS servers."""
    with contextlib.ExitStack() as closing:
        yield Serve(closing)
