"""Faults as clients meet them, over the emulator's own port."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

import anyio.from_thread
import httpx
import pytest

from emulator.deviations import STRAIGHT
from emulator.faults import NONE, Burst, Faults
from emulator.server import Server, Settings
from sspr.policy import load_policy
from sspr.wire import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"
CATALOGUE = "https://mailosaur.com/api/screenshots/clients"
PAGE = "https://passwordreset.microsoftonline.com/"


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A client that trusts it; afterwards nothing goes wrong any more."""
    words = server.greeting()
    route = Route(words["port"], words["certificate"], words["spki"])
    with httpx.Client(transport=route.httpx_sync_transport(), trust_env=False) as client:
        yield client
    server.emulator.suffer(NONE)


def test_a_connection_breaks_and_the_next_holds(
    server: Server, client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    """The client sees no answer but a broken connection; the server goes on without complaint."""
    server.emulator.suffer(Faults(mailbox=Burst(failure="reset", times=2)))
    for _ in range(2):
        with pytest.raises(httpx.TransportError):
            client.get(CATALOGUE)
    assert client.get(CATALOGUE).status_code == 401
    assert not caplog.records


def test_a_connection_breaks_under_an_order_with_a_body(
    server: Server, client: httpx.Client
) -> None:
    """It makes no difference that the client was still sending."""
    server.emulator.suffer(Faults(mailbox=Burst(failure="reset")))
    with pytest.raises(httpx.TransportError):
        client.post(CATALOGUE, content=b"x" * 200_000)
    assert client.get(CATALOGUE).status_code == 401


def test_slow_pages_are_slow_and_nothing_else_is(server: Server, client: httpx.Client) -> None:
    """A page keeps a person waiting for as long as was asked; the mailbox does not."""
    with contextlib.suppress(httpx.TransportError):
        client.get(CATALOGUE)
    server.emulator.suffer(Faults(slow_pages_ms=1000))
    seconds = []
    for url in (PAGE, CATALOGUE):
        began = time.perf_counter()
        client.get(url)
        seconds.append(time.perf_counter() - began)
    assert seconds[0] >= 1 > seconds[1]


def test_an_open_connection_does_not_delay_the_end(caplog: pytest.LogCaptureFixture) -> None:
    """A client may keep its connection; the server does not run into its limit for goodbyes."""
    settings = Settings(policy=load_policy(POLICY), bent=STRAIGHT)
    with anyio.from_thread.start_blocking_portal() as portal:
        running = portal.wrap_async_context_manager(Server.started(settings))
        with running as server:
            words = server.greeting()
            route = Route(words["port"], words["certificate"], words["spki"])
            client = httpx.Client(transport=route.httpx_sync_transport(), trust_env=False)
            client.get(CATALOGUE)
    client.close()
    assert not caplog.records
