"""What an administrator does with somebody's methods, and what the log tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from sspr.directory.audit import METHODS
from sspr.directory.registration import Registrations
from steps.audit.rows import CATEGORY, readable
from steps.expect import expect

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sspr.directory.audit import AuditRow
    from sspr.people import Person
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

# By the words of a feature: what is done, and what the log calls it (J4).
DEEDS: dict[str, tuple[Callable[[Registrations, Person], None], str]] = {
    "registers": (Registrations.add_email, "Admin registered security info"),
    "changes": (
        lambda registration, person: registration.change_email(person, person.mail),
        "Admin updated security info",
    ),
    "deletes": (Registrations.delete_email, "Admin deleted security info"),
}


@given("an administrator has registered an email address of the user")
def _has_registered(stage: Stage, user: Actor) -> None:
    stage.directory.registration.add_email(user.person)


@when(parsers.parse("an administrator {verb} an email address of the user"), target_fixture="deed")
def _does(stage: Stage, user: Actor, verb: str) -> tuple[dt.datetime, str]:
    began = stage.tenant.clock.now()
    do, activity = DEEDS[verb]
    do(stage.directory.registration, user.person)
    return began, activity


@then("the audit log tells that an administrator did so")
def _told(stage: Stage, user: Actor, deed: tuple[dt.datetime, str]) -> None:
    began, activity = deed
    rows = stage.directory.audit.wait_for(
        began,
        user.person,
        lambda rows: bool(_named(rows, activity)),
        expected=f"The audit log has a row {activity!r}.",
    )
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    row = _named(rows, activity)[-1]
    found = (row.result, row.service, row.category)
    wanted = ("success", METHODS, CATEGORY)
    expect(found == wanted, f"It says {', '.join(wanted)}.", f"It says {', '.join(found)}.")
    expect(
        row.actor.casefold() != user.account.casefold(),
        "It names another than the user as who did it.",
        f"It names {row.actor}.",
    )


def _named(rows: list[AuditRow], activity: str) -> list[AuditRow]:
    return [row for row in rows if row.activity == activity]
