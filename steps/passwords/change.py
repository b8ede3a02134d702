"""Changing a password that is known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from sspr.errors import Inconclusive
from sspr.secrets import remember
from steps.expect import expect
from steps.mail.alerts import ADMINISTRATORS
from steps.mail.news import NOTICE, USERS
from steps.passwords.choosing import says_too_common
from steps.passwords.judged import COMMON, LISTED
from steps.passwords.kinds import password_of

if TYPE_CHECKING:
    from pages.journeys.password_change import PasswordChangeStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@given("the user has changed the password before")
def _has_changed(stage: Stage, user: Actor) -> None:
    _was_changed(stage.change_password(user))


@when("the user changes the known password to a fresh one", target_fixture="change")
@when("the user changes the known password", target_fixture="change")
def _change(stage: Stage, user: Actor) -> PasswordChangeStory:
    return stage.change_password(user)


@when(
    parsers.parse("the user changes the known password to one of {kind}"), target_fixture="change"
)
def _change_to(stage: Stage, user: Actor, kind: str) -> PasswordChangeStory:
    story = stage.change_password(user, password_of(kind, stage, user))
    if story.changed and kind in LISTED:
        common = remember(SecretStr(COMMON))
        if stage.change_password(user, common).changed:
            raise Inconclusive("Common words are accepted (see PWD-08).")
    return story


@when("the user changes the password and gives a wrong current one", target_fixture="change")
def _change_without(stage: Stage, user: Actor) -> PasswordChangeStory:
    story = stage.change_password(user, present=stage.fresh_password(user))
    if story.changed and not story.asked_present:
        raise Inconclusive("The page asked for no current password, as after a second factor.")
    return story


@when("the user signs in after the change was refused", target_fixture="sign_in")
def _after_refusal(stage: Stage, user: Actor, change: PasswordChangeStory) -> SignInStory:
    if change.changed or not change.error:
        raise Inconclusive("No password was refused.")
    return stage.sign_in(user)


@when("the user signs in with the password of before the change", target_fixture="sign_in")
def _with_former(stage: Stage, user: Actor, change: PasswordChangeStory) -> SignInStory:
    _was_changed(change)
    user.change_to(user.former_password)
    return stage.sign_in(user)


@when(
    parsers.parse("the user changes the known password after {days:d} days"),
    target_fixture="change",
)
def _change_after(stage: Stage, user: Actor, days: int) -> PasswordChangeStory:
    stage.tenant.capabilities.advance(dt.timedelta(days=days))
    story = stage.change_password(user)
    _was_changed(story)
    return story


def _was_changed(change: PasswordChangeStory) -> None:
    if not change.changed:
        raise Inconclusive(f"The password was not changed (see PWD-13). {change.error}")


@then("the change is refused")
def _refused(change: PasswordChangeStory) -> None:
    if not (change.changed or change.error):
        raise Inconclusive("It never came to a new password (see PWD-13).")
    expect(not change.changed, "The page refuses the password.", "It takes it.")


@then("the change is accepted")
def _accepted(stage: Stage, user: Actor, change: PasswordChangeStory) -> None:
    if not (change.changed or stage.change_password(user).changed):
        raise Inconclusive("The page takes no other password either (see PWD-13).")
    expect(change.changed, "The page takes the password.", f"The page says: {change.error}")


@then("the page says of the change that it is too easy to guess")
def _told_why(stage: Stage, change: PasswordChangeStory) -> None:
    if change.changed or not change.error:
        raise Inconclusive("No password was refused (see PWD-08).")
    says_too_common(stage, change.error)


@then("the password was changed")
def _changed(change: PasswordChangeStory) -> None:
    expect(
        change.changed,
        "Whoever knows the password can change it.",
        f"The page says: {change.error}" if change.error else "It was not changed.",
    )


@then("no mail tells the user of a reset")
def _no_mail(stage: Stage, user: Actor, change: PasswordChangeStory) -> None:
    _was_changed(change)
    for address in (user.person.mail, user.alternate_email):
        stage.inbox.nothing_for(
            to=address, since=change.began, subject_contains=NOTICE, setting=USERS
        )


@then("no mail alerts the Global Administrator to the change")
def _no_alert_of_change(
    stage: Stage, global_administrator: Actor, change: PasswordChangeStory
) -> None:
    _was_changed(change)
    address = global_administrator.person.mail
    stage.inbox.nothing_for(to=address, since=change.began, setting=ADMINISTRATORS)
