"""Changing one setting of the policy after the other, and what the log tells of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from pytest_bdd import parsers, then, when

from sspr.directory.audit import SSPR
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.expect import expect
from steps.reset.helpdesk import other_than

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.admin_center import BladeStory
    from sspr.directory.audit import AuditRow
    from sspr.policy import Policy
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

DAYS = (31, 61, 91)
AN_HOUR = dt.timedelta(hours=1)  # longer than any scenario: the account is no older


def _other_methods(policy: Policy) -> dict[str, Any]:
    """One method more or, where all are allowed, one less."""
    allowed = policy.methods.allowed
    more = [each for each in Method if each not in allowed]
    return {"allowed": (*allowed, more[-1]) if more else allowed[:-1]}


# By the words of a feature: the section, and values that differ from the declared ones.
OTHERWISE: dict[str, tuple[str, Callable[[Policy], dict[str, Any]]]] = {
    "the number of required methods": (
        "methods",
        lambda now: {"required_to_reset": 3 - now.methods.required_to_reset},
    ),
    "the allowed methods": ("methods", _other_methods),
    "whether sign-in asks for registration": (
        "registration",
        lambda now: {"required_at_sign_in": not now.registration.required_at_sign_in},
    ),
    "the days until confirmation": (
        "registration",
        lambda now: {"reconfirm_after_days": abs(now.registration.reconfirm_after_days - 1)},
    ),
    "whether users are told": (
        "notifications",
        lambda now: {"users": not now.notifications.users},
    ),
    "whether administrators are told": (
        "notifications",
        lambda now: {"all_admins": not now.notifications.all_admins},
    ),
    "the helpdesk link": (
        "customization",
        lambda now: {"helpdesk": other_than(now.customization.helpdesk)},
    ),
    "whether unlocking alone is allowed": (
        "writeback",
        lambda now: {"unlock_without_reset": not now.writeback.unlock_without_reset},
    ),
}


@when(
    "who is told of resets is changed for users and administrators at once",
    target_fixture="began",
)
def _change_two(stage: Stage) -> dt.datetime:
    began, told = stage.tenant.clock.now(), stage.policy.notifications
    stage.change_policy("notifications", users=not told.users, all_admins=not told.all_admins)
    return began


@when(parsers.parse("an administrator changes {setting}"), target_fixture="began")
def _change(stage: Stage, setting: str) -> dt.datetime:
    began = stage.tenant.clock.now()
    section, values = OTHERWISE[setting]
    stage.change_policy(section, **values(stage.policy))
    return began


@when("the days until confirmation are changed twice", target_fixture="began")
def _change_twice(stage: Stage) -> dt.datetime:
    began = stage.tenant.clock.now()
    declared = stage.policy.registration.reconfirm_after_days
    for days in [each for each in DAYS if each != declared][:2]:
        stage.change_policy("registration", reconfirm_after_days=days)
    return began


@when("the days until confirmation are changed and changed back", target_fixture="began")
def _change_back(stage: Stage) -> dt.datetime:
    began = _change(stage, "the days until confirmation")
    stage.tenant.capabilities.set_policy(stage.policy)
    return began


@then("the audit log tells the old and the new value")
def _old_and_new(stage: Stage, began: dt.datetime) -> None:
    _changes_told(stage, began, 1)


@then("the audit log tells the old and the new value of both")
def _both(stage: Stage, began: dt.datetime) -> None:
    _changes_told(stage, began, 2)


def _changes_told(stage: Stage, began: dt.datetime, number: int) -> None:
    rows = stage.directory.audit.wait_for(
        began,
        None,
        lambda rows: any(row.changes for row in rows),
        expected="The audit log has a row with what was changed.",
    )
    changes = [change for row in rows for change in row.changes]
    stage.evidence.rows(
        "Changes", [dict(zip(("name", "old", "new"), each, strict=True)) for each in changes]
    )
    told = [each for each in changes if each[1] and each[2] and each[1] != each[2]]
    expect(
        len(told) >= number,
        f"Old and new value are told of {number} changed setting{'s' * (number > 1)}.",
        f"The rows since then tell {len(changes)} changes, and {len(told)} with both values.",
        "enablement.enabled",
    )


@then("the audit log tells who saved it, with the old and the new value")
def _by_whom(stage: Stage, clerk: Actor, blade: BladeStory) -> None:
    if not blade.saved:
        raise Inconclusive(f"Nothing was saved (see CFG-01). {blade.refusal}".strip())
    rows = stage.directory.audit.wait_for(
        stage.tenant.clock.now() - AN_HOUR,
        clerk.person,
        of_the_policy,
        expected="The audit log has a row of what the account has saved.",
    )
    row = of_the_policy(rows)[-1]
    told = [each for each in row.changes if each[1] and each[2] and each[1] != each[2]]
    expect(told, "Old and new value are told.", f"Told is {row.changes}.")
    expect(
        row.actor.casefold() == clerk.account.casefold(),
        f"The row names {clerk.account} as who saved it.",
        f"It names {row.actor or 'nobody'}.",
    )


def of_the_policy(rows: list[AuditRow]) -> list[AuditRow]:
    """Those of ``rows`` that tell a change of the password reset policy (J1, J13)."""
    return [row for row in rows if row.service == SSPR and row.changes]


@then("one change goes on from the other")
def _chained(stage: Stage, began: dt.datetime) -> None:
    rows = stage.directory.audit.wait_for(
        began,
        None,
        lambda rows: len([row for row in rows if row.changes]) > 1,
        expected="The audit log has two rows with what was changed.",
    )
    told = [{name: (old, new) for name, old, new in row.changes} for row in rows if row.changes]
    first, second = told[0], told[-1]
    chained = [name for name in first if name in second and first[name][1] == second[name][0]]
    expect(
        chained,
        "What the second change began from is what the first led to.",
        f"The first tells {first}, the second {second}.",
        "registration.reconfirm_after_days",
    )
