"""Where the methods are decided while a tenant moves to the Authentication methods policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.proof import Proof
from sspr.errors import Inconclusive
from sspr.policy import Method, MigrationState
from steps.cast.arranging import register_email_and_another
from steps.cast.serving import allowed, serves
from steps.expect import applies, expect
from steps.weighing.presumed import enabled, may_register

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SETTING = "methods.allowed"


@given("the migration is complete")
def _complete(stage: Stage) -> None:
    state = stage.policy.methods.migration_state
    applies(state is MigrationState.COMPLETE, f"The state of the migration is {state}.")


@given("the user has registered an email address and another method")
def _both(stage: Stage, user: Actor) -> None:
    register_email_and_another(stage, user)


@given(parsers.parse("the Authentication methods policy {verb} email"))
def _methods_policy(stage: Stage, verb: str) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.switch_email(on=verb == "allows")


@given("the Authentication methods policy forbids texts")
def _forbids_texts(stage: Stage) -> None:
    still = serves(stage, Method.MOBILE_PHONE)
    applies(still, "Texts and calls no longer serve (S7).")
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.switch_texts(on=False)


@given("the migration is in progress and the Authentication methods policy forbids texts")
def _in_progress_without_texts(stage: Stage) -> None:
    _forbids_texts(stage)
    stage.change_policy("methods", migration_state=MigrationState.IN_PROGRESS)


@given("the Authentication methods policy forbids calls to the office")
def _forbids_office_calls(stage: Stage) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.switch_office_calls(on=False)


@then("the office phone is not offered")
def _no_office_phone(reset: ResetStory) -> None:
    enabled(reset)
    called = Proof.OFFICE_CALL in _proofs(reset)
    expect(not called, "The office phone is not offered.", _what(reset), SETTING)


@given("the Authentication methods policy forbids authenticator apps")
def _forbids_apps(stage: Stage) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.switch_apps(on=False)


@then("no authenticator app is offered")
def _no_app(reset: ResetStory) -> None:
    enabled(reset)
    by_app = {Proof.APP_CODE, Proof.APP_NOTIFICATION} & _proofs(reset)
    expect(not by_app, "No authenticator app is offered.", _what(reset), SETTING)


@then("a call to the mobile phone is offered and no text")
def _call_alone(reset: ResetStory) -> None:
    holds = Proof.CALL in _proofs(reset) and Proof.TEXT not in _proofs(reset)
    expect(holds, "A call is offered and no text.", _what(reset), SETTING)


@then("a text to the mobile phone is offered and no call")
def _text_alone(stage: Stage, reset: ResetStory) -> None:
    applies(serves(stage, Method.MOBILE_PHONE), "Texts and calls no longer serve (S7).")
    holds = Proof.TEXT in _proofs(reset) and Proof.CALL not in _proofs(reset)
    expect(holds, "A text is offered and no call.", _what(reset), SETTING)


@given(parsers.parse("the password reset policy {verb} email"))
def _reset_policy(stage: Stage, verb: str) -> None:
    stage.change_policy("methods", allowed=_with_email(stage, on=verb == "allows"))


@when("the password reset policy allows telephones and no longer email")
def _no_longer_email(stage: Stage) -> None:
    allowed(stage, Method.EMAIL)
    others = {*_with_email(stage, on=False), Method.MOBILE_PHONE, Method.OFFICE_PHONE}
    stage.change_policy("methods", allowed=tuple(each for each in Method if each in others))


@given(parsers.parse("the migration is in progress and the password reset policy {verb} email"))
def _in_progress(stage: Stage, verb: str) -> None:
    stage.change_policy(
        "methods",
        migration_state=MigrationState.IN_PROGRESS,
        allowed=_with_email(stage, on=verb == "allows"),
    )


@when("the migration is completed")
def _completed(stage: Stage) -> None:
    stage.change_policy("methods", migration_state=MigrationState.COMPLETE)


@when("the migration is completed and the password reset policy forbids security questions")
def _completed_without_questions(stage: Stage) -> None:
    _forbid_questions(stage, MigrationState.COMPLETE)


def _forbid_questions(stage: Stage, state: MigrationState) -> None:
    allowed = stage.policy.methods.allowed
    others = tuple(each for each in allowed if each is not Method.SECURITY_QUESTIONS)
    stage.change_policy("methods", migration_state=state, allowed=others)


@then("security questions are not offered")
def _no_questions(stage: Stage, user: Actor, reset: ResetStory) -> None:
    enabled(reset)
    offered = Proof.QUESTIONS in reset.first_offer
    if offered:
        _migrated_alone(stage, user)
    expect(not offered, "Security questions are not offered.", _what(reset), SETTING)


def _migrated_alone(stage: Stage, user: Actor) -> None:
    """
    Go on only if forbidden questions are not offered while the migration is in progress.

    Raises:
        Inconclusive: They are, so that the migration has no part in it.
    """
    _forbid_questions(stage, MigrationState.IN_PROGRESS)
    if Proof.QUESTIONS in stage.ask_for_reset(user).first_offer:
        raise Inconclusive("Forbidden questions are offered before that too (see RST-07).")


def _with_email(stage: Stage, *, on: bool) -> tuple[Method, ...]:
    others = tuple(each for each in stage.policy.methods.allowed if each is not Method.EMAIL)
    return (*others, Method.EMAIL) if on else others


@then("email is offered")
def _offered(reset: ResetStory) -> None:
    enabled(reset)
    expect(_offers_email(reset), "A code by mail is offered.", _what(reset), SETTING)


@then("email is not offered")
def _not_offered(reset: ResetStory) -> None:
    enabled(reset)
    expect(not _offers_email(reset), "No code by mail is offered.", _what(reset), SETTING)


@then("the alternate email address could be chosen and was accepted")
def _registered(registration: RegistrationStory) -> None:
    may_register(registration)
    expect(
        Method.EMAIL in registration.registered,
        "An alternate email address can be registered.",
        registration.error or "It is not registered.",
        SETTING,
    )


def _offers_email(reset: ResetStory) -> bool:
    return Proof.EMAIL in _proofs(reset)


def _proofs(reset: ResetStory) -> set[Proof]:
    return {proof for step in reset.offered for proof in step}


def _what(reset: ResetStory) -> str:
    offered = ", ".join(sorted(_proofs(reset)))
    return f"Offered are: {offered}." if offered else str(reset)
