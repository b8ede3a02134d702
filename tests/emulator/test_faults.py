"""Faults on demand: what goes wrong, how often, and that nothing else does."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from starlette.responses import PlainTextResponse

from emulator.clock import Clock
from emulator.emulator import Emulator
from emulator.faults import NONE, PROFILES, Burst, Faults, MailFaults, combine
from emulator.faulty_post import FaultyPost
from emulator.faulty_wire import FaultyWire
from emulator.post import Drawer
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from starlette.types import Receive, Scope, Send

GRAPH, MAILBOX = "https://graph.microsoft.com/v1.0/users", "https://mailosaur.com/api/servers"
PAGE, CONTROL = "https://passwordreset.microsoftonline.com/", "https://emulator.test/"


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 5))
def test_a_repeating_burst_hits_its_share_of_every_window(
    times: int, more: int, window: int
) -> None:
    """Of each run of ``every`` requests exactly the first ``times`` fail."""
    every = times + more
    burst = Burst(times=times, every=every)
    hits = [burst.hits(number) for number in range(window * every, (window + 1) * every)]
    assert hits == [True] * times + [False] * more


@given(st.integers(1, 20), st.integers(0, 1000))
def test_a_single_burst_ends(times: int, number: int) -> None:
    """Without a repetition only the first requests fail."""
    assert Burst(times=times).hits(number) == (number < times)


def test_a_burst_without_end_is_refused() -> None:
    """A repeating burst must leave some requests unharmed."""
    with pytest.raises(ValidationError, match="times must be less than every"):
        Burst(times=3, every=3)


def test_profiles_combine() -> None:
    """Two profiles at once are both there, their mail faults merged."""
    both = combine(("late-mail", "doubled-mail", "slow-pages"))
    assert both.mail == MailFaults(late_seconds=1.5, copies=2)
    assert both.slow_pages_ms == PROFILES["slow-pages"].slow_pages_ms
    assert combine(()) == NONE


@pytest.mark.parametrize("name", sorted(set(PROFILES) - {"lost-mail", "skewed-clock"}))
def test_a_patient_client_comes_through(name: str) -> None:
    """Each profile but lost mail lets one of four tries in a row succeed."""
    for burst in (PROFILES[name].graph, PROFILES[name].mailbox, PROFILES[name].pages):
        if burst:
            hits = [burst.hits(number) for number in range(200)]
            assert all(not all(hits[start : start + 4]) for start in range(196))


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """A fresh emulator without ports."""
    emulator = Emulator(Policy.model_validate({"enablement": {"enabled": "all"}}), Drawer())
    yield emulator
    emulator.close()


def ask(emulator: Emulator, *urls: str) -> list[httpx.Response]:
    """The answers to one request after the other."""

    async def all_of_them() -> list[httpx.Response]:
        transport = httpx.ASGITransport(FaultyWire(_well, emulator))
        async with httpx.AsyncClient(transport=transport) as client:
            return [await client.get(url) for url in urls]

    return asyncio.run(all_of_them())


async def _well(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("well")(scope, receive, send)


def test_a_burst_meets_only_its_own_wire(emulator: Emulator) -> None:
    """Graph fails as often as asked; mailbox, pages and control are unharmed."""
    emulator.suffer(Faults(graph=Burst(failure=429, times=2, retry_after_seconds=7)))
    urls = (MAILBOX, GRAPH, PAGE, GRAPH, CONTROL, GRAPH)
    answers = ask(emulator, *urls)
    assert [each.status_code for each in answers] == [200, 429, 200, 429, 200, 200]
    assert answers[1].headers["Retry-After"] == "7"
    assert answers[1].json()["error"]["code"] == "TooManyRequests"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize(("wire", "url"), [("graph", GRAPH), ("mailbox", MAILBOX), ("pages", PAGE)])
def test_each_failure_can_be_had_on_each_wire(
    emulator: Emulator, status: int, wire: str, url: str
) -> None:
    """The status is the one asked for; advice to retry is never zero seconds."""
    emulator.suffer(Faults.model_validate({wire: {"failure": status}}))
    answer, after = ask(emulator, url, url)
    assert (answer.status_code, after.status_code) == (status, 200)
    assert int(answer.headers.get("Retry-After", "1")) >= 1


def test_the_control_is_never_spoilt(emulator: Emulator) -> None:
    """Whoever switched a fault on can switch it off again."""
    failing = Burst(failure=500, times=9)
    emulator.suffer(Faults(pages=failing, graph=failing, mailbox=failing, slow_pages_ms=60_000))
    assert ask(emulator, CONTROL)[0].status_code == 200


def test_other_faults_count_from_the_beginning(emulator: Emulator) -> None:
    """A new description starts its own burst, even where it says the same as the former."""
    for _ in range(2):
        emulator.suffer(Faults(graph=Burst(failure=503)))
        assert [each.status_code for each in ask(emulator, GRAPH, GRAPH)] == [503, 200]


def test_a_skewed_clock_is_not_told(emulator: Emulator) -> None:
    """The tenant's time is off while its greeting says otherwise, and a reset keeps it so."""
    told = emulator.greeting()["clock_offset_seconds"]
    emulator.suffer(Faults(clock_skew_seconds=-500))
    for _ in range(2):
        off = emulator.now() - (dt.datetime.now(dt.UTC) + dt.timedelta(seconds=told))
        assert abs(off + dt.timedelta(seconds=500)) < dt.timedelta(seconds=5)
        assert emulator.greeting()["clock_offset_seconds"] == told
        emulator.reset()


