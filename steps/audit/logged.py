"""Single events that the audit log tells, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.managing import Errand
from pages.journeys.reset_story import Ending
from sspr.directory.audit import METHODS, SSPR
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.audit.log import FLOW, begins
from steps.audit.rows import CATEGORY, all_name, gives_reason, readable
from steps.cast.kept import all_is_kept
from steps.cast.serving import allowed, anything_to_register
from steps.expect import applies, expect
from steps.weighing.presumed import presuming, something_registered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from pages.journeys.giving_up import GivingUpStory
    from pages.journeys.managing import ManagingStory
    from pages.journeys.password_change import PasswordChangeStory
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from sspr.directory.audit import AuditRow
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

CHANGED = "Change password (self-service)"  # J2
BY_ADMIN = "Reset password (by admin)"
NO_AGENT = "None"  # J12: what stands there of a user of the cloud
AGENTS = ("Microsoft Entra Connect", "CloudSync")
REGISTRATION_BEGUN = "User started security info registration"  # J4
CHANGE_BEGUN = "User started password change"
CANCELLED = "User canceled security info registration"  # J4
LEFT = "User cancelled before passing the required authentication methods"  # J6
LEFT_LATE = "User cancelled before submitting a new password"  # J11
DELETED = "User deleted security info"
UPDATED = "User updated security info"
ALL_REGISTERED = "User registered all required security info"
DEFAULT = "User changed default security info"
REVIEWED = "User reviewed security info"
LOOKS_GOOD = "Looks good"  # B31


@when("the user begins to register at the sign-in and leaves", target_fixture="left")
def _leave(stage: Stage, user: Actor) -> GivingUpStory:
    applies(stage.policy.registration.required_at_sign_in, "The policy asks nobody to register.")
    anything_to_register(stage)
    story = stage.give_up(user)
    if not story.gave_up:
        raise Inconclusive("The sign-in led to no registration that could be left.")
    return story


@when("the user cancels the reset at the first verification step", target_fixture="reset")
def _cancel(stage: Stage, user: Actor) -> ResetStory:
    return stage.leave(user)


@when("the user passes every verification step and cancels the reset", target_fixture="reset")
def _cancel_late(stage: Stage, user: Actor) -> ResetStory:
    return stage.leave_late(user)


@when("the user chooses another default method", target_fixture="managing")
def _choose_default(stage: Stage, user: Actor) -> ManagingStory:
    allowed(stage, Method.APP_CODE)
    story = stage.manage(user, Errand(default="app"))
    if not story.done:
        raise Inconclusive(f"The default method could not be changed. {story.error}".strip())
    return story


@when("the user looks through the security info and confirms it", target_fixture="registration")
def _confirm(stage: Stage, user: Actor) -> RegistrationStory:
    story = stage.register(user)
    if story.closed_with != LOOKS_GOOD:
        raise Inconclusive(f"Nothing was shown to confirm (see REG-10). {story.error}".strip())
    return story


@then("the audit log tells that the password was changed")
def _tells_change(stage: Stage, user: Actor, change: PasswordChangeStory) -> None:
    if not change.changed:
        raise Inconclusive(f"The password was not changed (see PWD-13). {change.error}")
    all_name([told(stage, user, change.began, CHANGED)], user, SSPR)


@then("the audit log tells that a registration was begun")
def _tells_begun(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    something_registered(registration)
    all_name([told(stage, user, registration.began, REGISTRATION_BEGUN)], user, METHODS)


@then("the audit log tells that a change was begun")
def _tells_begun_change(stage: Stage, user: Actor, change: PasswordChangeStory) -> None:
    if not (change.changed or change.error):
        raise Inconclusive("It never came to a new password (see PWD-13).")
    all_name([told(stage, user, change.began, CHANGE_BEGUN)], user, METHODS)


@then("the audit log tells that an administrator reset the password")
def _tells_reset_by_admin(stage: Stage, user: Actor, began: dt.datetime) -> None:
    row = told(stage, user, began, BY_ADMIN)
    says = (row.service, row.category)
    expect(says == (SSPR, CATEGORY), f"It says {SSPR}, {CATEGORY}.", f"It says {', '.join(says)}.")
    agent = _agent(row)
    expect(
        agent == NO_AGENT,
        f"The row says that no agent took part: {NO_AGENT}.",
        f"It says {agent or 'nothing'}.",
    )
    expect(
        row.actor.casefold() != user.account.casefold(),
        "The row names another than the user as who did it.",
        f"It names {row.actor}.",
    )
    gives_reason([row], "Successfully completed reset")


@then("the audit log tells which agent wrote the password back")
def _tells_agent(stage: Stage, user: Actor, began: dt.datetime) -> None:
    agent = _agent(told(stage, user, began, BY_ADMIN))
    expect(
        agent in AGENTS,
        f"The row names the agent that wrote the password back: {' or '.join(AGENTS)}.",
        f"It says {agent or 'nothing'}.",
    )


def _agent(row: AuditRow) -> str:
    """Which agent a row says had a part in it; empty where it says nothing (J12)."""
    details = {each["key"]: each["value"] for each in row.raw.get("additionalDetails") or []}
    return str(details.get("OnPremisesAgent", ""))


@then("the audit log tells that the registration was cancelled")
def _tells_cancellation(stage: Stage, user: Actor, left: GivingUpStory) -> None:
    all_name([told(stage, user, left.began, CANCELLED)], user, METHODS)


@then("the audit log tells that a method was deleted")
def _tells_deletion(stage: Stage, user: Actor, managing: ManagingStory) -> None:
    row = told(stage, user, managing.began, DELETED)
    all_name([row], user, METHODS)
    gives_reason([row], "User deleted the method")


@then("the audit log tells that a method was changed")
def _tells_update(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    all_name([told(stage, user, registration.began, UPDATED)], user, METHODS)


@then("the audit log tells that all that is required was registered")
def _tells_all_registered(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    if not registration.closed_with:
        raise Inconclusive(f"The registration was not closed. {registration.error}".strip())
    all_is_kept(stage, user, registration)
    all_name([told(stage, user, registration.began, ALL_REGISTERED)], user, METHODS)


@then("the audit log does not tell that all that is required was registered")
def _tells_not_all_registered(stage: Stage, user: Actor, left: GivingUpStory) -> None:
    with presuming("(see AUD-13)"):
        cancelled = f"a row {CANCELLED!r}"
        rows = wait_for(stage, user, left.began, lambda rows: _of(rows, CANCELLED), cancelled)
    complete = [row for row in _of(rows, ALL_REGISTERED) if row.result == "success"]
    expect(
        not complete,
        f"There is no successful row {ALL_REGISTERED!r}: the registration was cancelled.",
        f"There are {len(complete)}.",
    )


def _of(rows: list[AuditRow], activity: str) -> list[AuditRow]:
    return [row for row in rows if row.activity == activity]


@then("the audit log tells that the default method was changed")
def _tells_default(stage: Stage, user: Actor, managing: ManagingStory) -> None:
    all_name([told(stage, user, managing.began, DEFAULT)], user, METHODS)


@then("the audit log tells that the security info was reviewed")
def _tells_review(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    row = told(stage, user, registration.began, REVIEWED)
    all_name([row], user, METHODS)
    gives_reason([row], "User successfully reviewed security info")


def told(stage: Stage, user: Actor, since: dt.datetime, activity: str) -> AuditRow:
    """The successful row of ``activity``, once it is there."""

    def found(rows: list[AuditRow]) -> list[AuditRow]:
        return [row for row in rows if row.activity == activity and row.result == "success"]

    rows = wait_for(stage, user, since, lambda rows: bool(found(rows)), f"a row {activity!r}")
    return found(rows)[-1]


def wait_for(
    stage: Stage,
    user: Actor,
    since: dt.datetime,
    enough: Callable[[list[AuditRow]], object],
    what: str,
) -> list[AuditRow]:
    """The rows about the user from ``since`` on, once they are ``enough``, which is ``what``."""
    expected = f"The audit log has {what}."
    rows = stage.directory.audit.wait_for(since, user.person, enough, expected=expected)
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    return rows


@then("the audit log tells that the user cancelled")
def _tells_early_end(stage: Stage, user: Actor, reset: ResetStory) -> None:
    if reset.ending is not Ending.ADMITTED:
        raise Inconclusive(f"There was no verification step to leave. {reset}")
    _told_end(stage, user, reset, LEFT)


@then("the audit log tells that the user cancelled before choosing a password")
def _tells_late_end(stage: Stage, user: Actor, reset: ResetStory) -> None:
    if reset.ending is not Ending.ADMITTED or not reset.passed:
        raise Inconclusive(f"The user did not come to choose a password. {reset}")
    _told_end(stage, user, reset, LEFT_LATE)


def _told_end(stage: Stage, user: Actor, reset: ResetStory, reason: str) -> None:
    def has_ended(rows: list[AuditRow]) -> bool:
        return begins([row.reason for row in rows if row.activity == FLOW], reason)

    wait_for(stage, user, reset.began, has_ended, f"a row {reason!r}")
