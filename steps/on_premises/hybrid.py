"""Accounts whose passwords are managed in an on-premises directory."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.directory.audit import SSPR
from sspr.errors import Inconclusive
from sspr.secrets import remember
from steps.expect import applies, expect
from steps.passwords.choosing import came_to_choose
from steps.weighing.presumed import NO_WRITEBACK, as_administrator, got_past_registration, let_in
from steps.weighing.witness import never_locked_sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from sspr.on_premises import Way
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SETTING = "writeback.enabled"
DIRECTORY = "DirectoryManagement"  # J2: the category of what concerns the whole directory
WAYS: dict[str, Way] = {"synchronised": "synchronized", "federated": "federated"}
SYNCHRONIZATION = dt.timedelta(minutes=2)  # until a federated sign-in knows a new password (H1)
SYNCHRONISED = dt.timedelta(minutes=30)  # until an account learns that it was disabled (H11)
LONG = 30  # more characters than a fresh password has, and none of the numbers of the cloud's rules


@given(parsers.parse("the user is {way} with the on-premises directory"))
def _managed_on_premises(stage: Stage, user: Actor, way: str) -> None:
    stage.on_premises.manage(user.account, WAYS[way])


@given("writeback is on")
def _is_on(stage: Stage) -> None:
    applies(stage.policy.writeback.enabled, "The policy has writeback off.")


@given("writeback is off")
def _is_off(stage: Stage) -> None:
    applies(not stage.policy.writeback.enabled, "The policy has writeback on.")


@given(parsers.parse("writeback is switched {state}"), target_fixture="began")
@when(parsers.parse("writeback is switched {state}"), target_fixture="began")
def _switched(stage: Stage, state: str) -> dt.datetime:
    began = stage.tenant.clock.now()
    stage.change_policy("writeback", enabled={"on": True, "off": False}[state])
    return began


@given("the on-premises account is locked")
def _locked(stage: Stage, user: Actor) -> None:
    stage.on_premises.lock(user.account)


@given("the user's password never expires on-premises")
def _never_expires(stage: Stage, user: Actor) -> None:
    stage.on_premises.let_password_last(user.account)


@given("the account is disabled on-premises")
def _disabled(stage: Stage, user: Actor) -> None:
    stage.on_premises.disable(user.account)


@given("the account was disabled on-premises for half an hour")
def _was_disabled(stage: Stage, user: Actor) -> None:
    stage.on_premises.disable(user.account)
    stage.tenant.capabilities.advance(SYNCHRONISED)
    met = stage.ask_for_reset(user)
    if met.ending is Ending.ADMITTED:
        raise Inconclusive(f"{met} The account never was disabled here (see HYB-14).")


@when("the account is enabled on-premises again")
def _enabled_again(stage: Stage, user: Actor) -> None:
    stage.on_premises.enable(user.account)


@given("the on-premises directory protects the account as an administrator's")
def _protected(stage: Stage, user: Actor) -> None:
    stage.on_premises.protect(user.account)


@when(
    "the on-premises directory protects the account and the user resets the password",
    target_fixture="reset",
)
def _resets_protected(stage: Stage, user: Actor) -> ResetStory:
    _protected(stage, user)
    return stage.reset(user)


@given("the on-premises directory refuses what is written back")
def _refuses(stage: Stage) -> None:
    stage.on_premises.refuse()


@given("the on-premises directory wants long passwords")
def _wants_long(stage: Stage) -> None:
    stage.on_premises.ask_for_length(LONG)


@given("the on-premises directory wants passwords of six characters")
def _wants_six(stage: Stage) -> None:
    stage.on_premises.ask_for_length(6)


@given("the on-premises directory wants passwords kept for a day")
def _wants_kept(stage: Stage) -> None:
    stage.on_premises.ask_for_age(1)


@given("the on-premises directory cannot be reached")
@when("the on-premises directory cannot be reached")
def _unreachable(stage: Stage) -> None:
    stage.on_premises.disconnect()


@when("the on-premises directory can be reached again")
def _reachable(stage: Stage) -> None:
    stage.on_premises.connect()


@when("the user chooses a password that is long enough for the cloud alone", target_fixture="reset")
def _short(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(passwords=(stage.fresh_password(user),)))


@when("the user tries such a password and then a long one", target_fixture="reset")
def _short_then_long(stage: Stage, user: Actor) -> ResetStory:
    fresh = stage.fresh_password(user)
    longer = remember(SecretStr(fresh.get_secret_value() * 2))
    story = stage.ask_for_reset(user, Wish(passwords=(fresh, longer)))
    if story.ending is Ending.RESET:
        user.change_to(longer)
    return story


@then("the lock that the reset lifts is gone")
def _lock_gone(stage: Stage, sign_in: SignInStory) -> None:
    def reset(witness: Actor) -> None:
        stage.reset(witness)
        stage.tenant.capabilities.advance(SYNCHRONIZATION)

    lock_gone(stage, sign_in, reset)


def lock_gone(stage: Stage, sign_in: SignInStory, deed: Callable[[Actor], object]) -> None:
    """
    Say whether ``deed`` has unlocked the account on-premises.

    Raises:
        Deviation: It keeps out only who was locked.
        Inconclusive: Others cannot sign in after it either.
    """
    got_past_registration(sign_in)
    never_locked_sign_in(stage, sign_in, deed)
    expect(
        sign_in.signed_in or sign_in.had_to_change,
        "The account is no longer locked on-premises.",
        f"The page says: {sign_in.error}",
        SETTING,
    )


@then("the administrator is turned away for want of writeback")
def _without_writeback(reset: ResetStory) -> None:
    as_administrator(reset)
    let_in(reset)
    expect(
        reset.ending is Ending.BLOCKED and reset.code == NO_WRITEBACK,
        f"The administrator is turned away with {NO_WRITEBACK}.",
        str(reset),
        SETTING,
    )


@then("no strength of the new password is shown")
def _no_strength(reset: ResetStory) -> None:
    came_to_choose(reset)
    expect(
        not reset.strength_shown,
        "No strength indicator stands by the new password.",
        "One stands there.",
        SETTING,
    )


@then("the pages tell nothing of what the on-premises directory wants")
def _nothing_told(reset: ResetStory) -> None:
    came_to_choose(reset)
    told = re.search(rf"[^.\n]*\b{LONG}\b[^.\n]*", reset.password_page)
    expect(
        not told,
        "The pages name no rule of the on-premises password policy.",
        f"They say: {told[0].strip() if told else ''}",
        SETTING,
    )


@then(parsers.parse("the audit log tells that writeback was switched {state}"))
def _logged(stage: Stage, began: dt.datetime, state: str) -> None:
    activity = {"on": "Enable", "off": "Disable"}[state] + " password writeback for directory"  # J2
    rows = stage.directory.audit.rows(began)
    found = [row for row in rows if row.activity == activity]
    expect(
        found,
        f"The audit log has a row {activity!r}.",
        f"It has: {'; '.join(row.activity for row in rows) or 'nothing'}.",
        SETTING,
    )
    told = {(row.service, row.category, row.result) for row in found}
    wanted = (SSPR, DIRECTORY, "success")
    expect(
        told == {wanted},
        f"The row says {', '.join(wanted)}.",
        f"It says {'; '.join(', '.join(each) for each in sorted(told))}.",
        SETTING,
    )
