"""In whose name mails come: the sender, the organisation behind it, and the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from sspr.errors import Inconclusive
from sspr.wanted import Wanted
from steps.cast.actor import CODE
from steps.expect import expect
from steps.mail.alerts import alert
from steps.mail.news import copies
from steps.weighing.presumed import may_register

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from sspr.mail import Mail
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SENDERS = (  # F8
    "msonlineservicesteam@microsoft.com",
    "msonlineservicesteam@microsoftonline.com",
)


@then("the mail that tells of the reset comes from a documented address")
def _documented(stage: Stage, user: Actor, reset: ResetStory) -> None:
    for mail in copies(stage, user, reset):
        comes_from_microsoft(mail)


@then("the mail with the code comes from a documented address")
def _code_documented(stage: Stage, user: Actor, reset: ResetStory) -> None:
    comes_from_microsoft(_code_mail(stage, user, reset))


@then("the mail that alerts the Global Administrator comes from a documented address")
def _alert_documented(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    comes_from_microsoft(alert(stage, global_administrator, reset))


@then("the mail that alerts the Global Administrator is sent on behalf of the organisation")
def _alert_on_behalf(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    sent_on_behalf(stage, alert(stage, global_administrator, reset))


def comes_from_microsoft(mail: Mail) -> None:
    """Go on only if the sender of ``mail`` is documented (F8)."""
    sender = mail.sender.lower()
    expect(sender in SENDERS, f"It comes from {' or '.join(SENDERS)}.", f"It comes from {sender}.")


@then("the mail with the code of the registration comes from a documented address")
def _registration_documented(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    may_register(registration)
    comes_from_microsoft(_code_mail(stage, user, registration))


@then("the mail with the code of the registration is sent on behalf of the organisation")
def _registration_on_behalf(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    may_register(registration)
    sent_on_behalf(stage, _code_mail(stage, user, registration))


@then("the subject of the mail with the code of the registration names the organisation")
def _registration_subject(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    may_register(registration)
    _subject_names(stage, _code_mail(stage, user, registration))


def _code_mail(stage: Stage, user: Actor, story: ResetStory | RegistrationStory) -> Mail:
    """The mail with the code at the alternate address."""
    mail = stage.inbox.find(Wanted(user.alternate_email, story.began, CODE))
    if mail is None:
        raise Inconclusive("No mail brings a code (see REG-02, RST-25).")
    stage.evidence.mail(mail)
    return mail


@then("the mail with the code is sent on behalf of the organisation")
def _code_on_behalf(stage: Stage, user: Actor, reset: ResetStory) -> None:
    sent_on_behalf(stage, _code_mail(stage, user, reset))


@then("the subject of the mail with the code names the organisation")
def _code_subject(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _subject_names(stage, _code_mail(stage, user, reset))


@then("the mail is sent on behalf of the organisation")
def _on_behalf(stage: Stage, user: Actor, reset: ResetStory) -> None:
    for mail in copies(stage, user, reset):
        sent_on_behalf(stage, mail)


def sent_on_behalf(stage: Stage, mail: Mail) -> None:
    """Go on only if ``mail`` is sent on behalf of the organisation (F9)."""
    name, organization = mail.sender_name, _organization(stage)
    expect(
        name.endswith(f"on behalf of {organization}"),
        f"The sender's name is Microsoft on behalf of {organization}.",
        f"It is {name}.",
        "tenant.organization",
    )


@then("the subject of the mail names the organisation")
def _names(stage: Stage, user: Actor, reset: ResetStory) -> None:
    for mail in copies(stage, user, reset):
        _subject_names(stage, mail)


def _subject_names(stage: Stage, mail: Mail) -> None:
    subject, organization = mail.subject, _organization(stage)
    expect(
        organization in subject,
        f"The subject names {organization}.",
        f"The subject is: {subject}",
        "tenant.organization",
    )


def _organization(stage: Stage) -> str:
    """The organisation's name as headers of mails have it, where blanks are one."""
    return " ".join(stage.policy.tenant.organization.split())
