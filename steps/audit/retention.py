"""When a row reaches the audit log, and how long it stays there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.audit.changes import of_the_policy
from steps.audit.log import BLOCKED, FLOW, REGISTERED, RESET
from steps.audit.rows import readable
from steps.expect import expect
from steps.weighing.presumed import something_registered, was_blocked, was_reset

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from sspr.directory.audit import AuditRow
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

AN_HOUR = dt.timedelta(hours=1)  # J15
KEPT = dt.timedelta(days=30)  # J15
LATE_AT_MOST = dt.timedelta(days=2)  # what is not there by then was never written


@dataclass(frozen=True, slots=True)
class Awaited:
    """
    A row that has to come within an hour and can be read for thirty days (J15).

    Attributes:
        stage: Where it is looked for.
        name: What people call it.
        owner: The requirement that promises it at all.
        rows: What the log tells that may be it.
        among: Those of its rows that are it.
    """

    stage: Stage
    name: str
    owner: str
    rows: Callable[[], list[AuditRow]]
    among: Callable[[list[AuditRow]], list[AuditRow]]

    def there(self) -> bool:
        """Whether it can be read now."""
        rows = self.rows()
        self.stage.evidence.rows("Audit log", [readable(row) for row in rows])
        return bool(self.among(rows))

    def almost_outlast(self) -> None:
        """Let thirty days pass but for an hour; what was never there cannot be missed later."""
        self.stage.tenant.capabilities.advance(AN_HOUR)
        if not self.there():
            raise Inconclusive(f"The row {self.name} was never there (see {self.owner}, AUD-17).")
        self.stage.tenant.capabilities.advance(KEPT - 2 * AN_HOUR)

    def came_in_time(self) -> None:
        """Expect it now, an hour later, where it comes at all."""
        in_time = self.there()
        if not in_time:
            self.stage.tenant.capabilities.advance(LATE_AT_MOST)
            if not self.there():
                raise Inconclusive(f"The row {self.name} never comes (see {self.owner}).")
        expect(in_time, f"After an hour the row {self.name} can be read.", "It comes later.")

    def stayed(self) -> None:
        """Expect it still, almost thirty days later."""
        expect(
            self.there(), f"After thirty days the row {self.name} can be read.", "It can no longer."
        )


@when("an hour passes")
def _an_hour(stage: Stage) -> None:
    stage.tenant.capabilities.advance(AN_HOUR)


@when("thirty days less an hour pass")
def _thirty_days(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _of_reset(stage, user, reset).almost_outlast()


@when("thirty days less an hour pass after the registration")
def _thirty_days_after(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    _of_registration(stage, user, registration).almost_outlast()


@when("thirty days less an hour pass after the change")
def _thirty_days_after_change(stage: Stage, began: dt.datetime) -> None:
    _of_change(stage, began).almost_outlast()


@then("the audit log now tells of the completed reset")
def _there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _of_reset(stage, user, reset).came_in_time()


@then("the audit log still tells of the completed reset")
def _still_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _of_reset(stage, user, reset).stayed()


@then("the audit log now tells of the registration")
def _registration_there(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    _of_registration(stage, user, registration).came_in_time()


@then("the audit log still tells of the registration")
def _registration_still_there(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    _of_registration(stage, user, registration).stayed()


@then("the audit log now tells of the change")
def _change_there(stage: Stage, began: dt.datetime) -> None:
    _of_change(stage, began).came_in_time()


@then("the audit log still tells of the change")
def _change_still_there(stage: Stage, began: dt.datetime) -> None:
    _of_change(stage, began).stayed()


@then("the audit log now tells that the user was turned away")
def _failure_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was turned away (see RST-08). {reset}")
    _of(stage, user, reset.began, FLOW, owner="AUD-05", result="failure").came_in_time()


@then("the audit log now tells of the block")
def _block_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_blocked(reset)
    _of(stage, user, reset.began, BLOCKED, owner="AUD-06").came_in_time()


def _of_reset(stage: Stage, user: Actor, reset: ResetStory) -> Awaited:
    was_reset(reset)
    return _of(stage, user, reset.began, RESET, owner="AUD-02")


def _of_registration(stage: Stage, user: Actor, registration: RegistrationStory) -> Awaited:
    something_registered(registration)
    return _of(stage, user, registration.began, REGISTERED, owner="AUD-03")


def _of_change(stage: Stage, since: dt.datetime) -> Awaited:
    rows = partial(stage.directory.audit.rows, since)
    return Awaited(stage, "of the changed policy", "AUD-09", rows, of_the_policy)


def _of(
    stage: Stage,
    user: Actor,
    since: dt.datetime,
    activity: str,
    *,
    owner: str,
    result: str = "success",
) -> Awaited:
    def among(rows: list[AuditRow]) -> list[AuditRow]:
        return [row for row in rows if (row.activity, row.result) == (activity, result)]

    rows = partial(stage.directory.audit.rows, since, user.person)
    return Awaited(stage, repr(activity), owner, rows, among)
