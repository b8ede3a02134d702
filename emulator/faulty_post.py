"""A post that loses, doubles and delays, as the faults at present say."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from emulator.faults import MailFaults
    from emulator.post import Mail, Post

    _Delivery = Callable[[], Awaitable[None]]


@dataclass(eq=False, slots=True)
class _Held:
    """A message that is late, with the tenant's time at which it is due."""

    deliver: _Delivery
    due: dt.datetime
    alarm: asyncio.TimerHandle | None = None


class FaultyPost:
    """Hands messages on to another post, and spoils some of them on the way."""

    def __init__(
        self, post: Post, faults: Callable[[], MailFaults], now: Callable[[], dt.datetime]
    ) -> None:
        """Ask ``faults`` for what goes wrong at present and ``now`` for the tenant's time."""
        self._post = post
        self._faults = faults
        self._now = now
        self._counted_under: MailFaults | None = None
        self._sent = 0
        self._held: list[_Held] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()

    async def mail(self, mail: Mail) -> None:
        """Send a mail, unless it is lost; return before it is there if it is late."""
        await self._send(partial(self._post.mail, mail))

    async def text(self, number: str, body: str) -> None:
        """Send a text, unless it is lost; return before it is there if it is late."""
        await self._send(partial(self._post.text, number, body))

    async def release_due(self) -> None:
        """Deliver what is late and whose hour has come; for after the clock was moved."""
        for held in [each for each in self._held if each.due <= self._now()]:
            self._let_go(held)
            await self._deliver(held)

    def forget(self) -> None:
        """Drop what is still on its way, as a fresh tenant must not get an old one's mail."""
        for held in list(self._held):
            self._let_go(held)

    async def _send(self, deliver_once: _Delivery) -> None:
        faults, number = self._faults(), self._next_number()
        if faults.loses(number):
            return
        deliver = partial(_repeat, deliver_once, faults.copies)
        if delay := faults.delay(number):
            self._hold(deliver, delay)
        else:
            await deliver()

    def _next_number(self) -> int:
        if self._counted_under is not self._faults():
            self._counted_under, self._sent = self._faults(), 0
        self._sent += 1
        return self._sent - 1

    def _hold(self, deliver: _Delivery, delay: float) -> None:
        held = _Held(deliver, self._now() + dt.timedelta(seconds=delay))
        held.alarm = asyncio.get_running_loop().call_later(delay, self._wake, held)
        self._held.append(held)

    def _wake(self, held: _Held) -> None:
        self._let_go(held)
        task = asyncio.create_task(self._deliver(held))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _deliver(self, held: _Held) -> None:
        """One after the other, so that what is equally late keeps its order."""
        async with self._turn:
            await held.deliver()

    def _let_go(self, held: _Held) -> None:
        self._held.remove(held)
        if held.alarm:
            held.alarm.cancel()


async def _repeat(deliver: _Delivery, times: int) -> None:
    for _ in range(times):
        await deliver()
