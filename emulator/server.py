"""The running emulator: one TLS port and one SMTP port, both on the loopback address only."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import uvicorn

from emulator.app import create_app
from emulator.certificate import Certificate
from emulator.emulator import Emulator
from emulator.faults import NONE, Faults
from emulator.hosts import HOSTS
from emulator.mailbox.outbox import Outbox
from emulator.mailbox.smtp import listen

if TYPE_CHECKING:
    import datetime as dt
    import ssl
    from collections.abc import AsyncIterator

    from emulator.deviations import Bent
    from sspr.policy import Policy

LOOPBACK = "127.0.0.1"
_GOODBYE_SECONDS = 1
# Clients let go of an idle connection after five seconds. A server that did so at the same moment
# would now and then hang up on a request that is under way.
_IDLE_SECONDS = 75


@dataclass(frozen=True, slots=True)
class Settings:
    """
    How an emulator begins; ``port`` 0 lets the machine choose one.

    ``watched`` lets it note which deviations bear on what happens.
    """

    policy: Policy
    bent: Bent
    service_date: dt.date | None = None
    faults: Faults = NONE
    port: int = 0
    watched: bool = False


class Server:
    """One emulator behind its ports."""

    def __init__(self, emulator: Emulator, listening: socket.socket, smtp_port: int) -> None:
        self.emulator = emulator
        self.smtp_port = smtp_port
        self.certificate = Certificate.issue(HOSTS)
        self._socket = listening
        self._uvicorn = _uvicorn(emulator, self.certificate)

    @classmethod
    @contextlib.asynccontextmanager
    async def started(cls, settings: Settings) -> AsyncIterator[Self]:
        """
        Serve while the block runs.

        Raises:
            OSError: The port is taken.
        """
        listening = _listen(settings.port)
        outbox = Outbox()
        emulator = Emulator(
            settings.policy,
            outbox,
            service_date=settings.service_date,
            bent=settings.bent,
            faults=settings.faults,
            watched=settings.watched,
        )
        async with await listen(emulator) as smtp:
            outbox.connect(smtp.port)
            server = cls(emulator, listening, smtp.port)
            task = asyncio.create_task(server._uvicorn.serve(sockets=[listening]))
            try:
                yield server
            finally:
                server.stop()
                server.hang_up()
                await task
                emulator.close()

    @property
    def port(self) -> int:
        """The TLS port that serves every host."""
        return int(self._socket.getsockname()[1])

    def greeting(self) -> dict[str, Any]:
        """The emulator's greeting, with where it listens and how to trust it."""
        return {
            "port": self.port,
            "smtp_port": self.smtp_port,
            "certificate": self.certificate.pem,
            "spki": self.certificate.spki,
            **self.emulator.greeting(),
        }

    def stop(self) -> None:
        """Ask the server to end; safe from any thread."""
        self._uvicorn.should_exit = True

    def hang_up(self) -> None:
        """Break every connection: a browser that keeps one open need not agree to the end."""
        for connection in list(self._uvicorn.server_state.connections):
            if connection.transport:
                connection.transport.abort()


def _listen(port: int) -> socket.socket:
    # Named TCP: an accepted socket of protocol 0 would keep Nagle's delay of 40 ms an answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except OSError:
        listening.close()
        raise
    listening.listen(128)
    return listening


def _uvicorn(emulator: Emulator, certificate: Certificate) -> uvicorn.Server:
    def context(_config: uvicorn.Config, _default: object) -> ssl.SSLContext:
        return certificate.server_context()

    return uvicorn.Server(
        uvicorn.Config(
            create_app(emulator),
            ssl_context_factory=context,
            lifespan="off",
            log_level="warning",
            access_log=False,
            date_header=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=_GOODBYE_SECONDS,
        )
    )
