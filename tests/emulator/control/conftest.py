"""An emulator whose control is in the test's hands."""

from __future__ import annotations

import base64
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from starlette.applications import Starlette

from emulator import control, mailbox
from emulator.app import TenantOnEveryRequest
from emulator.emulator import Emulator
from emulator.post import Drawer
from emulator.store import User
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from anyio.from_thread import BlockingPortal

ADDRESSES = {
    "emulator.control": "https://emulator.test",
    "emulator.mailbox": "https://mailosaur.com",
}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """A fresh emulator without ports."""
    emulator = Emulator(Policy.model_validate({"enablement": {"enabled": "all"}}), Drawer())
    yield emulator
    emulator.close()


class Caller:
    """Calls the emulator without a port; a crash of the server shows as status 500."""

    def __init__(
        self, emulator: Emulator, portal: BlockingPortal, package: ModuleType = control
    ) -> None:
        app = TenantOnEveryRequest(Starlette(routes=package.routes()), emulator)
        self._portal = portal
        self._http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False),
            base_url=ADDRESSES[package.__name__],
        )
        self.headers = self._http.headers
        self.cookies = self._http.cookies

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request and its answer."""
        return self._portal.call(partial(self._http.request, method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        """GET."""
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        """POST."""
        return self.request("POST", path, **more)

    def put(self, path: str, **more: Any) -> httpx.Response:
        """PUT."""
        return self.request("PUT", path, **more)


@pytest.fixture
def stranger(emulator: Emulator, portal: BlockingPortal) -> Caller:
    """A caller who knows no token."""
    return Caller(emulator, portal)


@pytest.fixture
def controller(emulator: Emulator, stranger: Caller) -> Caller:
    """A caller who knows the token."""
    stranger.headers["Authorization"] = f"Bearer {emulator.control_token}"
    return stranger


@pytest.fixture
def reader(emulator: Emulator, portal: BlockingPortal) -> Caller:
    """A caller of the mailbox who knows the API key."""
    caller = Caller(emulator, portal, mailbox)
    key = base64.b64encode(f"{emulator.mailbox.api_key}:".encode()).decode()
    caller.headers["Authorization"] = f"Basic {key}"
    return caller


@pytest.fixture
def admin(emulator: Emulator) -> User:
    """The tenant's first administrator."""
    with emulator.tenant.store.begin() as session:
        return session.query(User).one()
