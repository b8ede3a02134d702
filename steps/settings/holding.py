"""
Whether what was saved in the admin center holds, beside being shown there.

Where it does not, the setting is given to the tenant beyond doubt: what does not hold then either
is the promise of another requirement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, then

from pages.journeys.reset_story import Ending
from sspr.errors import Deviation, Inconclusive
from steps.cast.serving import anything_to_register
from steps.expect import expect
from steps.mail.news import NOTICE
from steps.weighing.presumed import NO_WRITEBACK, TOO_FEW, let_in, presuming, was_reset

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.admin_center import BladeStory
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

NUMBER = "methods.required_to_reset"
REQUIRED = "registration.required_at_sign_in"
DAYS = "registration.reconfirm_after_days"
USERS = "notifications.users"
ADMINISTRATORS = "notifications.all_admins"
HELPDESK = "customization.helpdesk"
WRITEBACK = "writeback.enabled"
UNLOCKING = "writeback.unlock_without_reset"


@given("there is something to register")
def _registrable(stage: Stage) -> None:
    anything_to_register(stage)


@then("who has registered one method is served or turned away as was saved")
def _number(stage: Stage, user: Actor, blade: BladeStory, reset: ResetStory) -> None:
    number = _saved(blade, NUMBER)

    def holds(met: ResetStory) -> bool:
        turned_away = met.ending is Ending.BLOCKED and met.code == TOO_FEW
        return met.ending is Ending.ADMITTED if number == 1 else turned_away

    if not holds(reset):
        _given(stage, blade, NUMBER, lambda: holds(stage.ask_for_reset(user)))
    what = "served" if number == 1 else "turned away"
    expect(holds(reset), f"Who has registered one method is {what}.", str(reset), NUMBER)


@then("the user is asked to register or not as was saved")
def _request(stage: Stage, user: Actor, blade: BladeStory, sign_in: SignInStory) -> None:
    asks = _saved(blade, REQUIRED)
    holds = sign_in.asked_to_register is asks
    if not holds:
        _given(stage, blade, REQUIRED, lambda: stage.sign_in(user).asked_to_register is asks)
    which = "" if asks else "not "
    expect(holds, f"The user is {which}asked to register.", "It is otherwise.", REQUIRED)


@then("the user is asked to confirm the security info as was saved")
def _confirmation(stage: Stage, user: Actor, blade: BladeStory, sign_in: SignInStory) -> None:
    days = _saved(blade, DAYS)
    if not _asked(sign_in):
        _given(stage, blade, DAYS, lambda: _asked(stage.sign_in(user)))
    expect(_asked(sign_in), f"After {days} days the user is asked.", "Nobody asks.", DAYS)


def _asked(sign_in: SignInStory) -> bool:
    return sign_in.asked_to_confirm or sign_in.asked_to_register


@then("the user is told of the reset or not as was saved")
def _user_told(stage: Stage, user: Actor, blade: BladeStory, reset: ResetStory) -> None:
    _told(stage, user, blade, reset, USERS, to=user.person.mail, subject=NOTICE)


@then("the Global Administrator is alerted or not as was saved")
def _alerted(
    stage: Stage, user: Actor, global_administrator: Actor, blade: BladeStory, reset: ResetStory
) -> None:
    address = global_administrator.person.mail
    _told(stage, user, blade, reset, ADMINISTRATORS, to=address, subject="")


def _told(
    stage: Stage,
    user: Actor,
    blade: BladeStory,
    reset: ResetStory,
    key: str,
    **mail: str,
) -> None:
    due = _saved(blade, key)
    try:
        _mailed(stage, reset, key, due=due, **mail)
    except Deviation:
        _given(stage, blade, key, lambda: True)
        with presuming("So it is wherever that is set (see NOT-01, NOT-05)."):
            _mailed(stage, stage.reset(user), key, due=due, **mail)
        raise


def _mailed(stage: Stage, reset: ResetStory, key: str, *, due: bool, to: str, subject: str) -> None:
    was_reset(reset)
    if due:
        stage.inbox.wait_for(to=to, since=reset.began, subject_contains=subject, setting=key)
    else:
        stage.inbox.nothing_for(to=to, since=reset.began, subject_contains=subject, setting=key)


@then("the user is served or turned away as writeback was saved")
def _writeback(stage: Stage, user: Actor, blade: BladeStory, reset: ResetStory) -> None:
    on = _saved(blade, WRITEBACK)

    def holds(met: ResetStory) -> bool:
        turned_away = met.ending is Ending.BLOCKED and met.code == NO_WRITEBACK
        return met.ending is Ending.ADMITTED if on else turned_away

    if not holds(reset):
        _given(stage, blade, WRITEBACK, lambda: holds(stage.ask_for_reset(user)))
    what = "served" if on else "turned away"
    expect(holds(reset), f"Who is managed on-premises is {what}.", str(reset), WRITEBACK)


@then("the user is asked whether to unlock alone or not as was saved")
def _unlocking(stage: Stage, user: Actor, blade: BladeStory, reset: ResetStory) -> None:
    asks = _saved(blade, UNLOCKING)
    let_in(reset)
    holds = reset.asked_why is asks
    if not holds:
        _given(stage, blade, UNLOCKING, lambda: stage.ask_for_reset(user).asked_why is asks)
    asked = "is asked" if asks else "is not asked"
    expect(holds, f"The user {asked} whether to unlock the account alone.", str(reset), UNLOCKING)


@then("the page that turns the user away offers the helpdesk that was saved")
def _helpdesk(stage: Stage, user: Actor, blade: BladeStory, reset: ResetStory) -> None:
    link = _saved(blade, HELPDESK)
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was turned away. {reset}")
    holds = reset.contact_link == link
    if not holds:
        _given(stage, blade, HELPDESK, lambda: stage.ask_for_reset(user).contact_link == link)
    expect(holds, f"The link leads to {link}.", f"It leads to {reset.contact_link}.", HELPDESK)


def _saved(blade: BladeStory, key: str) -> Any:
    if not blade.saved:
        raise Inconclusive(f"Nothing was saved. {blade.refusal}".strip())
    return blade.filled[key]


def _given(stage: Stage, blade: BladeStory, key: str, holds: Callable[[], bool]) -> None:
    """
    Go on only if the setting holds where the tenant has been given it beyond doubt.

    Raises:
        Inconclusive: It does not.
    """
    section, _, name = key.partition(".")
    stage.change_policy(section, **{name: blade.filled[key]})
    if not holds():
        raise Inconclusive(f"So it is wherever {key} is {blade.filled[key]}: see its own promise.")
