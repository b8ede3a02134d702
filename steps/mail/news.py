"""What a user is told by mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from pages.proof import Proof
from sspr.errors import Inconclusive
from sspr.policy import Method
from sspr.wanted import Wanted
from steps.expect import applies, expect
from steps.weighing.presumed import (
    REFUSED_ON_PREMISES,
    may_register,
    refused_as_common,
    turned_away,
    was_reset,
)

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from sspr.mail import Mail
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

NOTICE = "password has been reset"  # F10
USERS = "notifications.users"


@then("a mail at the primary address tells of the reset if users are to be notified")
def _primary(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _notice(stage, user.person.mail, reset, due=stage.policy.notifications.users)


@then("the mail that tells of the reset also reaches the alternate address")
def _alternate(stage: Stage, user: Actor, reset: ResetStory) -> None:
    due = stage.policy.notifications.users
    if due and stage.inbox.find(Wanted(user.person.mail, reset.began, NOTICE)) is None:
        raise Inconclusive("No mail tells of the reset at the primary address (see NOT-01).")
    _notice(stage, user.alternate_email, reset, due=due)


@given("the directory holds two alternate addresses of the user", target_fixture="second_alternate")
def _two_alternates(stage: Stage, user: Actor) -> str:
    name, _, domain = user.alternate_email.partition("@")
    second = f"{name}.second@{domain}"
    stage.directory.users.update(user.person, other_mails=[user.alternate_email, second])
    return second


@then("the mail that tells of the reset also reaches the second alternate address")
def _second_alternate(stage: Stage, user: Actor, second_alternate: str, reset: ResetStory) -> None:
    _alternate(stage, user, reset)
    _notice(stage, second_alternate, reset, due=stage.policy.notifications.users)


def _notice(stage: Stage, address: str, reset: ResetStory, *, due: bool) -> None:
    if due:
        was_reset(reset)
    asked = {"to": address, "since": reset.began, "subject_contains": NOTICE, "setting": USERS}
    if due:
        stage.evidence.mail(stage.inbox.wait_for(**asked))  # type: ignore[arg-type]
    else:
        stage.inbox.nothing_for(**asked)  # type: ignore[arg-type]


@then("no mail reaches the colleague")
def _colleague_hears_nothing(stage: Stage, colleague: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    stage.inbox.nothing_for(to=colleague.person.mail, since=reset.began, setting=USERS)


@then("no mail that tells of the reset reaches the former address")
def _former_hears_nothing(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    stage.inbox.nothing_for(
        to=user.former_contact, since=reset.began, subject_contains=NOTICE, setting=USERS
    )


@then("no mail that tells of the reset reaches the deleted address")
def _deleted_hears_nothing(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    if any(Proof.EMAIL in step for step in reset.offered):
        raise Inconclusive("The address that was deleted still serves (see REG-30).")
    stage.inbox.nothing_for(
        to=user.alternate_email, since=reset.began, subject_contains=NOTICE, setting=USERS
    )


@then("a mail at the alternate address tells of the reset if users are to be notified")
def _at_the_alternate(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _notice(stage, user.alternate_email, reset, due=stage.policy.notifications.users)


@given("users are to be notified")
def _users_notified(stage: Stage) -> None:
    applies(stage.policy.notifications.users, "The policy has users not notified.")


@when("users are no longer to be notified")
def _users_no_longer(stage: Stage) -> None:
    stage.change_policy("notifications", users=False)


@then("no mail tells the user of the reset")
def _no_notice(stage: Stage, user: Actor, reset: ResetStory) -> None:
    for address in (user.person.mail, user.alternate_email):
        _notice(stage, address, reset, due=False)


@then("no mail tells of a reset by the refused password")
def _no_notice_of_refused_password(stage: Stage, user: Actor, reset: ResetStory) -> None:
    refused_as_common(reset)
    _no_notice(stage, user, reset)


@then("no mail tells of the reset that was refused")
def _no_notice_of_refused(stage: Stage, user: Actor, reset: ResetStory) -> None:
    turned_away(reset, REFUSED_ON_PREMISES, "HYB-04")
    _no_notice(stage, user, reset)


@then("each address of the user gets the mail once if users are to be notified")
def _once(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    due = stage.policy.notifications.users
    if due:
        told(stage, user, reset)

    def not_more_often() -> None:
        addressees = _addressees(stage, reset)
        for address in (user.person.mail, user.alternate_email):
            number = addressees.count(address.lower())
            expect(number <= due, f"{int(due)} mail goes to {address}.", f"{number} did.", USERS)

    stage.inbox.when_silent(reset.began, not_more_often)


def _addressees(stage: Stage, reset: ResetStory) -> list[str]:
    """To whom the reset was told, as often as it was."""
    mails = stage.inbox.everything(reset.began)
    return [address for mail in mails for address in mail.to if NOTICE in mail.subject]


@then("the mail says that the password has been reset or changed")
def _says(stage: Stage, user: Actor, reset: ResetStory) -> None:
    for mail in copies(stage, user, reset):
        tells_of_reset(mail, USERS)


def tells_of_reset(mail: Mail, setting: str) -> None:
    """Go on only if ``mail`` says what it is for."""
    said = f"{mail.text} {mail.html}"
    expect(
        re.search(r"password\b[^.]*\b(reset|changed)\b", said, re.IGNORECASE)
        or re.search(r"\b(reset|changed)\b[^.]*\bpassword\b", said, re.IGNORECASE),
        "The mail says that the password has been reset or changed.",
        f"The mail to {', '.join(mail.to)} says nothing of the kind.",
        setting,
    )


@then("no code of the registration reaches the primary address")
def _no_code_of_registration(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    may_register(registration)
    stage.inbox.nothing_for(to=user.person.mail, since=registration.began)


@then("no code reaches the primary address")
def _no_code(stage: Stage, user: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    address = user.person.mail.lower()

    def nothing_but_the_notice() -> None:
        mails = [mail for mail in stage.inbox.everything(reset.began) if address in mail.to]
        others = [mail.subject for mail in mails if NOTICE not in mail.subject]
        expect(
            not others,
            f"No mail but that of the reset goes to {address}.",
            f"There came: {'; '.join(others)}.",
        )

    stage.inbox.when_silent(reset.began, nothing_but_the_notice)


def told(stage: Stage, user: Actor, reset: ResetStory) -> Mail:
    """The mail that tells of the reset, at either address."""
    for address in (user.person.mail, user.alternate_email):
        if mail := stage.inbox.find(Wanted(address, reset.began, NOTICE)):
            stage.evidence.mail(mail)
            return mail
    raise Inconclusive("No mail tells of the reset at all (see NOT-01).")


def copies(stage: Stage, user: Actor, reset: ResetStory) -> list[Mail]:
    """The mails that tell of the reset: at the registered alternate address beside the primary."""
    news = [told(stage, user, reset)]
    if Method.EMAIL in user.given and user.alternate_email.lower() not in news[0].to:
        copy = stage.inbox.find(Wanted(user.alternate_email, reset.began, NOTICE))
        news += [copy] if copy else []
    return news
