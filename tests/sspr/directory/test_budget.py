"""Graph's budget for reports is never overdrawn."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sspr.directory.budget import REQUESTS, SECONDS, Budget

AUDITS = httpx.Request("GET", "https://graph.microsoft.com/v1.0/auditLogs/directoryAudits")
USERS = httpx.Request("GET", "https://graph.microsoft.com/v1.0/users")


class Time:
    """Time that passes only while somebody sleeps, or is told to pass."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.now += max(0.0, seconds)


def _admitted(budget: Budget, pauses: list[float], request: httpx.Request) -> list[float]:
    """When each request was let through, each asked for after a pause."""
    clock, times = Time(), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sspr.directory.budget.time.monotonic", clock.monotonic)
        patch.setattr("sspr.directory.budget.anyio.sleep", clock.sleep)
        for pause in pauses:
            clock.now += pause
            with pytest.raises(StopIteration):
                budget.admit(request).send(None)
            times.append(clock.now)
    return times


@given(pauses=st.lists(st.lists(st.floats(0, 15), max_size=30), min_size=1, max_size=REQUESTS))
def test_no_span_holds_more_than_is_granted(pauses: list[list[float]]) -> None:
    """Up to five workers together never send more than five requests in any ten seconds."""
    shares = [_admitted(Budget.for_one_of(len(pauses)), each, AUDITS) for each in pauses]
    times = [time for share in shares for time in share]
    for begin in times:
        within = [each for each in times if begin <= each < begin + SECONDS - 1e-6]
        assert len(within) <= REQUESTS


@given(pauses=st.lists(st.floats(SECONDS / REQUESTS, 60), max_size=20))
def test_who_takes_time_never_waits(pauses: list[float]) -> None:
    """Requests that are two seconds apart pass at once."""
    times = _admitted(Budget(), pauses, AUDITS)
    assert times == pytest.approx([1000 + sum(pauses[: n + 1]) for n in range(len(pauses))])


def test_other_requests_cost_nothing() -> None:
    """Users and groups are not counted."""
    assert _admitted(Budget(), [0.0] * 100, USERS) == [1000.0] * 100
