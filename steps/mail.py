"""Who is told by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from sspr.errors import Inconclusive
from sspr.inbox import Wanted
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage

NOTICE = "password has been reset"  # F10
USERS = "notifications.users"
ADMINISTRATORS = "notifications.all_admins"


@then("a mail at the primary address tells of the reset if users are to be notified")
def _primary(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _notice(stage, user.person.mail, reset, due=stage.policy.notifications.users)


@then("the mail that tells of the reset also reaches the alternate address")
def _alternate(stage: Stage, user: Actor, reset: ResetStory) -> None:
    due = stage.policy.notifications.users
    if due and stage.inbox.find(Wanted(user.person.mail, reset.began, NOTICE)) is None:
        raise Inconclusive("No mail tells of the reset at the primary address (see NOT-01).")
    _notice(stage, user.alternate_email, reset, due=due)


def _notice(stage: Stage, address: str, reset: ResetStory, *, due: bool) -> None:
    asked = {"to": address, "since": reset.began, "subject_contains": NOTICE, "setting": USERS}
    if due:
        stage.evidence.mail(stage.inbox.wait_for(**asked))  # type: ignore[arg-type]
    else:
        stage.inbox.nothing_for(**asked)  # type: ignore[arg-type]


@then("no mail reaches the colleague")
def _colleague_hears_nothing(stage: Stage, colleague: Actor, reset: ResetStory) -> None:
    stage.inbox.nothing_for(to=colleague.person.mail, since=reset.began, setting=USERS)


@then("no mail reaches the Global Administrator")
def _administrator_hears_nothing(
    stage: Stage, global_administrator: Actor, reset: ResetStory
) -> None:
    address = global_administrator.person.mail
    stage.inbox.nothing_for(to=address, since=reset.began, setting=ADMINISTRATORS)


@then("a mail alerts every Global Administrator if administrators are to be notified")
def _everyone_alerted(stage: Stage, reset: ResetStory) -> None:
    addresses = _readable_administrators(stage)
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


def _readable_administrators(stage: Stage) -> list[str]:
    """The primary addresses of the Global Administrators whose mail comes to our mailbox."""
    holders = stage.directory.roles.global_administrators()
    addresses = [str(holder.get("mail") or "") for holder in holders]
    return [each for each in addresses if each.endswith(f"@{stage.tenant.mailbox.domain}")]
