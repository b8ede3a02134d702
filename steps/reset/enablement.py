"""Whom password reset serves."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.cast.entrances import enabled_group
from steps.expect import applies, expect
from steps.people.persons import NESTED_GROUP, OTHER_GROUP
from steps.weighing.presumed import NOT_ENABLED, OUTSIDE, TOO_FEW, as_administrator, let_in
from steps.weighing.witness import others_are_let_in, strangers_fare_otherwise

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SETTING = "enablement.enabled"
SPREADS_WITHIN = dt.timedelta(minutes=60)  # D9
RENAMED_GROUP = "SSPR harness renamed group"
LONG_SPREAD = dt.timedelta(days=1)  # time enough even where the hour is not kept


@when("password reset is set to None", target_fixture="began")
def _set_to_none(stage: Stage) -> dt.datetime:
    began = stage.tenant.clock.now()
    stage.change_policy("enablement", enabled="none", group=None)
    return began


@when("password reset is set to another value", target_fixture="began")
def _set_otherwise(stage: Stage) -> dt.datetime:
    began = stage.tenant.clock.now()
    other = "all" if stage.policy.enablement.enabled == "none" else "none"
    stage.change_policy("enablement", enabled=other, group=None)
    return began


@given("password reset is set to All")
@when("password reset is set to All")
def _set_to_all(stage: Stage) -> None:
    stage.change_policy("enablement", enabled="all", group=None)


@when("another group is enabled instead")
def _another_group(stage: Stage) -> None:
    stage.directory.groups.create(OTHER_GROUP)
    _that_group(stage)


@given("another group was enabled in between")
def _group_between(stage: Stage) -> None:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group that another could take the place of.")
    _another_group(stage)
    stage.tenant.capabilities.set_policy(stage.policy)


@given("that group is enabled instead")
@when("that group is enabled instead")
def _that_group(stage: Stage) -> None:
    stage.change_policy("enablement", enabled="selected", group=OTHER_GROUP)


@when("that group is given another name")
def _renamed(stage: Stage) -> None:
    stage.directory.groups.rename(stage.directory.groups.named(OTHER_GROUP), RENAMED_GROUP)


@given("password reset is switched off for administrators")
@when("password reset is switched off for administrators")
def _administrators_off(stage: Stage) -> None:
    _switched_ago(stage, LONG_SPREAD, on=False)


@when("password reset was switched off for administrators an hour ago")
def _administrators_off_an_hour_ago(stage: Stage) -> None:
    _switched_ago(stage, SPREADS_WITHIN, on=False)


@when("password reset was switched on for administrators an hour ago")
def _administrators_on_an_hour_ago(stage: Stage) -> None:
    _switched_ago(stage, SPREADS_WITHIN, on=True)


@when("password reset is switched off for administrators through Graph")
def _administrators_off_through_graph(stage: Stage) -> None:
    policies = stage.directory.policies
    policies.let_administrators_reset(allowed=False)
    if policies.administrators_may_reset():
        raise Inconclusive("The switch does not stand as it was turned (see CFG-15).")
    stage.tenant.capabilities.advance(LONG_SPREAD)


def _switched_ago(stage: Stage, ago: dt.timedelta, *, on: bool) -> None:
    stage.change_policy("enablement", administrators=on)
    stage.tenant.capabilities.advance(ago)


@given("one method is enough for users")
@when("one method is enough for users")
def _one_is_enough(stage: Stage) -> None:
    stage.change_policy("methods", required_to_reset=1)


@given("the user could reset the password until now")
def _could_reset(stage: Stage, user: Actor) -> None:
    reset = stage.ask_for_reset(user)
    if reset.ending is not Ending.ADMITTED:
        raise Inconclusive(f"{reset} So it was before anything changed (see ENA-01).")


@when("the user is removed from the enabled group")
def _removed(stage: Stage, user: Actor) -> None:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group that a user could be removed from.")
    stage.directory.groups.remove(enabled_group(stage), user.person)


@when("the user is put back into the enabled group")
def _put_back(stage: Stage, user: Actor) -> None:
    stage.directory.groups.add(enabled_group(stage), user.person)


@when("that group is removed from the enabled group")
def _group_removed(stage: Stage) -> None:
    inner = stage.directory.groups.named(NESTED_GROUP)
    stage.directory.groups.remove(enabled_group(stage), inner)


@then("the user is asked to verify")
def _asked_to_verify(reset: ResetStory) -> None:
    if reset.code == TOO_FEW:
        raise Inconclusive(f"{reset} Enabled or not (see RST-03).")
    expect(
        reset.ending is Ending.ADMITTED and reset.offered,
        "The user is asked to prove who they are.",
        str(reset),
        SETTING,
    )


@then("the user is let in")
def _came_to_verify(reset: ResetStory) -> None:
    let_in(reset)
    expect(reset.ending is Ending.ADMITTED, "The user is asked to prove who they are.", str(reset))


@then("the user is let in as before")
def _let_in_as_before(reset: ResetStory) -> None:
    expect(
        reset.ending is Ending.ADMITTED,
        "What turned the user away is undone, and the user is asked to verify.",
        str(reset),
        SETTING,
    )


@then(parsers.parse("the user is turned away with {code}"))
def _turned_away(stage: Stage, reset: ResetStory, code: str) -> None:
    if code not in NOT_ENABLED:
        others_are_let_in(stage, reset)
    expect(
        reset.ending is Ending.BLOCKED and reset.code == code,
        f"The user is turned away with {code}.",
        str(reset),
        SETTING,
    )


@then("the user is turned away as one outside the enabled group")
def _turned_away_as_outsider(stage: Stage, reset: ResetStory) -> None:
    if reset.code != OUTSIDE:
        strangers_fare_otherwise(stage, reset)
    expect(
        reset.ending is Ending.BLOCKED and reset.code == OUTSIDE,
        f"The user is turned away with {OUTSIDE}.",
        str(reset),
        "enablement.group",
    )


@then("the user is turned away")
def _turned_away_somehow(reset: ResetStory) -> None:
    expect(reset.ending is Ending.BLOCKED, "The user is turned away.", str(reset), SETTING)


@then("the user is not asked to verify")
def _not_asked_to_verify(reset: ResetStory) -> None:
    expect(
        reset.ending not in {Ending.ADMITTED, Ending.RESET},
        "The user is not let into the reset.",
        str(reset),
        SETTING,
    )


@then("the administrator is turned away")
def _administrator_turned_away(reset: ResetStory) -> None:
    if reset.code == TOO_FEW:
        raise Inconclusive(f"{reset} Switched off or not (see ADM-02).")
    expect(
        reset.ending is Ending.BLOCKED,
        "The administrator is turned away.",
        str(reset),
        "enablement.administrators",
    )


@then("the registration report calls the user enabled")
def _report_enabled(stage: Stage, user: Actor) -> None:
    _reported(stage, user, enabled=True)


@then("the registration report calls the user not enabled")
def _report_not_enabled(stage: Stage, user: Actor) -> None:
    _reported(stage, user, enabled=False)


def _reported(stage: Stage, user: Actor, *, enabled: bool) -> None:
    details = stage.directory.registration.details(user.person)
    expect(
        details.enabled is enabled,
        f"isSsprEnabled is {str(enabled).lower()}.",
        f"It is {str(details.enabled).lower()}.",
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


@then("the administrator is asked to verify")
def _administrator_asked_to_verify(reset: ResetStory) -> None:
    as_administrator(reset)
    expect(
        reset.ending is Ending.ADMITTED,
        "The administrator is asked to prove who they are.",
        str(reset),
        "enablement.administrators",
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
