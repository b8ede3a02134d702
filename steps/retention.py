"""When a row reaches the audit log, and how long it stays there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.audit import FLOW, REGISTERED, RESET
from steps.expect import expect
from steps.presumed import something_registered, was_reset
from steps.rows import readable

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage

AN_HOUR = dt.timedelta(hours=1)  # J15
KEPT = dt.timedelta(days=30)  # J15
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


def _almost_thirty_days(
    stage: Stage, user: Actor, since: dt.datetime, activity: str, *, owner: str
) -> None:
    """What was never there cannot be missed later."""
    stage.tenant.capabilities.advance(AN_HOUR)
    if not _tells(stage, user, since, activity):
        raise Inconclusive(f"The row {activity!r} was never there (see {owner} and AUD-17).")
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


def _still(stage: Stage, user: Actor, since: dt.datetime, activity: str) -> None:
    told = f"After thirty days the row {activity!r} can be read."
    expect(_tells(stage, user, since, activity), told, "It can no longer.")


def _in_time(
    stage: Stage,
    user: Actor,
    since: dt.datetime,
    activity: str,
    *,
    owner: str,
    result: str = "success",
) -> None:
    in_time = _tells(stage, user, since, activity, result)
    if not in_time:
        stage.tenant.capabilities.advance(LATE_AT_MOST)
        if not _tells(stage, user, since, activity, result):
            raise Inconclusive(f"The row {activity!r} never comes (see {owner}).")
    expect(in_time, f"After an hour the row {activity!r} can be read.", "It comes later.")


def _tells(
    stage: Stage, user: Actor, since: dt.datetime, activity: str, result: str = "success"
) -> bool:
    rows = stage.directory.audit.rows(since, user.person)
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    return any((row.activity, row.result) == (activity, result) for row in rows)
