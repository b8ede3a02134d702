"""What the audit log tells of passwords that are too common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from sspr.directory.audit import SSPR
from sspr.errors import Deviation, Inconclusive
from steps.audit.log import RESET
from steps.audit.logged import CHANGED, told, wait_for
from steps.audit.rows import all_name
from steps.expect import expect
from steps.passwords.judged import refused_for_its_words
from steps.weighing.presumed import presuming, refused_as_common, was_reset

if TYPE_CHECKING:
    import datetime as dt

    from pages.journeys.password_change import PasswordChangeStory
    from pages.journeys.reset_story import ResetStory
    from sspr.directory.audit import AuditRow
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

BANNED = "fuzzypolicy"  # J10: both the documented and the observed wording hold it


def _refused_as_common(rows: list[AuditRow]) -> bool:
    return any(row.result == "failure" and BANNED in row.reason.lower() for row in rows)


@then("the audit log tells that a common password was refused")
def _tells_refusal(stage: Stage, user: Actor, reset: ResetStory) -> None:
    refused_as_common(reset)
    _refusal_told(stage, user, reset.began, RESET)


@then("the audit log tells that a common password was refused at the change")
def _tells_refused_change(stage: Stage, user: Actor, change: PasswordChangeStory) -> None:
    if change.changed or not change.error:
        raise Inconclusive("No password was refused (see PWD-08).")
    _refusal_told(stage, user, change.began, CHANGED)


def _refusal_told(stage: Stage, user: Actor, since: dt.datetime, activity: str) -> None:
    what = "a failure that names the fuzzy policy"
    try:
        rows = wait_for(stage, user, since, _refused_as_common, what)
    except Deviation:
        refused_for_its_words(stage)
        _success_told(stage, user, activity)
        raise
    refusals = [row for row in rows if _refused_as_common([row])]
    all_name(refusals, user, SSPR, "failure")
    kinds = {row.activity for row in refusals}
    expect(kinds == {activity}, f"It is a row {activity!r}.", f"It is: {'; '.join(sorted(kinds))}.")


def _success_told(stage: Stage, user: Actor, activity: str) -> None:
    """
    Go on only if what did not fail leaves a row, by a reset or a change that succeeds.

    Raises:
        Inconclusive: It leaves none either.
    """
    story = stage.reset(user) if activity == RESET else stage.change_password(user)
    with presuming("Nor is what succeeded told."):
        told(stage, user, story.began, activity)


@then("the audit log tells of no refused password")
def _tells_no_refusal(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    with presuming("(see AUD-02)"):
        rows = wait_for(stage, user, reset.began, _has_reset, "a row of the completed reset")
    expect(
        not _refused_as_common(rows),
        "A password that was taken leaves no failure.",
        "The audit log has a failure that names the fuzzy policy.",
    )


def _has_reset(rows: list[AuditRow]) -> bool:
    return any(row.activity == RESET for row in rows)
