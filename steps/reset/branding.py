"""Whose pages they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from sspr.errors import Inconclusive
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.cast.stage import Stage


@then("the page names the organisation of the policy")
def _names(stage: Stage, reset: ResetStory) -> None:
    name = stage.policy.tenant.organization
    if not reset.organization:
        raise Inconclusive("The page has no logo whose words could be read.")
    expect(
        name in reset.organization,
        f"The page names {name}.",
        f"It names {reset.organization}.",
        "tenant.organization",
    )
