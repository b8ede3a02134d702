"""What the audit log tells."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.proof import Proof
from sspr.directory.audit import METHODS, SSPR
from sspr.errors import Inconclusive
from steps.audit.rows import all_name, gives_reason, readable
from steps.expect import expect
from steps.weighing.presumed import (
    presuming,
    something_registered,
    was_blocked,
    was_reset,
)

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from sspr.directory.audit import AuditRow
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

FLOW = "Self-service password reset flow activity progress"  # J2
RESET = "Reset password (self-service)"
BLOCKED = "Blocked from self-service password reset"
REGISTERED = "User registered security info"  # J4
TOLERANCE = dt.timedelta(minutes=1)  # what two clocks may differ by
# J6: the wordings as observed; their punctuation varies, so they are matched by their beginning.
OPTION = {
    Proof.EMAIL: "email",
    Proof.TEXT: "mobile SMS",
    Proof.CALL: "mobile voice call",
    Proof.OFFICE_CALL: "office voice call",
    Proof.QUESTIONS: "security questions",
    Proof.APP_CODE: "mobile app code",
    Proof.APP_NOTIFICATION: "mobile app notification",
}


def _reasons(reset: ResetStory) -> list[str]:
    """The reasons that the flow of a completed reset leaves, in their order (J8)."""
    steps = [
        f"User {verb} the {OPTION[proof]} verification option"
        for proof in reset.passed
        for verb in ("started", "completed")
    ]
    begin = ["User submitted their user ID", "User was presented with verification options"]
    end = [
        "User completed all verification steps required",
        "User submitted a new password",
        "User successfully reset password",
    ]
    return [*begin, *steps, *end]


def flow_of(stage: Stage, user: Actor, reset: ResetStory) -> list[AuditRow]:
    """
    The rows of a reset, once its last one is there.

    Raises:
        Inconclusive: The last one never comes.
    """
    with presuming("(see AUD-02)"):
        return _whole_flow(stage, user, reset)


def _whole_flow(stage: Stage, user: Actor, reset: ResetStory) -> list[AuditRow]:
    was_reset(reset)
    rows = stage.directory.audit.wait_for(
        reset.began,
        user.person,
        lambda rows: any(row.activity == RESET for row in rows),
        expected="The audit log tells of the completed reset.",
    )
    found = [row for row in rows if row.activity in {FLOW, RESET}]
    stage.evidence.rows("Audit log", [readable(row) for row in found])
    return found


@then("the audit log tells of every step that the user passed")
def _every_step(stage: Stage, user: Actor, reset: ResetStory) -> None:
    told = [row.reason for row in flow_of(stage, user, reset) if row.activity == FLOW]
    missing = [reason for reason in _reasons(reset) if not begins(told, reason)]
    expect(
        not missing,
        f"The audit log has {len(_reasons(reset))} rows for the steps of the reset.",
        f"It lacks: {'; '.join(missing)}.",
    )
    taken = {OPTION[proof].lower() for proof in reset.passed}
    foreign = [each for each in told if (way := _completed(each)) and way not in taken]
    expect(
        not foreign,
        "No row tells of an option that the user did not take.",
        f"There is: {'; '.join(foreign)}.",
    )


def _completed(reason: str) -> str:
    """The verification option that the user completed, as a row says; empty where it does not."""
    found = re.match(r"user completed the (.+) verification option", reason.strip().lower())
    return found[1] if found else ""


@then("the rows tell the steps in their order and when they happened")
def _in_order(stage: Stage, user: Actor, reset: ResetStory) -> None:
    rows = flow_of(stage, user, reset)
    told = [row.reason for row in rows if row.activity == FLOW]  # by time, oldest first
    times = [_time(rows, each) for each in _reasons(reset)]
    if times[0] is None or times[-1] is None:
        raise Inconclusive("The audit log lacks the first or the last step (see AUD-01).")
    found = [time for time in times if time]
    expect(
        found == sorted(found),
        f"The steps are told in their order: {'; '.join(_reasons(reset))}.",
        f"By their times they are told so: {'; '.join(told)}.",
    )
    end = (reset.ended or stage.tenant.clock.now()) + TOLERANCE
    late = [row.time.isoformat() for row in rows if row.time > end]
    expect(
        not late,
        f"No row says that it happened after {end}.",
        f"Some say: {'; '.join(late)}.",
    )


def _time(rows: list[AuditRow], reason: str) -> dt.datetime | None:
    """When a step was first told; two that share a moment can stand in either order."""
    return next((row.time for row in rows if begins([row.reason], reason)), None)


def begins(told: list[str], reason: str) -> bool:
    """Whether a reason that a row gives begins so; how they go on varies (J6)."""
    return any(each.strip().lower().startswith(reason.lower()) for each in told)


@then("the audit log has one row for the completed reset")
def _one_row(stage: Stage, user: Actor, reset: ResetStory) -> None:
    rows = [row for row in _whole_flow(stage, user, reset) if row.activity == RESET]
    expect(
        [row.result for row in rows] == ["success"],
        f"The audit log has one successful row {RESET!r}.",
        f"It has {len(rows)}: {', '.join(row.result for row in rows) or 'none'}.",
    )
    gives_reason(rows, "Successfully completed reset")


@then("the audit log has one row for each method that was registered")
def _row_for_each(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    something_registered(registration)
    number = len(registration.registered)
    rows = stage.directory.audit.wait_for(
        registration.began,
        user.person,
        lambda rows: len(_registrations(rows)) >= number,
        expected=f"The audit log has {number} rows {REGISTERED!r}.",
    )
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    found = len(_registrations(rows))
    expect(found == number, f"The audit log has {number} rows {REGISTERED!r}.", f"It has {found}.")
    gives_reason(_registrations(rows), "User registered the method")


def _registrations(rows: list[AuditRow]) -> list[AuditRow]:
    return [row for row in rows if row.activity == REGISTERED]


@then("all rows of the reset carry one correlation id")
def _one_id(stage: Stage, user: Actor, reset: ResetStory) -> None:
    ids = {row.correlation_id for row in flow_of(stage, user, reset)}
    expect(
        len(ids) == 1 and all(ids),
        "All rows of the reset carry one correlation id.",
        f"They carry {len(ids)}: {', '.join(each or '(none)' for each in sorted(ids))}.",
    )


@when("the user resets the password twice", target_fixture="resets")
def _twice(stage: Stage, user: Actor) -> tuple[ResetStory, ResetStory]:
    return stage.reset(user), stage.reset(user)


@then("the rows of the two resets carry two correlation ids")
def _two_ids(stage: Stage, user: Actor, resets: tuple[ResetStory, ResetStory]) -> None:
    first, second = resets
    later = {row.correlation_id for row in flow_of(stage, user, second)}
    both = {row.correlation_id for row in flow_of(stage, user, first)}
    expect(
        both - later,
        "Each of the two resets has a correlation id of its own.",
        f"All rows carry {', '.join(sorted(both))}.",
    )


@then("the audit log tells that the user was blocked")
def _told_blocked(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_blocked(reset)
    rows = stage.directory.audit.wait_for(
        reset.began,
        user.person,
        lambda rows: any(row.activity == BLOCKED and row.result == "success" for row in rows),
        expected=f"The audit log has a row {BLOCKED!r} with the result success.",
    )
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    all_name([row for row in rows if row.activity == BLOCKED], user, SSPR)


@then("each row of the reset names the user, the service and the result")
def _names(stage: Stage, user: Actor, reset: ResetStory) -> None:
    all_name(flow_of(stage, user, reset), user, SSPR)


@then("each row of the registration names the user, the service and the result")
def _registration_names(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    something_registered(registration)
    rows = stage.directory.audit.rows(registration.began, user.person)
    found = _registrations(rows)
    stage.evidence.rows("Audit log", [readable(row) for row in found])
    if not found:
        raise Inconclusive("The audit log has no row of the registration (see AUD-03).")
    all_name(found, user, METHODS)
