"""Whom password reset serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import parsers, then, when

from pages.journeys.reset_story import Ending
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.stage import Stage

SETTING = "enablement.enabled"


@when("password reset is set to None")
def _set_to_none(stage: Stage) -> None:
    enablement = stage.policy.enablement.model_copy(update={"enabled": "none", "group": None})
    policy = stage.policy.model_copy(update={"enablement": enablement})
    stage.tenant.capabilities.set_policy(policy)


@then("the user is asked to verify")
def _asked_to_verify(reset: ResetStory) -> None:
    expect(
        reset.ending is Ending.ADMITTED and reset.offered,
        "The user is asked to prove who they are.",
        str(reset),
        SETTING,
    )


@then(parsers.parse("the user is turned away with {code}"))
def _turned_away(reset: ResetStory, code: str) -> None:
    expect(
        reset.ending is Ending.BLOCKED and reset.code == code,
        f"The user is turned away with {code}.",
        str(reset),
        SETTING,
    )


@then("the user can turn to an administrator")
def _can_turn_to(reset: ResetStory) -> None:
    expect(
        reset.offers_contact,
        "The page offers to contact an administrator.",
        "It offers nothing of the kind.",
        "customization.helpdesk",
    )


@then("the administrator is treated as the policy for administrators says")
def _administrator_treated(stage: Stage, reset: ResetStory) -> None:
    able = stage.policy.enablement.administrators
    expected = "asked to prove who they are" if able else "turned away"
    expect(
        reset.ending is (Ending.ADMITTED if able else Ending.BLOCKED),
        f"The administrator is {expected}.",
        str(reset),
        "enablement.administrators",
    )
