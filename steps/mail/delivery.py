"""Where the mail that tells of a reset goes, and how fast."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, then

from sspr.errors import Inconclusive
from sspr.policy import Method
from sspr.wanted import Wanted
from steps.cast.actor import CODE
from steps.cast.arranging import register_administrator_by
from steps.cast.entrances import ADMINISTRATOR, enter_enabled
from steps.cast.serving import allowed
from steps.expect import expect
from steps.mail.news import NOTICE, USERS
from steps.weighing.presumed import let_in, was_reset

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.reset_story import ResetStory
    from sspr.mail import Mail
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

A_MINUTE = dt.timedelta(minutes=1)  # C18


@given("a user without a mail address whom the policy enables", target_fixture="user")
def _without_address(stage: Stage) -> Actor:
    return enter_enabled(stage, mail=None)


@given("the user has registered an authenticator app and nothing else")
def _app_alone(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.APP_CODE)
    story = stage.register(user, Method.APP_CODE)
    if Method.APP_CODE not in story.registered:
        raise Inconclusive(f"The authenticator app could not be set up. {story.error}")


@given(
    "the directory holds another address, which the user never registered",
    target_fixture="unregistered",
)
def _another_address(stage: Stage, user: Actor) -> str:
    name, _, domain = user.alternate_email.partition("@")
    address = f"{name}.home@{domain}"
    stage.directory.users.update(user.person, other_mails=[address])
    return address


@then("no code reaches the address that was never registered")
def _no_code_there(stage: Stage, unregistered: str, reset: ResetStory) -> None:
    let_in(reset)
    stage.inbox.nothing_for(to=unregistered, since=reset.began)


@then("a mail at the user principal name tells of the reset if users are to be notified")
def _at_the_name(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _told_at_the_name(stage, user, reset, _others_are_told)


def _told_at_the_name(
    stage: Stage, user: Actor, reset: ResetStory, others_are_told: Callable[[Stage], None]
) -> None:
    was_reset(reset)
    asked = {"to": user.account, "since": reset.began, "subject_contains": NOTICE, "setting": USERS}
    if stage.policy.notifications.users:
        if stage.inbox.find(Wanted(user.account, reset.began, NOTICE)) is None:
            others_are_told(stage)
        stage.evidence.mail(stage.inbox.wait_for(**asked))  # type: ignore[arg-type]
    else:
        stage.inbox.nothing_for(**asked)  # type: ignore[arg-type]


def _others_are_told(stage: Stage) -> None:
    """Go on only if somebody who has an address, and proves the same, is told of a reset."""
    witness = enter_enabled(stage)
    _app_alone(stage, witness)
    _is_told(stage, witness)


def _is_told(stage: Stage, witness: Actor) -> None:
    met = stage.reset(witness)
    was_reset(met)
    if stage.inbox.find(Wanted(witness.person.mail, met.began, NOTICE)) is None:
        raise Inconclusive("Nor is who has an address told of a reset (see NOT-01).")


@given(
    "an administrator without a mail address who has registered a phone and an authenticator app",
    target_fixture="user",
)
def _administrator_without_address(stage: Stage) -> Actor:
    return _by_phone_and_app(stage, stage.enter(mail=None))


def _by_phone_and_app(stage: Stage, administrator: Actor) -> Actor:
    stage.directory.roles.assign(administrator.person, ADMINISTRATOR)
    register_administrator_by(stage, administrator, Method.MOBILE_PHONE, Method.APP_CODE)
    return administrator


@then("a mail at the user principal name tells the administrator if users are to be notified")
def _administrator_at_the_name(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _told_at_the_name(stage, user, reset, _other_administrators_are_told)


def _other_administrators_are_told(stage: Stage) -> None:
    """Go on only if an administrator who has an address, and proves the same, is told."""
    _is_told(stage, _by_phone_and_app(stage, stage.enter()))


@then("no mail reaches the user principal name")
def _not_at_the_name(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    stage.inbox.nothing_for(to=user.account, since=reset.began, setting=USERS)


@then("the mail that tells of the reset arrives within a minute")
def _notice_in_time(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _in_time(stage, stage.inbox.find(Wanted(user.person.mail, reset.began, NOTICE)), reset)


@then("the mail with the code arrives within a minute")
def _code_in_time(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _in_time(stage, stage.inbox.find(Wanted(user.alternate_email, reset.began, CODE)), reset)


@then("the text with the code arrives within a minute")
def _text_in_time(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _in_time(stage, stage.inbox.find(Wanted(user.mobile_phone, reset.began)), reset)


@then("the mail that alerts the Global Administrator arrives within a minute")
def _alert_in_time(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    _in_time(stage, stage.inbox.find(Wanted(global_administrator.person.mail, reset.began)), reset)


def _in_time(stage: Stage, mail: Mail | None, reset: ResetStory) -> None:
    if mail is None or reset.ended is None:
        raise Inconclusive("No mail tells of the reset (see NOT-01 and NOT-05).")
    stage.evidence.mail(mail)
    took = mail.received - reset.ended
    expect(
        took <= A_MINUTE,
        "The mail arrives within a minute of the reset.",
        f"It arrived {took.total_seconds():.0f} s after it.",
    )
