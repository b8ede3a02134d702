"""The tutorial's journey by the harness against the same journey as a plain script, in one run."""

from __future__ import annotations

import contextlib
import itertools
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import requests
from playwright.sync_api import sync_playwright

from sspr.bootstrap.browser import browser_executable
from sspr.directory import Directory, graph_session
from sspr.embedded import Embedded
from sspr.evidence import Evidence
from sspr.inbox import Inbox
from sspr.passwords import new_password
from sspr.people import People
from sspr.policy import Method, load_policy
from sspr.wire import lead
from steps.cast.stage import Stage
from tests.benchmarks.plain_tutorial import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext

    from sspr.directory import GraphSession

pytestmark = [pytest.mark.slow, pytest.mark.browser]

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"
GROUP = "SSPR-Test-Group"
GOAL = 1.15
LIMIT = 1.5  # machines are noisy: above this something is wrong, below it the figure is printed
ROUNDS = 3


class Unseen(Evidence):
    """Evidence that nobody wants: the plain script keeps none either."""

    def screenshot(self, *_: Any, **__: Any) -> Any:
        """Keep nothing."""


@dataclass
class Bench:
    """One emulator, one browser and one Graph session for both."""

    emulator: Embedded
    browser: Browser
    graph: GraphSession
    folder: Path

    @contextlib.contextmanager
    def windows(self) -> Iterator[Callable[[], BrowserContext]]:
        """Opens private windows, which are closed in the end."""
        with contextlib.ExitStack() as closing:
            yield lambda: closing.enter_context(contextlib.closing(self.browser.new_context()))

    def plain(self) -> float:
        """The seconds that the plain script takes."""
        tenant = self.emulator.reset()
        old, new = (new_password().get_secret_value() for _ in range(2))
        with self.windows() as windows, lead(requests.Session(), tenant.route) as session:
            script = Plain(self.emulator.greeting, session, windows)
            alternate = f"{secrets.token_hex(4)}@{tenant.mailbox.domain}"
            script.arrange(f"plain@{tenant.domain}", old, alternate, GROUP)
            began = time.perf_counter()
            script.register()
            script.reset(new)
            script.sign_in(old, new)
            return time.perf_counter() - began

    def harness(self, evidence: type[Evidence]) -> float:
        """The seconds that the harness takes, keeping ``evidence``."""
        with self.windows() as windows, self.stage(windows, evidence) as stage:
            user = stage.enter()
            stage.directory.groups.add(stage.directory.groups.named(GROUP), user.person)
            began = time.perf_counter()
            assert stage.register(user, Method.EMAIL, Method.APP_CODE).closed_with
            assert stage.reset(user).message
            user.change_to(user.former_password)
            assert not stage.sign_in(user).signed_in
            user.change_to(user.former_password)
            assert stage.sign_in(user).signed_in
            return time.perf_counter() - began

    @contextlib.contextmanager
    def stage(
        self, windows: Callable[[], BrowserContext], evidence: type[Evidence]
    ) -> Iterator[Stage]:
        """A stage in a fresh tenant."""
        tenant = self.emulator.reset()
        directory = Directory(self.graph, tenant, "benchmark")
        people = People(tenant, secrets.token_hex(4))
        with contextlib.closing(Inbox(tenant)) as inbox:
            yield Stage(
                policy=load_policy(POLICY),
                tenant=tenant,
                directory=directory,
                inbox=inbox,
                evidence=evidence(self.folder, secrets.token_hex(4)),
                new_context=windows,
                make_person=lambda **more: directory.users.create(people.make(), **more),
            )


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """The bench; everything is warm before anything is measured."""
    emulator = Embedded.start(POLICY)
    with sync_playwright() as playwright, graph_session() as graph:
        browser = playwright.chromium.launch(
            executable_path=browser_executable(headed=False),
            args=tuple(emulator.route.browser_arguments()),
        )
        yield Bench(emulator, browser, graph, tmp_path)
        browser.close()
    emulator.stop()


def test_the_harness_keeps_up_with_a_plain_script(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    """Taking pages in any order, and judging them, costs little beside driving the browser."""
    ways: dict[str, Callable[[], float]] = {
        "plain script": bench.plain,
        "harness": lambda: bench.harness(Unseen),
        "harness with evidence": lambda: bench.harness(Evidence),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number, (name, way) in itertools.product(range(ROUNDS + 1), ways.items()):
        seconds = way()
        if number:  # the first round warms everything up
            times[name].append(seconds)
    best = {name: min(each) for name, each in times.items()}  # the least disturbed round
    with capsys.disabled():
        print()  # noqa: T201 - figures are what a benchmark is for
        for name, seconds in best.items():
            ratio = seconds / best["plain script"]
            print(f"{name}: {seconds:.2f} s, ratio {ratio:.2f} (goal {GOAL})")  # noqa: T201
    assert best["harness"] / best["plain script"] <= LIMIT