def posting(faults: MailFaults, act: Callable[[FaultyPost, Clock], Awaitable[None]]) -> list[str]:
    """The texts that arrive while ``act`` runs."""
    drawer, clock = Drawer(), Clock()

    async def run() -> None:
        post = FaultyPost(drawer, lambda: faults, clock.now)
        await act(post, clock)
        post.forget()

    asyncio.run(run())
    return [body for _, body in drawer.texts]


async def four(post: FaultyPost, _clock: Clock) -> None:
    """Send four texts."""
    for number in range(4):
        await post.text("+1 5550100", str(number))


@pytest.mark.parametrize(
    ("faults", "arrived"),
    [
        (MailFaults(), "0123"),
        (MailFaults(copies=2), "00112233"),
        (MailFaults(lose_every=1), ""),
        (MailFaults(lose_every=3), "12"),
        (MailFaults(late_seconds=3600), ""),
        (MailFaults(late_seconds=3600, late_every=2), "13"),
    ],
)
def test_messages_meet_the_fault_that_was_asked_for(faults: MailFaults, arrived: str) -> None:
    """What is lost or still late has not arrived; what is doubled has arrived twice."""
    assert "".join(posting(faults, four)) == arrived


def test_late_messages_arrive_when_the_clock_is_moved() -> None:
    """Once the tenant's clock has passed the hour they are there, in their order."""

    async def act(post: FaultyPost, clock: Clock) -> None:
        await four(post, clock)
        clock.advance(dt.timedelta(seconds=3601))
        await post.release_due()
        await post.text("+1 5550100", "last")

    assert posting(MailFaults(late_seconds=3600, late_every=2), act) == ["1", "3", "0", "2"]


class Tardy(Drawer):
    """A post that takes the longer, the earlier a text is; tells when all four are there."""

    def __init__(self) -> None:
        super().__init__()
        self.full = asyncio.Event()

    async def text(self, number: str, body: str) -> None:
        """Keep a text, after a while."""
        for _ in range(10 * (4 - int(body))):
            await asyncio.sleep(0)
        await super().text(number, body)
        if len(self.texts) == 4:
            self.full.set()


def test_late_messages_arrive_by_themselves_in_their_order() -> None:
    """Nobody has to move the clock, and what is equally late does not overtake."""

    async def run() -> list[str]:
        drawer = Tardy()
        post = FaultyPost(drawer, lambda: MailFaults(late_seconds=0.01), Clock().now)
        await four(post, Clock())
        assert drawer.texts == []
        await asyncio.wait_for(drawer.full.wait(), 5)
        return [body for _, body in drawer.texts]

    assert asyncio.run(run()) == ["0", "1", "2", "3"]


def test_a_fresh_tenant_gets_no_late_mail_of_the_old() -> None:
    """What was on its way when the tenant was made anew never arrives."""

    async def act(post: FaultyPost, clock: Clock) -> None:
        await four(post, clock)
        post.forget()
        clock.advance(dt.timedelta(days=1))
        await post.release_due()

    assert posting(MailFaults(late_seconds=1), act) == []
