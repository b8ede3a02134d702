"""How long and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from emulator.deviations import STRAIGHT, Bent

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

NEW = "New-Harbor-8"


def _fail(portal: Portal, times: int) -> None:
    portal.press("choose", option="email").press("again").press("send")
    wrong = f"{(int(portal.code()) + 1) % 10**6:06}"
    for _ in range(times):
        portal.press("check_code", code=wrong)


def test_a_code_is_refused_after_five_minutes(portal: Portal) -> None:
    """The code that was right is not any more."""
    portal.open().name(portal.ready()).press("send")
    portal.later(minutes=5)
    portal.press("check_code", code=portal.code())
    assert "not valid" in portal.text


def test_a_reset_ends_after_fifteen_minutes(portal: Portal) -> None:
    """However far one has come, nothing can be completed after that."""
    portal.open().name(portal.ready()).by_email().by_app()
    portal.later(minutes=15)
    portal.finish()
    assert "session has expired" in portal.text
    assert not portal.signs_in("ada@contoso.com", NEW)


def test_the_fifth_failure_blocks_for_a_day(portal: Portal) -> None:
    """Four failures do not, the fifth does, the log says so, and a day later all is well."""
    portal.open().name(portal.ready())
    _fail(portal, 4)
    assert portal.view == "ViewMultigateUserControl"
    _fail(portal, 1)
    assert portal.view == "ViewThrottled"
    [row] = portal.rows("Blocked from self-service password reset")
    assert row.result == "success"
    assert portal.open().name("ada@contoso.com").view == "ViewThrottled"
    portal.later(hours=23, minutes=59)
    assert portal.open().name("ada@contoso.com").view == "ViewThrottled"
    portal.later(minutes=1)
    portal.open().name("ada@contoso.com").by_email().by_app().finish()
    assert portal.signs_in("ada@contoso.com", NEW)


def test_a_block_concerns_one_person(portal: Portal) -> None:
    """While one is blocked another is not."""
    portal.open().name(portal.ready())
    _fail(portal, 5)
    assert portal.open().name(portal.ready("grace")).view == "ViewMultigateUserControl"


def test_a_reset_sets_the_counters_back(portal: Portal) -> None:
    """Four failures, a reset, and four more do not block."""
    portal.open().name(portal.ready())
    _fail(portal, 4)
    portal.press("again").by_email().by_app().finish()
    portal.later(minutes=1)
    portal.open().name("ada@contoso.com")
    _fail(portal, 4)
    assert portal.view == "ViewMultigateUserControl"


def test_ten_codes_are_mailed_and_no_more(portal: Portal) -> None:
    """The eleventh within ten minutes blocks, and is not sent."""
    portal.open().name(portal.ready())
    for _ in range(10):
        portal.press("send").press("again")
    assert len(portal.post.mails) == 10
    portal.press("send")
    assert portal.view == "ViewThrottled"
    assert len(portal.post.mails) == 10


def test_ten_codes_in_more_than_ten_minutes_are_no_more_than_that(portal: Portal) -> None:
    """Slowly asked for, codes go on coming."""
    portal.open().name(portal.ready())
    for _ in range(11):
        portal.press("send").press("again")
        portal.later(seconds=61)
    assert len(portal.post.mails) == 11


def test_counting_without_blocking(make_portal: Callable[..., Portal]) -> None:
    """Under the deviation failures go on for ever."""
    portal = make_portal(bent=Bent.of("throttle-never-blocks"))
    portal.open().name(portal.ready())
    _fail(portal, 8)
    assert portal.view == "ViewMultigateUserControl"


def test_leaving_is_logged(portal: Portal) -> None:
    """Who cancels goes back to where they came from, and the log says how far they were."""
    ru = "https%3A%2F%2Flogin.microsoftonline.com%2Fcommon%2Freprocess%3Fctx%3D1"
    portal.open(f"?ru={ru}").name(portal.ready()).press("cancel")
    assert portal.redirected.startswith("https%3A%2F%2Flogin.microsoftonline.com%2Fcommon")
    [*_, row] = portal.rows("flow activity")
    assert row.reason == "User cancelled before passing the required authentication methods"
    assert row.result == "failure"


def test_nobody_is_sent_to_another_site(portal: Portal) -> None:
    """A return address of another site is replaced by the sign-in page."""
    portal.open("?ru=https%3A%2F%2Fevil.test%2F").press("cancel")
    assert portal.redirected == "https%3A%2F%2Flogin.microsoftonline.com%2F"


@pytest.mark.parametrize("bent", ["", "block-of-one-window"])
def test_a_block_holds_in_every_window(make_portal: Callable[..., Portal], bent: str) -> None:
    """Who is blocked in one window gets no further in another that was open before."""
    portal = make_portal(bent=Bent.of(bent) if bent else STRAIGHT)
    portal.open().name(portal.ready())
    before = portal.window()
    portal.open().name("ada@contoso.com")
    _fail(portal, 5)
    assert portal.view == "ViewThrottled"
    portal.turn_to(before).by_app()
    assert portal.view == ("ViewMultigateUserControl" if bent else "ViewThrottled")


@pytest.mark.parametrize("bent", ["", "late-password-kept"])
def test_a_password_that_comes_late_is_not_kept(
    make_portal: Callable[..., Portal], bent: str
) -> None:
    """What is chosen after fifteen minutes is set nowhere unless the rule is bent."""
    portal = make_portal(bent=Bent.of(bent) if bent else STRAIGHT)
    portal.open().name(portal.ready()).by_email().by_app()
    portal.later(minutes=15)
    portal.finish()
    assert "session has expired" in portal.text
    assert portal.signs_in("ada@contoso.com", NEW) is bool(bent)
