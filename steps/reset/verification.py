"""Proving who one is: the verification steps of a reset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.verification import EASIEST_FIRST
from sspr.errors import Inconclusive
from sspr.policy import Method
from sspr.policy.model import MigrationState
from steps.cast.arranging import STEPS_OF_ADMINISTRATORS
from steps.cast.serving import allowed, listed, serves, takes_codes
from steps.expect import applies, expect
from steps.reset.course import completed, proved
from steps.weighing.presumed import TOO_FEW, let_in, was_reset
from steps.weighing.witness import users_need_enough

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.proof import Proof
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

NEVER_RIGHT = 100
REQUIRED = "methods.required_to_reset"


@given("the policy allows email and the mobile phone")
def _allows_both(stage: Stage) -> None:
    for method in (Method.EMAIL, Method.MOBILE_PHONE):
        allowed(stage, method)


@given("the user mistypes every code")
@given("the administrator mistypes every code")
def _mistypes(stage: Stage, user: Actor) -> None:
    takes_codes(stage)
    user.habits.wrong_codes = NEVER_RIGHT


@when("the user mistypes the code of the second step", target_fixture="reset")
def _mistypes_second(stage: Stage, user: Actor) -> ResetStory:
    user.habits.right_codes, user.habits.wrong_codes = 1, NEVER_RIGHT
    return stage.reset(user)


@given("the user mistypes every mailed code")
def _mistypes_mails(user: Actor) -> None:
    user.habits.wrong_mails = True


@given("the user mistypes every texted code")
def _mistypes_texts(user: Actor) -> None:
    user.habits.wrong_texts = True


@given(parsers.parse("the user presses {key} on a call"))
def _other_key(user: Actor, key: str) -> None:
    user.habits.key = key


@given("the user types another phone number than the registered one")
def _other_number(user: Actor) -> None:
    user.habits.wrong_phone = True


@given("the user types the phone number without its country")
def _bare_number(user: Actor) -> None:
    user.habits.bare_phone = True


@given("the user refuses every notification")
def _refuses(user: Actor) -> None:
    user.habits.refuses = True


@given("the user approves another number than the page shows")
def _approves_another(user: Actor) -> None:
    user.habits.wrong_number = True


@given("the user has an alternate phone number and types it")
def _types_alternate(stage: Stage, user: Actor) -> None:
    stage.directory.registration.add_alternate_phone(user.person)
    user.habits.number = user.person.office_phone


@given("the policy allows a telephone")
def _allows_telephone(stage: Stage) -> None:
    telephones = {Method.MOBILE_PHONE, Method.OFFICE_PHONE}
    applies(telephones & set(stage.policy.methods.allowed), "The policy allows no telephone.")


@given("the policy allows the mobile phone")
def _allows_mobile(stage: Stage) -> None:
    allowed(stage, Method.MOBILE_PHONE)
    applies(serves(stage, Method.MOBILE_PHONE), "Texts and calls no longer serve (S7).")


@given("the policy allows the office phone")
def _allows_office(stage: Stage) -> None:
    allowed(stage, Method.OFFICE_PHONE)


@given("the policy allows codes by mail")
def _allows_mail(stage: Stage) -> None:
    allowed(stage, Method.EMAIL)


@given("the tenant has not moved to the Authentication methods policy")
def _not_migrated(stage: Stage) -> None:
    state = stage.policy.methods.migration_state
    applies(state is MigrationState.PRE_MIGRATION, f"The tenant's migration is at {state}.")


@given(parsers.re("the policy asks (?P<number>[12]) verification steps?"))
def _asks_steps(stage: Stage, number: str) -> None:
    required = stage.policy.methods.required_to_reset
    applies(required == int(number), f"The policy asks {required}.")


@when("the user resets the password with the code that served already", target_fixture="reset")
def _same_code(stage: Stage, user: Actor, proof: Proof) -> ResetStory:
    user.habits.same_code = True
    return _by_this_proof(stage, user, proof)


@when("the user succeeds in resetting the password by this proof")
def _succeeds_by(stage: Stage, user: Actor, proof: Proof) -> None:
    was_reset(_by_this_proof(stage, user, proof))


@when("the user tries to be texted", target_fixture="reset")
@when("the user resets the password by this proof", target_fixture="reset")
def _by_this_proof(stage: Stage, user: Actor, proof: Proof) -> ResetStory:
    return stage.reset(user, preferred=(proof, *EASIEST_FIRST))


@when("the user resets the password by nothing but what is registered", target_fixture="reset")
def _by_the_registered(stage: Stage, user: Actor) -> ResetStory:
    own = tuple(proof for proof in EASIEST_FIRST if proof.method in user.given)
    return stage.reset(user, preferred=own)


@then("the user passed as many verification steps as the policy asks")
def _enough_steps(stage: Stage, reset: ResetStory) -> None:
    required = stage.policy.methods.required_to_reset
    expect(
        reset.code != TOO_FEW,
        f"Whoever has registered {required} can reset the password.",
        str(reset),
        REQUIRED,
    )
    completed(reset)
    expect(
        len(reset.passed) == required,
        f"The reset takes {required} verification steps.",
        f"It took {len(reset.passed)}: {', '.join(reset.passed) or 'none'}.",
        REQUIRED,
    )


@then("the user passed one verification step")
def _one_step(reset: ResetStory) -> None:
    completed(reset)
    expect(
        len(reset.passed) == 1,
        "One verification step is enough, as the users' policy says.",
        f"It took {len(reset.passed)}: {', '.join(reset.passed) or 'none'}.",
        REQUIRED,
    )


@then("the administrator passed two verification steps")
def _two_steps(stage: Stage, reset: ResetStory) -> None:
    takes_two_gates(stage)
    _took_two(reset)


def takes_two_gates(stage: Stage) -> None:
    """
    Go on only in a tenant whose administrators take two steps.

    Raises:
        NotApplicable: They take one.
    """
    applies(
        stage.directory.policies.administrators_take_two_steps(),
        "Administrators take one step where a tenant has no domain of its own (D8).",
    )


@then("the administrator is turned away for having too few methods")
def _one_is_not_enough(stage: Stage, reset: ResetStory) -> None:
    takes_two_gates(stage)
    if reset.ending is Ending.BLOCKED and reset.code != TOO_FEW:
        raise Inconclusive(f"{reset} It never came to that (see ADM-01).")
    if reset.ending is not Ending.BLOCKED:
        users_need_enough(stage)
    expect(
        reset.code == TOO_FEW,
        "An administrator with one method is turned away.",
        str(reset),
    )


def _took_two(reset: ResetStory) -> None:
    completed(reset)
    expect(
        len(reset.passed) == STEPS_OF_ADMINISTRATORS,
        "An administrator's reset takes two verification steps.",
        f"It took {len(reset.passed)}: {', '.join(reset.passed) or 'none'}.",
    )


@then("the administrator passed two verification steps without a domain")
def _two_steps_all_the_same(reset: ResetStory) -> None:
    _took_two(reset)


@then("no method served twice")
def _all_different(reset: ResetStory) -> None:
    methods = [proof.method for proof in reset.passed]
    expect(
        len(set(methods)) == len(methods),
        "Each verification step is passed by another method.",
        f"The steps were passed by {', '.join(methods)}.",
        REQUIRED,
    )
    for number, offered in enumerate(reset.offered[: len(methods)]):
        again = {proof.method for proof in offered} & set(methods[:number])
        expect(
            not again,
            "A method that has served is not offered again.",
            f"Step {number + 1} offers again: {listed(again)}.",
            REQUIRED,
        )


@then("this proof was accepted")
def _proof_accepted(reset: ResetStory, proof: Proof) -> None:
    if proof not in reset.passed or reset.ending is not Ending.REFUSED_PROOF:
        proved(reset)
    expect(proof in reset.passed, f"The step was passed by: {proof}.", str(reset))


@then("the verification is refused")
def _refused(reset: ResetStory) -> None:
    let_in(reset)
    expect(
        reset.ending in {Ending.REFUSED_PROOF, Ending.BLOCKED} and not reset.passed,
        "The verification step is not passed.",
        str(reset),
    )


@then("the second step is refused")
def _second_refused(reset: ResetStory) -> None:
    let_in(reset)
    if not reset.passed:
        raise Inconclusive(f"{reset} The first step was not passed (see RST-25, RST-26, RST-30).")
    if reset.ending is Ending.RESET and len(reset.passed) == 1:
        raise Inconclusive(f"{reset} One step was enough (see RST-03).")
    expect(
        reset.ending in {Ending.REFUSED_PROOF, Ending.BLOCKED} and len(reset.passed) == 1,
        "The second verification step is not passed.",
        str(reset),
    )


@then("no text reaches that number")
def _no_text(stage: Stage, user: Actor, reset: ResetStory, proof: Proof) -> None:
    stage.inbox.nothing_for(to=user.phone_for(proof), since=reset.began)
    stage.inbox.nothing_for(to=user.mobile_phone, since=reset.began)
