"""What the audit log tells of those whom a reset turns away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from pages.journeys.reset_story import Ending
from sspr.directory.audit import SSPR
from sspr.errors import Deviation, Inconclusive
from steps.audit.log import FLOW, RESET, flow_of
from steps.audit.rows import all_name, readable
from steps.cast.entrances import enter_ready
from steps.expect import expect
from steps.weighing.presumed import (
    NO_WRITEBACK,
    NOBODY,
    NOT_LICENSED,
    OUTSIDE,
    REFUSED_ON_PREMISES,
    TOO_FEW,
    UNREACHABLE,
    presuming,
    turned_away,
)

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from sspr.directory.audit import AuditRow
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

TOO_LITTLE = ("insufficient authentication methods",)  # J7
NOT_ENABLED = ("not enabled", "not a member")  # J7, J11


@then("the audit log tells that too little is registered")
def _told_too_little(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, TOO_FEW, "RST-08")
    _told_turned_away(stage, user, reset, TOO_LITTLE)


@then("the audit log tells that the user is not enabled")
def _told_not_enabled(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, OUTSIDE, "ENA-02")
    _told_turned_away(stage, user, reset, NOT_ENABLED)


@then("the audit log tells that nobody is enabled")
def _told_nobody_enabled(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, NOBODY, "ENA-03")
    _told_turned_away(stage, user, reset, (*NOT_ENABLED, "disabled"))


@then("the audit log tells that the user was turned away")
def _told_not_written_back(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, NO_WRITEBACK, "HYB-01")
    _told_turned_away(stage, user, reset)


@then("the audit log tells that licences are missing")
def _told_unlicensed(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, NOT_LICENSED, "ENA-10")
    _told_turned_away(stage, user, reset, ("licen",))


@then("the audit log tells that it could not be reached")
def _told_unreachable(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, UNREACHABLE, "HYB-03")
    _told_turned_away(stage, user, reset, ("on-premises",))


@then("the audit log tells that the administrator was turned away")
def _told_administrator(stage: Stage, user: Actor, reset: ResetStory) -> None:
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"{reset} That is another promise (see ADM-05).")
    _told_turned_away(stage, user, reset)


@then("the audit log tells that the directory refused")
def _told_refused(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, REFUSED_ON_PREMISES, "HYB-04")
    rows = stage.directory.audit.wait_for(
        reset.began,
        user.person,
        lambda rows: any(_failed(row) for row in rows),
        expected="The audit log has a row of the reset with the result failure.",
    )
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    told = [row.reason for row in rows if _failed(row)]
    expect(any(told), "The failure says why.", "It gives no reason.")


def _failed(row: AuditRow) -> bool:
    return row.activity in {FLOW, RESET} and row.result == "failure"


def _told_turned_away(
    stage: Stage, user: Actor, reset: ResetStory, reasons: tuple[str, ...] = ()
) -> None:
    rows = stage.directory.audit.wait_for(
        reset.began,
        user.person,
        lambda rows: any(row.activity == FLOW and row.result == "failure" for row in rows),
        expected="The audit log has a row of the flow with the result failure.",
    )
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    failures = [row for row in rows if row.activity == FLOW and row.result == "failure"]
    told = [row.reason for row in failures]
    expect(
        not reasons or any(reason in each.lower() for each in told for reason in reasons),
        f"The failure says that the reason is: {' or '.join(reasons)}.",
        f"It says: {'; '.join(told) or 'nothing'}.",
    )
    try:
        all_name(failures, user, SSPR, "failure")
    except Deviation:
        _others_are_named(stage)
        raise


def _others_are_named(stage: Stage) -> None:
    """
    Go on only if the rows of a completed reset name whose they are.

    Raises:
        Inconclusive: They name nobody, or somebody else.
    """
    witness = enter_ready(stage)
    rows = flow_of(stage, witness, stage.reset(witness))
    with presuming("Nor do those of a completed reset (see AUD-21)."):
        all_name(rows, witness, SSPR)
