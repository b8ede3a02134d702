"""The tenant's time, as the harness reads it."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass, field


@dataclass(slots=True)
class Clock:
    """
    The tenant's time: the machine's, plus an offset that an emulated tenant reports.

    Attributes:
        offset: How far the tenant is ahead of this machine.
    """

    offset: dt.timedelta = field(default_factory=dt.timedelta)

    def now(self) -> dt.datetime:
        """The tenant's time, aware, in UTC."""
        return dt.datetime.now(dt.UTC) + self.offset

    def today(self) -> dt.date:
        """The tenant's day, in UTC: the service date."""
        return self.now().date()

    def wait_until(self, moment: dt.datetime) -> None:
        """Return when the tenant's time has reached ``moment``."""
        pause = threading.Event()
        while (left := (moment - self.now()).total_seconds()) > 0:
            pause.wait(left)
