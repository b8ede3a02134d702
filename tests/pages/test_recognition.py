"""Pages are told apart by their marks, in every language and generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pages.recognition import PAGES, recognise
from pages.sight import Sight
from tests.pages.conftest import SCREENS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.window import Window

NAMES = sorted(path.stem for path in SCREENS.glob("*.*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_each_screen_is_recognised(show: Callable[[str], Window], name: str) -> None:
    """A screen is recognised as the page that its file is named after."""
    kind = recognise(show(name).look())
    assert kind is not None
    assert kind.__name__ == name.partition(".")[0]


def test_every_page_has_a_screen() -> None:
    """No page is left without a screen that it is recognised by."""
    shown = {name.partition(".")[0] for name in NAMES}
    unseen = {page.__name__ for page in PAGES} - shown
    assert unseen == {"UnlockDone"}  # nothing at all is known of its markup


def test_a_strange_page_is_nobodys() -> None:
    """A page without any known mark is recognised as none."""
    strange = Sight(host="login.microsoftonline.com", page_id="ConvergedPasskeyNudge")
    assert recognise(strange) is None
