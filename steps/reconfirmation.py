"""Being asked to confirm what is registered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from steps.expect import applies, expect

if TYPE_CHECKING:
    from pages.journeys.sign_in import SignInStory
    from steps.stage import Stage


@when("the reconfirmation falls due in an hour")
def _before_due(stage: Stage) -> None:
    _wait_days(stage, stage.policy.registration.reconfirm_after_days, hours=-1)


@when(parsers.parse("confirmation is wanted after {days:d} days"))
def _wanted_after(stage: Stage, days: int) -> None:
    stage.change_policy("registration", required_at_sign_in=True, reconfirm_after_days=days)


@when("the reconfirmation is an hour overdue")
def _overdue(stage: Stage) -> None:
    _wait_days(stage, stage.policy.registration.reconfirm_after_days, hours=1)


@given("the policy asks nobody to confirm")
def _nobody(stage: Stage) -> None:
    declared = stage.policy.registration.reconfirm_after_days
    applies(not declared, f"The policy asks for confirmation after {declared} days.")


@when(parsers.parse("{days:d} days pass"))
def _days_pass(stage: Stage, days: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(days=days))


def _wait_days(stage: Stage, days: int, hours: int = 0) -> None:
    declared = stage.policy.registration
    applies(
        declared.reconfirm_after_days and declared.required_at_sign_in,
        "The policy asks nobody to confirm.",
    )
    stage.tenant.capabilities.advance(dt.timedelta(days=days, hours=hours))


@then("the user is asked to confirm the security info")
def _asked_to_confirm(sign_in: SignInStory) -> None:
    expect(
        sign_in.asked_to_confirm or sign_in.asked_to_register,
        "The user is asked to confirm the security info.",
        "Nobody asks.",
        "registration.reconfirm_after_days",
    )


@then("the user is not asked to confirm the security info")
def _not_asked_to_confirm(sign_in: SignInStory) -> None:
    expect(
        not (sign_in.asked_to_confirm or sign_in.asked_to_register),
        "The user is not asked to confirm the security info.",
        "The user was asked.",
        "registration.reconfirm_after_days",
    )
