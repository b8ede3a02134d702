"""How Global Administrators are alerted by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from sspr.errors import Inconclusive
from sspr.wanted import Wanted
from steps.expect import applies, expect
from steps.mail.news import tells_of_reset
from steps.weighing.presumed import refused_as_common, was_reset

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from sspr.mail import Mail
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

ADMINISTRATORS = "notifications.all_admins"


@then("no mail reaches the Global Administrator")
def _administrator_hears_nothing(
    stage: Stage, global_administrator: Actor, reset: ResetStory
) -> None:
    address = global_administrator.person.mail
    stage.inbox.nothing_for(to=address, since=reset.began, setting=ADMINISTRATORS)


@then("the refused password alerts no Global Administrator")
def _refused_unalerted(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    refused_as_common(reset)
    _administrator_hears_nothing(stage, global_administrator, reset)


@then("a mail alerts every Global Administrator if administrators are to be notified")
def _everyone_alerted(stage: Stage, reset: ResetStory) -> None:
    was_reset(reset)
    addresses = _readable_administrators(stage)
    if not addresses:
        raise Inconclusive("The directory names no Global Administrator whose mail can be read.")
    if not stage.policy.notifications.all_admins:
        for address in addresses:
            stage.inbox.nothing_for(to=address, since=reset.began, setting=ADMINISTRATORS)
        return
    alerts = {each: stage.inbox.find(Wanted(each, reset.began)) for each in addresses}
    for address, mail in alerts.items():
        if mail:
            stage.evidence.mail(mail, f"Alert to {address}")
    told = [address for address, mail in alerts.items() if mail]
    expect(
        len(told) == len(addresses),
        f"All {len(addresses)} Global Administrators whose mail can be read are alerted.",
        f"{len(told)} were.",
        ADMINISTRATORS,
    )


@then("a mail alerts the other Global Administrator if administrators are to be notified")
def _other_alerted(stage: Stage, another_global_administrator: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    asked = {"to": another_global_administrator.person.mail, "since": reset.began}
    if stage.policy.notifications.all_admins:
        alert = stage.inbox.wait_for(**asked, setting=ADMINISTRATORS)  # type: ignore[arg-type]
        stage.evidence.mail(alert)
    else:
        stage.inbox.nothing_for(**asked, setting=ADMINISTRATORS)  # type: ignore[arg-type]


@given("administrators are to be notified")
def _administrators_notified(stage: Stage) -> None:
    applies(stage.policy.notifications.all_admins, "The policy has administrators not notified.")


@when("administrators are no longer to be notified")
def _no_longer(stage: Stage) -> None:
    stage.change_policy("notifications", all_admins=False)


@then("no mail reaches the alternate address of the Global Administrator")
def _not_alternate(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    address = global_administrator.alternate_email
    stage.inbox.nothing_for(to=address, since=reset.began, setting=ADMINISTRATORS)


def alert(stage: Stage, administrator: Actor, reset: ResetStory) -> Mail:
    """The mail that alerts a Global Administrator."""
    mail = stage.inbox.find(Wanted(administrator.person.mail, reset.began))
    if mail is None:
        raise Inconclusive("No mail alerts the Global Administrator (see NOT-05).")
    stage.evidence.mail(mail)
    return mail


@then("the Global Administrator is alerted once if administrators are to be notified")
def _alerted_once(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    address, due = global_administrator.person.mail, stage.policy.notifications.all_admins
    if due:
        alert(stage, global_administrator, reset)

    def not_more_often() -> None:
        mails = stage.inbox.everything(reset.began)
        number = [to for mail in mails for to in mail.to].count(address.lower())
        observed = f"{number} did."
        expect(number <= due, f"{int(due)} mail goes to {address}.", observed, ADMINISTRATORS)

    stage.inbox.when_silent(reset.began, not_more_often)


@then("the alert says that a password has been reset or changed")
def _alert_says(stage: Stage, global_administrator: Actor, reset: ResetStory) -> None:
    was_reset(reset)
    tells_of_reset(alert(stage, global_administrator, reset), ADMINISTRATORS)


def _readable_administrators(stage: Stage) -> list[str]:
    """The primary addresses of the Global Administrators whose mail comes to our mailbox."""
    holders = stage.directory.roles.global_administrators()
    addresses = [str(holder.get("mail") or "") for holder in holders]
    return [each for each in addresses if each.endswith(f"@{stage.tenant.mailbox.domain}")]
