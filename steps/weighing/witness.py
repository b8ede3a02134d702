"""
A second try, made where what somebody met can have two causes.

A user who is turned away for not being enabled may have met a page that names the wrong reason, or
a tenant that enables nobody whom it should: another user, whom the policy enables and who lacks
nothing, tells the two apart. So does a code that is typed at once where a later one was refused.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pages.journeys.reset_story import Ending
from pages.journeys.verification import EASIEST_FIRST
from pages.proof import Proof
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.arranging import (
    STEPS_OF_ADMINISTRATORS,
    register_enough,
    register_some,
    register_with,
)
from steps.cast.entrances import enter_enabled, enter_ready
from steps.cast.kept import methods_among
from steps.cast.serving import before
from steps.weighing.presumed import NOT_ENABLED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


def _nothing(_stage: Stage, _actor: Actor) -> None:
    """Who has just come on has registered nothing."""


def others_are_let_in(stage: Stage, reset: ResetStory) -> None:
    """
    Go on only if nobody else is turned away for what turned the user away.

    Raises:
        Inconclusive: Somebody else whom the policy enables is not enabled either.
    """
    if reset.ending is not Ending.BLOCKED or reset.code not in NOT_ENABLED:
        return
    witness = enter_ready(stage)
    met = stage.ask_for_reset(witness)
    if met.ending is Ending.BLOCKED and met.code in NOT_ENABLED:
        raise Inconclusive(f"{reset} So is another user whom the policy enables (see ENA-01).")


def strangers_fare_otherwise(stage: Stage, reset: ResetStory) -> None:
    """
    Go on only if somebody who was never in an enabled group does not meet the same.

    Raises:
        Inconclusive: Such a user does.
    """
    witness, group = stage.enter(), stage.directory.groups.create("SSPR harness third group")
    stage.directory.groups.add(group, witness.person)
    register_enough(stage, witness)
    met = stage.ask_for_reset(witness)
    if (met.ending, met.code) == (reset.ending, reset.code):
        raise Inconclusive(f"{reset} So does who was never in an enabled group (see ENA-02).")


def served_at_once(stage: Stage, user: Actor, proof: Proof, reset: ResetStory) -> None:
    """
    Go on only if a proof that was refused is accepted where its code is typed at once.

    Raises:
        Inconclusive: It is refused then too.
    """
    if reset.ending is not Ending.REFUSED_PROOF:
        return
    user.habits.pause = dt.timedelta(0)
    again = stage.reset(user, preferred=(proof,))
    if again.ending is Ending.REFUSED_PROOF:
        raise Inconclusive(f"{again} So is a code that is typed at once (see RST-25, RST-26).")


def wrong_ones_are_refused(stage: Stage, user: Actor, proof: Proof) -> None:
    """
    Go on only if a mistyped code is refused.

    Raises:
        Inconclusive: It passes like any other.
    """
    user.habits.pause = user.habits.app_pause = dt.timedelta(0)
    user.habits.wrong_codes = 1
    again = stage.reset(user, preferred=(proof,))
    if proof in again.passed:
        raise Inconclusive(f"{again} So does a code that is mistyped (see RST-13).")


def others_prove(stage: Stage, proof: Proof) -> None:
    """
    Go on only if somebody else proves the identity by ``proof``.

    Raises:
        Inconclusive: It is refused to others too.
    """
    witness = enter_enabled(stage)
    register_with(stage, witness, proof)
    met = stage.reset(witness, preferred=(proof, *EASIEST_FIRST))
    if met.ending is Ending.REFUSED_PROOF:
        raise Inconclusive(f"{met} So it is for others (see RST-25 to RST-32).")


def others_reset(stage: Stage, reset: ResetStory) -> None:
    """
    Go on only if the password was reset, or somebody else, who makes no mistake, can reset it.

    Raises:
        Inconclusive: Nobody can.
    """
    if reset.ending is Ending.RESET:
        return
    witness = enter_ready(stage)
    met = stage.reset(witness)
    if met.ending is not Ending.RESET:
        raise Inconclusive(f"{reset} Nor does a reset without a mistake succeed: {met}")


def users_need_enough(stage: Stage) -> None:
    """
    Go on only if a user with one method less than a reset needs is turned away, if there is one.

    Raises:
        Inconclusive: Such a user is let in.
    """
    required = stage.policy.methods.required_to_reset
    if stage.policy.enablement.enabled == "none" or required == 1:
        return
    witness = enter_enabled(stage)
    register_some(stage, witness, required - 1)
    met = stage.ask_for_reset(witness)
    if met.ending is Ending.ADMITTED:
        raise Inconclusive(f"{met} So is a user who has too few methods (see RST-08).")


def takes_two_steps(stage: Stage, user: Actor) -> None:
    """
    Go on only if a reset takes two steps, without which the app's notification is not due (B13).

    Raises:
        Inconclusive: It takes one, or does not end.
    """
    reset = stage.reset(user, preferred=(Proof.EMAIL, Proof.TEXT, Proof.CALL))
    if len(reset.passed) < STEPS_OF_ADMINISTRATORS:
        raise Inconclusive(f"A reset takes {len(reset.passed)} step. {reset} (see ADM-02)")


def others_are_asked(stage: Stage, prepare: Callable[[Stage, Actor], object] = _nothing) -> None:
    """
    Go on only if somebody else, made ready by ``prepare`` and lacking methods, is asked at sign-in.

    Raises:
        Inconclusive: Such a user is not asked to register.
    """
    witness = enter_enabled(stage)
    prepare(stage, witness)
    if not stage.sign_in(witness).asked_to_register:
        raise Inconclusive("Nor is anybody else asked who lacks methods (see REG-01, REG-14).")


def others_are_left_alone(stage: Stage) -> None:
    """
    Go on only if somebody who has just registered enough is asked for nothing at sign-in.

    Raises:
        Inconclusive: Such a user is asked too.
    """
    witness = enter_ready(stage)
    met = stage.sign_in(witness)
    if met.asked_to_register or met.asked_to_confirm:
        raise Inconclusive("So is who has just registered enough (see REG-09).")


def never_locked_sign_in(
    stage: Stage, sign_in: SignInStory, deed: Callable[[Actor], object]
) -> None:
    """
    Go on only if who was never locked on-premises signs in after the same ``deed``.

    Raises:
        Inconclusive: Such a user is refused too, so no lock keeps the first one out.
    """
    if sign_in.signed_in or sign_in.had_to_change:
        return
    witness = enter_ready(stage)
    stage.on_premises.manage(witness.account, "federated")
    deed(witness)
    met = stage.sign_in(witness)
    if not met.signed_in:
        raise Inconclusive(f"{met.error} So it is for who was never locked (see HYB-05, UNL-06).")


def texted_phones_are_kept(stage: Stage) -> None:
    """
    Go on only if the directory knows a phone that somebody else registers by a text.

    Raises:
        Inconclusive: It does not.
    """
    witness = enter_enabled(stage)
    stage.register(witness, *before(stage, Method.MOBILE_PHONE), Method.MOBILE_PHONE)
    listed = stage.directory.registration.methods(witness.person)
    if Method.MOBILE_PHONE not in methods_among(listed):
        raise Inconclusive("Nor is a phone kept that is registered by a text (see REG-17).")
