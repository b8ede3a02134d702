"""The tenant's clock: it runs like the real one, from another day, and can be moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(slots=True)
class Clock:
    """
    The time that the tenant believes it is, always in UTC.

    Attributes:
        offset: How far the tenant's time is ahead of the machine's.
        skew: How far it is off besides, which nobody is told; zero but for a fault.
    """

    offset: dt.timedelta = field(default_factory=dt.timedelta)
    skew: dt.timedelta = field(default_factory=dt.timedelta)

    @classmethod
    def on(cls, day: dt.date) -> Clock:
        """A clock that shows the machine's time of day on ``day``."""
        return cls(dt.timedelta(days=(day - dt.datetime.now(dt.UTC).date()).days))

    def now(self) -> dt.datetime:
        """The tenant's time, aware, in UTC."""
        return dt.datetime.now(dt.UTC) + self.offset + self.skew

    def advance(self, by: dt.timedelta) -> None:
        """Move the tenant's time; only forwards, as time goes."""
        if by < dt.timedelta():
            raise ValueError("a tenant's clock cannot be moved back")
        self.offset += by
