"""
A pytest plugin that measures what the harness itself costs in a step.

What counts is the processor time of the scenario's thread inside a step, without what is spent in
calls of the browser, Graph, the mailbox and the control API. What Graph's own SDK takes to make
its clients and the objects that it sends belongs to these calls. Where `SSPR_OWN_TIME` names a
file, the milliseconds of each step are written there as JSON.
"""

from __future__ import annotations

import functools
import json
import os
import time
from inspect import isfunction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import requests
from mailosaur.operations.messages_operations import MessagesOperations
from msgraph.generated.models.password_profile import PasswordProfile
from msgraph.generated.models.unified_role_assignment import UnifiedRoleAssignment
from msgraph.generated.models.user import User
from playwright.sync_api import Browser, BrowserContext, Keyboard, Locator, Page

from sspr.directory.session import GraphSession

if TYPE_CHECKING:
    from collections.abc import Callable


def _calls(owner: type) -> list[str]:
    """The names of what can be called on ``owner``."""
    return [name for name, it in vars(owner).items() if name[0] != "_" and isfunction(it)]


BROWSER = (Browser, BrowserContext, Keyboard, Locator, Page)
OUTSIDE = (
    *((owner, name) for owner in BROWSER for name in _calls(owner)),
    *((MessagesOperations, name) for name in _calls(MessagesOperations)),
    *((GraphSession, name) for name in ("client", "call")),
    *((model, "__init__") for model in (User, PasswordProfile, UnifiedRoleAssignment)),
    (requests.Session, "request"),
    (httpx.Client, "request"),
)


class Stopwatch:
    """Adds up what is spent outside, calls within calls once."""

    def __init__(self) -> None:
        self.outside = self._began = 0.0
        self._depth = 0
        self.steps: list[float] = []

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """``call``, its time counted as spent outside."""

        @functools.wraps(call)
        def counted(*args: Any, **kwargs: Any) -> Any:
            began = time.thread_time()
            self._depth += 1
            try:
                return call(*args, **kwargs)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.outside += time.thread_time() - began

        return counted

    def begin(self) -> None:
        """A step begins."""
        self.outside, self._began = 0.0, time.thread_time()

    def end(self) -> None:
        """It has ended."""
        self.steps.append((time.thread_time() - self._began - self.outside) * 1000)


WATCH = Stopwatch()


def pytest_configure() -> None:
    """Count what is spent outside."""
    for owner, name in OUTSIDE:
        setattr(owner, name, WATCH.wrapped(getattr(owner, name)))


def pytest_bdd_before_step_call() -> None:
    """Begin with the step's own function; its fixtures are arranged by then."""
    WATCH.begin()


def pytest_bdd_after_step() -> None:
    """End with it."""
    WATCH.end()


def pytest_unconfigure() -> None:
    """Write down what was measured."""
    if WATCH.steps and (file := os.environ.get("SSPR_OWN_TIME")):
        Path(file).write_text(json.dumps(WATCH.steps), "utf-8")
