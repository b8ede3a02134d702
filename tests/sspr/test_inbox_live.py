"""Reading mail of a tenant that sends no sentinels: a documented span has to pass (F12)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from sspr.capabilities import Capabilities
from sspr.clock import Clock
from sspr.errors import Deviation
from sspr.inbox import LIVE_SPAN, Inbox

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sspr.embedded import Embedded
    from sspr.silence import Silence
    from sspr.tenant import Tenant


@dataclass
class QuickClock(Clock):
    """
    A clock on which waiting takes no time.

    Attributes:
        waited: The moments that were waited for.
        at_each: What happens while somebody waits.
    """

    waited: list[dt.datetime] = field(default_factory=list)
    at_each: Callable[[int], None] = lambda _number: None

    def wait_until(self, moment: dt.datetime) -> None:
        """Be there at once."""
        self.offset += moment - self.now()
        self.waited.append(moment)
        self.at_each(len(self.waited))


@pytest.fixture
def clock(emulated: Tenant) -> QuickClock:
    """The tenant's clock, quick."""
    return QuickClock(emulated.clock.offset)


@pytest.fixture
def inbox(emulated: Tenant, clock: QuickClock) -> Iterator[Inbox]:
    """The inbox of a tenant that has no capability at all."""
    tenant = replace(emulated, clock=clock, capabilities=Capabilities(frozenset(), clock))
    inbox = Inbox(tenant)
    yield inbox
    inbox.close()


def test_silence_takes_the_documented_span(
    inbox: Inbox, emulated: Tenant, clock: QuickClock
) -> None:
    """Nobody is said to have sent nothing before the span is over, and nobody waits longer."""
    since = clock.now()
    inbox.nothing_for(to=f"a@{emulated.mailbox.domain}", since=since)
    assert max(clock.waited) == since + LIVE_SPAN
    with pytest.raises(Deviation):
        inbox.wait_for(to=f"a@{emulated.mailbox.domain}", since=since)


def test_several_proofs_share_their_wait(inbox: Inbox, emulated: Tenant, clock: QuickClock) -> None:
    """The span begins with the event, so proofs about one event wait once for all."""
    since = clock.now()
    inbox.nothing_for(to=f"a@{emulated.mailbox.domain}", since=since)
    waits = len(clock.waited)
    inbox.nothing_for(to=f"b@{emulated.mailbox.domain}", since=since)
    assert len(clock.waited) == waits


def test_a_look_can_be_put_off(embedded: Embedded, emulated: Tenant, clock: QuickClock) -> None:
    """Nobody waits where somebody keeps the look for later, and the later look still tells."""
    kept: list[Silence] = []
    tenant = replace(emulated, clock=clock, capabilities=Capabilities(frozenset(), clock))
    inbox, address, since = (
        Inbox(tenant, None, kept.append),
        f"a@{tenant.mailbox.domain}",
        clock.now(),
    )
    inbox.nothing_for(to=address, since=since)
    assert not clock.waited
    kept[0].settle()
    assert clock.waited == [since + LIVE_SPAN]
    embedded.control.send_mail([{"to": address, "subject": "late", "text": "-"}])
    inbox.wait_for(to=address, since=since)
    with pytest.raises(Deviation):
        kept[0].settle()
    inbox.close()


def test_what_came_at_once_is_not_put_off(
    embedded: Embedded, emulated: Tenant, clock: QuickClock, inbox: Inbox
) -> None:
    """A mail that must not come and is there already is told on the spot."""
    address, since = f"a@{emulated.mailbox.domain}", clock.now()
    embedded.control.send_mail([{"to": address, "subject": "early", "text": "-"}])
    inbox.wait_for(to=address, since=since)
    waits = len(clock.waited)
    with pytest.raises(Deviation):
        inbox.nothing_for(to=address, since=since)
    assert len(clock.waited) == waits


def test_a_mail_ends_the_wait(
    inbox: Inbox, embedded: Embedded, emulated: Tenant, clock: QuickClock
) -> None:
    """A mail that comes within the span is found as soon as it is there."""
    address, since = f"a@{emulated.mailbox.domain}", clock.now()
    letter = {"to": address, "subject": "late", "text": "Your code is 123456."}

    def arrive(number: int) -> None:
        if number == 30:
            embedded.control.send_mail([letter])

    clock.at_each = arrive
    assert inbox.code(to=address, since=since).get_secret_value() == "123456"
    assert len(clock.waited) == 30
