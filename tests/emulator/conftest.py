"""Running emulators, in this process or in one of their own, and a browser that is led to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anyio.from_thread
import pytest
from playwright.sync_api import sync_playwright

from emulator.deviations import STRAIGHT
from emulator.server import Server, Settings
from sspr.bootstrap.browser import browser_executable
from sspr.embedded import Embedded
from sspr.policy import load_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from anyio.from_thread import BlockingPortal
    from playwright.sync_api import Browser

    from sspr.wire import Route

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    """The loop of the emulators in this process, and of every call to them."""
    with anyio.from_thread.start_blocking_portal() as portal:
        yield portal


@pytest.fixture(scope="module")
def server(portal: BlockingPortal) -> Iterator[Server]:
    """An emulator in this process, for all tests of a module."""
    settings = Settings(policy=load_policy(POLICY), bent=STRAIGHT)
    with portal.wrap_async_context_manager(Server.started(settings)) as server:
        yield server


@pytest.fixture(scope="module")
def embedded() -> Iterator[Embedded]:
    """An emulator in a process of its own, for all tests of a module."""
    embedded = Embedded.start(POLICY)
    yield embedded
    embedded.stop()


@pytest.fixture(scope="module")
def route(embedded: Embedded) -> Route:
    """The way of the browser."""
    return embedded.route


@pytest.fixture(scope="module")
def browser(route: Route) -> Iterator[Browser]:
    """A browser in which Microsoft's addresses lead to the emulator."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_executable(), args=route.browser_arguments()
        )
        yield browser
        browser.close()
