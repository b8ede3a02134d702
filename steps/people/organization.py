"""What the organisation has bought, and accounts whose home is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from steps.expect import expect
from steps.weighing.presumed import NOT_LICENSED

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@given("the tenant has no licences")
def _free(stage: Stage) -> None:
    stage.organization.license("free")


@when("licences are bought again")
def _bought_again(stage: Stage) -> None:
    stage.organization.license("premium")


@given("the tenant's licences are those of a trial")
def _trial(stage: Stage) -> None:
    stage.organization.license("trial")


@given(parsers.parse("the tenant's trial began {days:d} days ago"))
def _trial_of(stage: Stage, days: int) -> None:
    stage.organization.begin_trial(days)


@given("the tenant's licences are those of Business Standard")
def _standard(stage: Stage) -> None:
    stage.organization.license("standard")


@given("the tenant has no domain of its own")
def _bare(stage: Stage) -> None:
    stage.organization.give_up_domains()


@given("the user is a guest with a personal Microsoft account")
def _personal_guest(stage: Stage, user: Actor) -> None:
    stage.organization.invite(user.account, "msa")


@given("the user is a guest with a Google account")
def _guest_of_google(stage: Stage, user: Actor) -> None:
    stage.organization.invite(user.account, "google")


@given("the user is a guest who was invited by an address")
def _invited_guest(stage: Stage, user: Actor) -> None:
    stage.organization.invite(user.account, "email")


@then("the user is asked to verify or told that licences are missing")
def _either(reset: ResetStory) -> None:
    told = reset.ending is Ending.BLOCKED and reset.code == NOT_LICENSED
    expect(
        told or reset.ending is Ending.ADMITTED,
        f"The user is let through or turned away with {NOT_LICENSED}.",
        str(reset),
    )
