"""A small TLS server under any name, for the clients' tests."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from emulator.certificate import Certificate
from sspr.directory import GraphSession, graph_session
from sspr.embedded import Embedded
from sspr.wire import Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp

    from sspr.tenant import Tenant

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


@pytest.fixture(scope="session")
def embedded() -> Iterator[Embedded]:
    """An emulator for the whole session."""
    emulator = Embedded.start(Path("policies/tutorial.toml"))
    yield emulator
    emulator.stop()


@pytest.fixture
def emulated(embedded: Embedded) -> Tenant:
    """A tenant in which nothing has happened yet and nothing goes wrong."""
    embedded.control.set_faults({})
    return embedded.reset(deviations=[])


@pytest.fixture(scope="session")
def emulated_graph(embedded: Embedded) -> Iterator[GraphSession]:
    """One loop for every test that talks to the emulator; it ends before the emulator does."""
    del embedded
    with graph_session() as session:
        yield session
