"""A mailbox that really listens, and the vendor's own client to talk to it."""

from __future__ import annotations

import asyncio
import contextlib
import smtplib
import socket
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
import uvicorn
from mailosaur import MailosaurClient
from starlette.routing import Router

from emulator.app import TenantOnEveryRequest
from emulator.emulator import Emulator
from emulator.mailbox import routes
from emulator.mailbox.outbox import Outbox
from emulator.mailbox.smtp import listen
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from anyio.from_thread import BlockingPortal


class Provider:
    """A running mailbox: its emulator, its ports, and the tenant's post into it."""

    def __init__(self, emulator: Emulator, outbox: Outbox, smtp_port: int, http_port: int) -> None:
        self.emulator = emulator
        self.outbox = outbox
        self.smtp_port = smtp_port
        self.base_url = f"http://127.0.0.1:{http_port}/"
        self.portal: BlockingPortal | None = None

    @property
    def server(self) -> str:
        """The id of the practice inbox."""
        return self.emulator.mailbox.server

    def address(self, name: str) -> str:
        """An address in the practice inbox."""
        return f"{name}@{self.emulator.mailbox.domain}"

    def client(self, api_key: str | None = None) -> MailosaurClient:
        """The unmodified SDK."""
        client = MailosaurClient(api_key or self.emulator.mailbox.api_key, self.base_url)
        client.messages.session.trust_env = False
        return client

    def send(self, to: str, *, subject: str = "Hello", text: str = "Words", **more: str) -> None:
        """Send a mail from outside, as any program on this machine could."""
        message = EmailMessage()
        message["From"] = more.get("sender", "Robin Writer <robin@example.com>")
        message["To"] = to
        message["Subject"] = subject
        message.set_content(text)
        if html := more.get("html"):
            message.add_alternative(html, subtype="html")
        self.send_raw(message.as_bytes(), to)

    def send_raw(self, raw: bytes, *to: str) -> None:
        """Send bytes that may or may not be a mail."""
        with smtplib.SMTP("127.0.0.1", self.smtp_port, local_hostname="tester") as smtp:
            smtp.sendmail("robin@example.com", list(to), raw)


@pytest.fixture(scope="session")
def running(portal: BlockingPortal) -> Iterator[Provider]:
    """One mailbox for all tests."""
    outbox = Outbox()
    emulator = Emulator(Policy.model_validate({"enablement": {"enabled": "all"}}), outbox)
    with portal.wrap_async_context_manager(_running(emulator, outbox)) as provider:
        provider.portal = portal
        yield provider
    emulator.close()


@pytest.fixture
def provider(running: Provider) -> Provider:
    """The mailbox of a fresh tenant."""
    running.emulator.reset()
    return running


@pytest.fixture
def client(provider: Provider) -> Iterator[MailosaurClient]:
    """The unmodified SDK with the right key."""
    client = provider.client()
    yield client
    client.messages.session.close()


@contextlib.asynccontextmanager
async def _running(emulator: Emulator, outbox: Outbox) -> AsyncIterator[Provider]:
    app = TenantOnEveryRequest(Router(routes()), emulator)
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="error"))
    listening = socket.socket(proto=socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    async with await listen(emulator) as smtp:
        outbox.connect(smtp.port)
        task = asyncio.create_task(server.serve(sockets=[listening]))
        yield Provider(emulator, outbox, smtp.port, listening.getsockname()[1])
        server.should_exit = True
        await task
