"""Unlocking an account and keeping its password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from steps.expect import applies, expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.stage import Stage


@then("unlocking alone was not offered")
def _no_unlock(stage: Stage, reset: ResetStory) -> None:
    writeback = stage.policy.writeback
    applies(
        not (writeback.enabled and writeback.unlock_without_reset),
        "The policy offers to unlock without a reset.",
    )
    expect(
        not reset.asked_why,
        "Nobody is asked whether to unlock alone.",
        "The user could choose to keep the password.",
        "writeback.unlock_without_reset",
    )
