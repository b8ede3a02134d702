"""When a row reaches the audit log, and how long it stays there."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.audit import BLOCKED, FLOW, REGISTERED, RESET
from steps.changes import of_the_policy
from steps.expect import expect
from steps.presumed import something_registered, was_blocked, was_reset
from steps.rows import readable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage

AN_HOUR = dt.timedelta(hours=1)  # J15
KEPT = dt.timedelta(days=30)  # J15
CHANGED = "of the changed policy"
LATE_AT_MOST = dt.timedelta(days=2)  # what is not there by then was never written


@when("an hour passes")
def _an_hour(stage: Stage) -> None:
    stage.tenant.capabilities.advance(AN_HOUR)


@when("thirty days less an hour pass")
def _thirty_days(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _almost_thirty_days(stage, user, reset.began, RESET, owner="AUD-02")


@when("thirty days less an hour pass after the registration")
def _thirty_days_after(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    _almost_thirty_days(stage, user, registration.began, REGISTERED, owner="AUD-03")


@when("thirty days less an hour pass after the change")
def _thirty_days_after_change(stage: Stage, began: dt.datetime) -> None:
    _kept_from_an_hour(stage, partial(_tells_change, stage, began), CHANGED, owner="AUD-09")


def _almost_thirty_days(
    stage: Stage, user: Actor, since: dt.datetime, activity: str, *, owner: str
) -> None:
    told = partial(_tells, stage, user, since, activity)
    _kept_from_an_hour(stage, told, repr(activity), owner=owner)


def _kept_from_an_hour(stage: Stage, told: Callable[[], bool], row: str, *, owner: str) -> None:
    """What was never there cannot be missed later."""
    stage.tenant.capabilities.advance(AN_HOUR)
    if not told():
        raise Inconclusive(f"The row {row} was never there (see {owner} and AUD-17).")
    stage.tenant.capabilities.advance(KEPT - 2 * AN_HOUR)


@then("the audit log now tells of the registration")
def _registration_there(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    something_registered(registration)
    _in_time(stage, user, registration.began, REGISTERED, owner="AUD-03")


@then("the audit log now tells that the user was turned away")
def _failure_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was turned away (see RST-08). {reset}")
    _in_time(stage, user, reset.began, FLOW, owner="AUD-05", result="failure")


@then("the audit log still tells of the registration")
def _registration_still_there(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    something_registered(registration)
    _still(stage, user, registration.began, REGISTERED)


@then("the audit log now tells of the completed reset")
def _there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    _in_time(stage, user, reset.began, RESET, owner="AUD-02")


@then("the audit log still tells of the completed reset")
def _still_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    _still(stage, user, reset.began, RESET)


@then("the audit log now tells of the block")
def _block_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_blocked(reset)
    _in_time(stage, user, reset.began, BLOCKED, owner="AUD-06")


@then("the audit log now tells of the change")
def _change_there(stage: Stage, began: dt.datetime) -> None:
    _comes_in_time(stage, partial(_tells_change, stage, began), CHANGED, owner="AUD-09")


@then("the audit log still tells of the change")
def _change_still_there(stage: Stage, began: dt.datetime) -> None:
    _can_be_read(CHANGED, told=_tells_change(stage, began))


def _still(stage: Stage, user: Actor, since: dt.datetime, activity: str) -> None:
    _can_be_read(repr(activity), told=_tells(stage, user, since, activity))


def _can_be_read(row: str, *, told: bool) -> None:
    expect(told, f"After thirty days the row {row} can be read.", "It can no longer.")


def _in_time(
    stage: Stage,
    user: Actor,
    since: dt.datetime,
    activity: str,
    *,
    owner: str,
    result: str = "success",
) -> None:
    told = partial(_tells, stage, user, since, activity, result)
    _comes_in_time(stage, told, repr(activity), owner=owner)


def _comes_in_time(stage: Stage, told: Callable[[], bool], row: str, *, owner: str) -> None:
    in_time = told()
    if not in_time:
        stage.tenant.capabilities.advance(LATE_AT_MOST)
        if not told():
            raise Inconclusive(f"The row {row} never comes (see {owner}).")
    expect(in_time, f"After an hour the row {row} can be read.", "It comes later.")


def _tells_change(stage: Stage, since: dt.datetime) -> bool:
    rows = of_the_policy(stage.directory.audit.rows(since))
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    return bool(rows)


def _tells(
    stage: Stage, user: Actor, since: dt.datetime, activity: str, result: str = "success"
) -> bool:
    rows = stage.directory.audit.rows(since, user.person)
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    return any((row.activity, row.result) == (activity, result) for row in rows)
