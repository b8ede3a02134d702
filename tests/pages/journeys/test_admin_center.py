"""A journey to a page of the admin center tells what it shows, and what became of an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pages.admin_center.notifications import Notifications
from pages.journeys.admin_center import AdminCenter
from pages.journeys.reading_events import ReadingEvents
from tests.pages.journeys.traveller import SIGNED_IN, Everything

if TYPE_CHECKING:
    from tests.pages.journeys.conftest import Play

SAVED = ("Notifications.en", "Notifications.refused")


def test_a_blade_is_read_after_the_sign_in(play: Play) -> None:
    """Whatever lies between, the story tells what the page of the admin center shows."""
    page = play(*SIGNED_IN, "StaySignedIn.fr", "Notifications.en")
    story = AdminCenter(page, Everything(), Notifications).run()
    assert (story.stood, story.editable) == (True, True)
    assert story.shown == {"notifications.users": True, "notifications.all_admins": False}
    assert not story.saved


def test_a_refused_edit_is_an_outcome(play: Play) -> None:
    """The story tells what was filled in and why the page did not save it."""
    page = play(*SIGNED_IN, *SAVED)
    story = AdminCenter(page, Everything(), Notifications, lambda _: None).run()
    assert (story.saved, story.refusal) == (False, "This cannot be saved.")
    assert story.filled == story.after


@pytest.mark.parametrize(
    ("screen", "denied", "error"),
    [
        ("NoAccess.inferred", True, "No access to Password reset."),
        ("Menu.en", False, "Password reset has no page Notifications."),
    ],
)
def test_a_blade_that_is_not_shown_is_told(
    play: Play, screen: str, error: str, *, denied: bool
) -> None:
    """An account without access is told apart from a tenant without the page."""
    story = AdminCenter(play(*SIGNED_IN, screen), Everything(), Notifications).run()
    assert (story.stood, story.denied, story.error) == (False, denied, error)


@pytest.mark.parametrize(("period", "again"), [("", ()), ("7 days", ("Events.inferred",))])
def test_the_events_are_reached_by_the_menu(
    play: Play, period: str, again: tuple[str, ...]
) -> None:
    """By *Usage & insights* the journey comes to the events, and refreshes them for a period."""
    page = play(*SIGNED_IN, "Properties.inputs", "Events.inferred", *again)
    story = ReadingEvents(page, Everything(), period).run()
    assert [each.feature for each in story.events] == ["Reset"]


def test_events_that_are_not_shown_are_told(play: Play) -> None:
    """An account without access gets no events, and the story says why."""
    story = ReadingEvents(play(*SIGNED_IN, "NoAccess.inferred"), Everything()).run()
    assert (story.stood, story.error) == (False, "No access to Password reset.")
