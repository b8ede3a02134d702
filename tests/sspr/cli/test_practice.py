"""What ``sspr emulator`` tells the person who starts it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from sspr.cli.practice import _introduce
from sspr.embedded import Embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

POLICY = Path(__file__).parents[3] / "policies" / "tutorial.toml"


@pytest.fixture
def embedded() -> Iterator[Embedded]:
    """A running emulator."""
    embedded = Embedded.start(POLICY)
    yield embedded
    embedded.stop()


def test_everybody_who_is_named_stands_on_the_home_page(
    embedded: Embedded, capsys: pytest.CaptureFixture[str]
) -> None:
    """An administrator, a member of the group and an outsider; the printed address lets one in."""
    _introduce(embedded, POLICY)
    words = capsys.readouterr().out
    names = re.findall(r"\S+@contoso\.com", words)
    (doorway,) = re.findall(r"https://emulator\.test/\S+", words)
    assert embedded.tenant.route
    transport = embedded.tenant.route.httpx_sync_transport()
    with httpx.Client(transport=transport, follow_redirects=True, trust_env=False) as client:
        page = client.get(doorway).text
    rows = [re.search(rf"<code>{name}</code>.*?</tr>", page, re.DOTALL) for name in names]
    told = [re.findall(r"<td>([^<]+)</td>", row[0])[0] for row in rows if row]
    assert told == ["administrator", "in the group", "user"]
