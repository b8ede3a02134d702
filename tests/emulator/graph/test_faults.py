"""Graph on a bad day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import httpx
import pytest

from emulator.app import create_app
from emulator.faults import Burst, Faults
from tests.emulator.graph.metadata import error_faults

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

    from emulator.emulator import Emulator


@pytest.mark.parametrize(
    ("status", "code", "advice"),
    [
        (429, "TooManyRequests", "7"),
        (503, "serviceNotAvailable", "7"),
        (500, "generalException", None),
    ],
)
def test_a_failure_is_worded_as_graph_words_it(
    emulator: Emulator, portal: BlockingPortal, status: int, code: str, advice: str | None
) -> None:
    """A throttled or failing Graph answers in its usual shape, with Retry-After where it waits."""
    emulator.suffer(Faults(graph=Burst(failure=status, times=1, retry_after_seconds=7)))
    app = create_app(emulator)
    http = httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="https://graph.microsoft.com"
    )
    get = partial(http.get, "/v1.0/users")
    failed, usual = portal.call(get), portal.call(get)
    portal.call(http.aclose)
    assert (failed.status_code, usual.status_code) == (status, 401)
    assert failed.headers.get("retry-after") == advice
    assert error_faults(failed.json()) == []
    assert failed.json()["error"]["code"] == code
