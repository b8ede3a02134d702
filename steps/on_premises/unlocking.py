"""Unlocking an account and keeping its password."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from pytest_bdd import given, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.directory.audit import SSPR
from sspr.errors import Deviation, Inconclusive
from steps.audit.log import RESET
from steps.audit.rows import all_name, readable
from steps.cast.arranging import STEPS_OF_ADMINISTRATORS
from steps.expect import applies, expect
from steps.mail.alerts import ADMINISTRATORS
from steps.mail.news import NOTICE
from steps.on_premises.hybrid import lock_gone
from steps.reset.verification import takes_two_gates
from steps.weighing.presumed import got_past_registration, let_in

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


SETTING = "writeback.unlock_without_reset"
# K7, K8: met once every step has been passed.
REFUSED_ON_PREMISES = {"SSPR_0029", "SSPR_0030"}
UNLOCK = "Unlock user account (self-service)"  # J2


@given("the user is federated and may unlock the account alone")
def _federated_may_unlock(stage: Stage, user: Actor) -> None:
    _may_unlock(stage, user)
    stage.on_premises.manage(user.account, "federated")


@given("the user is synchronised and may unlock the account alone")
def _may_unlock(stage: Stage, user: Actor) -> None:
    writeback = stage.policy.writeback
    applies(
        writeback.enabled and writeback.unlock_without_reset,
        "The policy does not offer to unlock without a reset.",
    )
    stage.on_premises.manage(user.account, "synchronized")


@when("unlocking without a reset is no longer allowed")
def _no_longer_allowed(stage: Stage) -> None:
    stage.change_policy("writeback", unlock_without_reset=False)


@given("the user has unlocked the account before and it is locked again")
def _unlocked_before(stage: Stage, user: Actor) -> None:
    _unlocks(stage, user)
    stage.on_premises.lock(user.account)


@when("the user unlocks the account", target_fixture="unlock")
def _unlocks(stage: Stage, user: Actor) -> ResetStory:
    story = stage.ask_for_reset(user, Wish(unlock=True))
    if story.ending is not Ending.UNLOCKED:
        came_to_nothing(stage, story)
    return story


def came_to_nothing(stage: Stage, story: ResetStory) -> NoReturn:
    """
    Say why there was no unlock.

    Raises:
        Deviation: Nothing stood in its way, and the scenario promises it.
        Inconclusive: Another promise is broken.
    """
    let_in(story)
    if not story.asked_why:
        raise Inconclusive(f"Nobody asks whether to unlock alone (see UNL-01). {story}")
    refused = story.ending is Ending.BLOCKED and story.code in REFUSED_ON_PREMISES
    if not refused and len(story.passed) < stage.policy.methods.required_to_reset:
        raise Inconclusive(f"{story} There was no unlock (see UNL-07).")
    if "unlock" not in stage.promises:
        raise Inconclusive(f"{story} There was no unlock (see UNL-10).")
    raise Deviation("The account is unlocked.", str(story), SETTING)


@then("unlocking alone was offered")
def _offered(reset: ResetStory) -> None:
    expect(
        reset.asked_why,
        "The user can choose to unlock the account and keep the password.",
        f"Nobody asks. {reset}",
        SETTING,
    )


@then("unlocking alone was not offered any more")
def _not_any_more(reset: ResetStory) -> None:
    _not_asked(reset)


@then("the user is signed in with the password as it was")
def _password_kept(sign_in: SignInStory) -> None:
    got_past_registration(sign_in)
    expect(
        sign_in.signed_in and not sign_in.had_to_change,
        "The password signs in as before.",
        "A new one is wanted." if sign_in.had_to_change else f"The page says: {sign_in.error}",
    )


@then("the lock that the unlock lifts is gone")
def _lock_gone(stage: Stage, sign_in: SignInStory) -> None:
    lock_gone(stage, sign_in, lambda witness: _unlocks(stage, witness))


@then("the user passed as many steps for the unlock as for a reset")
def _as_many_steps(stage: Stage, unlock: ResetStory) -> None:
    required = stage.policy.methods.required_to_reset
    expect(
        len(unlock.passed) == required,
        f"An unlock takes {required} verification steps.",
        f"It took {len(unlock.passed)}: {', '.join(unlock.passed) or 'none'}.",
        "methods.required_to_reset",
    )


@then("the administrator passed two steps for the unlock")
def _two_steps(stage: Stage, unlock: ResetStory) -> None:
    takes_two_gates(stage)
    expect(
        len(unlock.passed) == STEPS_OF_ADMINISTRATORS,
        "An administrator's unlock takes two verification steps.",
        f"It took {len(unlock.passed)}: {', '.join(unlock.passed) or 'none'}.",
    )


@then("the audit log has a row for the unlock")
def _row(stage: Stage, user: Actor, unlock: ResetStory) -> None:
    rows = stage.directory.audit.wait_for(
        unlock.began,
        user.person,
        lambda rows: any(row.activity == UNLOCK and row.result == "success" for row in rows),
        expected=f"The audit log has a successful row {UNLOCK!r}.",
    )
    stage.evidence.rows("Audit log", [readable(row) for row in rows])
    all_name([row for row in rows if row.activity == UNLOCK], user, SSPR)


@then("no row of the audit log tells of a reset")
def _no_reset(stage: Stage, user: Actor, unlock: ResetStory) -> None:
    told = [row for row in stage.directory.audit.rows(unlock.began) if row.about(user.person)]
    expect(
        RESET not in {row.activity for row in told},
        "No row tells of a reset.",
        f"There is a row {RESET!r}.",
    )


@then("no mail tells anybody of a reset")
def _no_mail(stage: Stage, unlock: ResetStory) -> None:
    subjects = [mail.subject for mail in stage.inbox.everything(unlock.began)]
    told = [subject for subject in subjects if NOTICE in subject]
    expect(not told, "No mail tells of a reset.", f"There is: {'; '.join(told)}.", SETTING)


@then("no mail alerts the Global Administrator to the unlock")
def _no_alert(stage: Stage, global_administrator: Actor, unlock: ResetStory) -> None:
    address = global_administrator.person.mail
    stage.inbox.nothing_for(to=address, since=unlock.began, setting=ADMINISTRATORS)


@then("unlocking alone was not offered")
def _no_unlock(stage: Stage, reset: ResetStory) -> None:
    writeback = stage.policy.writeback
    applies(
        not (writeback.enabled and writeback.unlock_without_reset),
        "The policy offers to unlock without a reset.",
    )
    _not_asked(reset)


def _not_asked(reset: ResetStory) -> None:
    let_in(reset)
    expect(
        not reset.asked_why,
        "Nobody is asked whether to unlock alone.",
        "The user could choose to keep the password.",
        SETTING,
    )
