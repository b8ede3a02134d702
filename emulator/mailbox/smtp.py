"""SMTP in: every mail that anyone on this machine sends to the emulator ends in its mailbox."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Self
from weakref import WeakSet

from aiosmtpd.smtp import SMTP

from emulator.mailbox.arrival import SMS_DOMAIN, deliver
from emulator.mailbox.envelope import Arrival
from emulator.rules.letters import time_under_way

if TYPE_CHECKING:
    from aiosmtpd.smtp import Envelope, Session

    from emulator.emulator import Emulator

_LOOPBACK = "127.0.0.1"
_log = logging.getLogger(__name__)


class Listener:
    """The SMTP port; leaving its block closes it with every connection."""

    def __init__(self, server: asyncio.Server, connections: WeakSet[SMTP]) -> None:
        self._server = server
        self._connections = connections

    @property
    def port(self) -> int:
        """The port on the loopback address."""
        return int(self._server.sockets[0].getsockname()[1])

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Hang up on everyone, so that no idle client keeps the server from ending."""
        self._server.close()
        for connection in self._connections:
            if connection.transport:
                connection.transport.abort()
        await self._server.wait_closed()


async def listen(emulator: Emulator) -> Listener:
    """Accept mail for ``emulator`` on a port that the machine chooses."""
    loop = asyncio.get_running_loop()
    handler = _Handler(emulator)
    connections: WeakSet[SMTP] = WeakSet()

    def connection() -> SMTP:
        smtp = SMTP(
            handler,
            hostname="emulator.test",
            ident="sspr-harness emulator",
            enable_SMTPUTF8=True,
            loop=loop,
        )
        connections.add(smtp)
        return smtp

    return Listener(await loop.create_server(connection, _LOOPBACK, 0), connections)


def _to_telephones(envelope: Envelope) -> bool:
    """Whether what came in are texts, by the gateway that they come by."""
    return all(each.lower().endswith(f"@{SMS_DOMAIN}") for each in envelope.rcpt_tos)


class _Handler:
    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    async def handle_DATA(  # noqa: N802 - the name that aiosmtpd looks for
        self, _server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Store one mail in the tenant that stands now."""
        tenant = self._emulator.tenant
        arrival = Arrival(
            raw=envelope.original_content or b"",
            mail_from=envelope.mail_from or "",
            rcpt_to=tuple(envelope.rcpt_tos),
            ehlo=str(session.host_name or ""),
            own_domains=frozenset(tenant.organization.custom_domains),
            at=tenant.clock.now() + time_under_way(tenant.bent, text=_to_telephones(envelope)),
        )
        with tenant.store.begin() as work:
            deliver(work, arrival, self._emulator.mailbox.server)
        return "250 OK"

    async def handle_exception(self, error: Exception) -> str:
        """Refuse a mail without telling the sender why; the log knows."""
        _log.error("a mail could not be stored", exc_info=error)
        return "451 The mail could not be stored"
