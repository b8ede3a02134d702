"""Graph's budget for reports: reading the audit log costs, so the harness keeps count."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

import anyio

if TYPE_CHECKING:
    import httpx

REQUESTS, SECONDS = 5, 10.0
"""What Graph grants one application in one tenant for audit logs, reports and methods."""

_COSTLY = ("/auditLogs/", "/reports/", "/authentication/")


class Budget:
    """
    At most so many requests in any so many seconds; who comes too early waits.

    Args:
        requests: How many, for this process; several workers share what Graph grants.
        seconds: The length of the span.
    """

    def __init__(self, requests: int = REQUESTS, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._spent: deque[float] = deque(maxlen=requests)

    @classmethod
    def for_one_of(cls, workers: int) -> Budget:
        """The share of one of several workers; beyond five, the pace that all can keep."""
        return cls(max(1, REQUESTS // workers), SECONDS * max(1.0, workers / REQUESTS))

    async def admit(self, request: httpx.Request) -> None:
        """Return when ``request`` may be sent; one that costs nothing may at once."""
        if not any(part in request.url.path for part in _COSTLY):
            return
        now = time.monotonic()
        full = len(self._spent) == self._spent.maxlen
        start = max(now, self._spent[0] + self._seconds) if full else now
        self._spent.append(start)
        await anyio.sleep(start - now)
