"""What the admin center shows on other pages than the one that is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, then

from pages.admin_center.authentication_methods import AuthenticationMethods
from pages.admin_center.customization import Customization
from pages.admin_center.properties import Properties
from pages.admin_center.registration import Registration
from sspr.errors import Inconclusive
from sspr.settings import alike
from steps.expect import expect
from steps.settings.admin_center import administrator, listed

if TYPE_CHECKING:
    from pages.journeys.admin_center import BladeStory
    from steps.cast.stage import Stage

OTHERS = (Properties, AuthenticationMethods, Registration, Customization)
Settings = dict[str, Any]


@given("an administrator has looked at the other pages of Password reset", target_fixture="before")
def _looked(stage: Stage) -> Settings:
    return _shown(stage)


@then("the other pages show what they showed before")
def _as_before(stage: Stage, before: Settings, blade: BladeStory) -> None:
    if not blade.saved:
        raise Inconclusive(f"Nothing was saved (see CFG-19). {blade.refusal}")
    now = _shown(stage)
    other = [key for key, value in before.items() if not alike(now.get(key), value)]
    expect(
        not other,
        f"The other pages show as before {listed(before, other)}.",
        f"They show {listed(now, other)}.",
        next(iter(other), ""),
    )


def _shown(stage: Stage) -> Settings:
    reader = administrator(stage)
    settings: Settings = {}
    for blade in OTHERS:
        story = stage.open_blade(reader, blade)
        if not story.stood:
            raise Inconclusive(f"The page {blade.name} is not shown: {story.error}")
        settings |= story.shown
    return settings
