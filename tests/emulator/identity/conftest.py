"""An emulator without ports, and a way to ask it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import httpx
import pytest

from emulator.app import create_app
from emulator.emulator import Emulator
from emulator.post import Drawer
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from anyio.from_thread import BlockingPortal

LOGIN = "https://login.microsoftonline.com"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """A fresh emulator without ports."""
    emulator = Emulator(Policy.model_validate({"enablement": {"enabled": "all"}}), Drawer())
    yield emulator
    emulator.close()


@pytest.fixture
def call(emulator: Emulator, portal: BlockingPortal) -> Iterator[Callable[..., httpx.Response]]:
    """One request: to the token service, or to the host that the address names."""
    transport = httpx.ASGITransport(create_app(emulator), raise_app_exceptions=False)
    http = httpx.AsyncClient(transport=transport, base_url=LOGIN)
    yield lambda method, url, **more: portal.call(partial(http.request, method, url, **more))
    portal.call(http.aclose)
