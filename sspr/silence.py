"""What only time can tell on a live tenant: checks that are put off to the end of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from sspr.clock import Clock


@dataclass(frozen=True, slots=True)
class Silence:
    """
    Mail that must not come, while it may still be under way.

    Attributes:
        until: The tenant's time at which nothing can be under way any more.
        check: Looks whether it came; raises ``Deviation`` if so, ``Inconclusive`` if it cannot
            tell. More mail can only make it raise, never the other way round.
        clock: The tenant's clock.
    """

    until: dt.datetime
    check: Callable[[], None]
    clock: Clock

    def settle(self) -> None:
        """
        Wait until nothing can be under way, and look.

        Raises:
            Deviation: The mail came.
            Inconclusive: The mailbox cannot tell.
        """
        if self.clock.now() < self.until:
            self.clock.wait_until(self.until)
        self.check()


def last(silences: Iterable[Silence]) -> dt.datetime:
    """When the last of ``silences`` can be settled; there must be one."""
    return max(each.until for each in silences)
