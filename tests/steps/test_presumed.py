"""What fails upstream is told as unseen, with the requirement that says so, and nothing else is."""

from __future__ import annotations

import datetime as dt

import pytest

from pages.journeys.registration_story import RegistrationStory
from pages.journeys.reset_story import Ending, ResetStory
from pages.journeys.sign_in import FACTOR_REFUSED
from sspr.errors import Deviation, Inconclusive
from steps.weighing.presumed import (
    enabled,
    let_in,
    may_register,
    past_second_factor,
    presuming,
    was_reset,
)

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def _turned_away(code: str) -> ResetStory:
    return ResetStory(NOW, ending=Ending.BLOCKED, code=code)


@pytest.mark.parametrize("code", ["SSPR_0009", "SSPR_0011", "SSPR_0013"])
def test_whoever_is_not_enabled_shows_nothing_else(code: str) -> None:
    """The verdict points to the requirement that says whom the policy enables."""
    for presumed in (enabled, let_in, was_reset):
        with pytest.raises(Inconclusive, match=code):
            presumed(_turned_away(code))
    with pytest.raises(Inconclusive, match="ENA-01"):
        let_in(_turned_away(code))


def test_too_few_methods_are_told_apart() -> None:
    """Who has too few is enabled, and came no further."""
    enabled(_turned_away("SSPR_0014"))
    with pytest.raises(Inconclusive, match="RST-03"):
        let_in(_turned_away("SSPR_0014"))


def test_a_block_after_failures_is_no_door_that_was_shut() -> None:
    """A page without such a code is the promise's own affair, but nothing was reset."""
    let_in(_turned_away(""))
    with pytest.raises(Inconclusive):
        was_reset(_turned_away(""))
    was_reset(ResetStory(NOW, ending=Ending.RESET))


def test_a_registration_page_that_does_not_serve() -> None:
    """Only the page's own word counts; another failure is the promise's own affair."""
    story = RegistrationStory(
        NOW, asked_at_sign_in=False, registered=(), proved_twice=False, closed_with=""
    )
    may_register(story)
    with pytest.raises(Inconclusive, match="ENA-01"):
        may_register(
            RegistrationStory(
                NOW,
                asked_at_sign_in=False,
                registered=(),
                proved_twice=False,
                closed_with="",
                error="Not enabled",
            )
        )


def test_a_second_factor_that_does_not_pass_is_the_promise_of_another() -> None:
    """Whoever is stopped there has seen nothing of what comes after."""
    with pytest.raises(Inconclusive, match="REG-23"):
        past_second_factor(f"{FACTOR_REFUSED} The page says so.")
    past_second_factor("Your account is locked.")


def test_what_deviates_on_the_way_is_told_as_unseen_with_its_reason() -> None:
    """A deviation of what is presumed is inconclusive and keeps its words; nothing else is."""
    with (
        pytest.raises(Inconclusive, match="AUD-02"),
        presuming("(see AUD-02)"),
    ):
        raise Deviation("A row.", "None.")
    with pytest.raises(KeyError), presuming("(see AUD-02)"):
        raise KeyError
