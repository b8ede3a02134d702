"""When the row of a reset reaches the audit log, and how long it stays there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import then, when

from sspr.errors import Inconclusive
from steps.audit import RESET
from steps.expect import expect
from steps.presumed import was_reset
from steps.rows import readable

if TYPE_CHECKING:
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
    stage.tenant.capabilities.advance(AN_HOUR)
    if not _told(stage, user, reset):
        raise Inconclusive("The row of the reset was never there (see AUD-02 and AUD-17).")
    stage.tenant.capabilities.advance(KEPT - 2 * AN_HOUR)


@then("the audit log now tells of the completed reset")
def _there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    in_time = _told(stage, user, reset)
    if not in_time:
        stage.tenant.capabilities.advance(LATE_AT_MOST)
        if not _told(stage, user, reset):
            raise Inconclusive("The row of the reset never comes (see AUD-02).")
    expect(in_time, "After an hour the row of the reset can be read.", "It comes later.")


@then("the audit log still tells of the completed reset")
def _still_there(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    expect(
        _told(stage, user, reset),
        "After thirty days the row of the reset can be read.",
        "It can no longer.",
    )


def _told(stage: Stage, user: Actor, reset: ResetStory) -> bool:
    rows = stage.directory.audit.rows(reset.began, user.person)
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    return any(row.activity == RESET for row in rows)
