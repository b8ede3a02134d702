"""Registering security questions and being asked them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.answers import GREEK, MISTAKES
from steps.cast.serving import allowed, before
from steps.expect import expect
from steps.weighing.presumed import let_in, may_register

if TYPE_CHECKING:
    from pages.journeys.admin_center import BladeStory
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@when("the user registers security questions", target_fixture="registration")
def _register(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.SECURITY_QUESTIONS)
    first = before(stage, Method.SECURITY_QUESTIONS)
    return stage.register(user, *first, Method.SECURITY_QUESTIONS)


@when("the user looks for security questions in the security info", target_fixture="registration")
def _look_for(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.SECURITY_QUESTIONS)
    return stage.register_in_security_info(user, Method.SECURITY_QUESTIONS)


@when("another number of questions is to be asked", target_fixture="number")
def _other_number(stage: Stage) -> int:
    methods = stage.policy.methods
    number = methods.questions_to_reset + 1
    if number > methods.questions_to_register:
        number = methods.questions_to_reset - 1
    stage.change_policy("methods", questions_to_reset=number)
    return number


@given("the user chooses one question twice")
def _one_question(user: Actor) -> None:
    user.answers.same_question = True


@given("the user gives two questions the same answer")
def _one_answer(user: Actor) -> None:
    user.answers.same_answer = True


@given(parsers.parse("the user gives answers of {number:d} characters"))
def _of_length(user: Actor, number: int) -> None:
    user.answers.length = number


@given("the user gives answers in Greek letters")
def _in_greek(user: Actor) -> None:
    user.answers.letters = GREEK


@given(parsers.parse("the user answers with {mistake}"))
def _mistaken(user: Actor, mistake: str) -> None:
    assert mistake in MISTAKES
    user.answers.mistake = mistake


@then("as many questions were asked for as the policy says")
def _as_many(stage: Stage, registration: RegistrationStory) -> None:
    may_register(registration)
    number = stage.policy.methods.questions_to_register
    expect(
        registration.questions == number,
        f"{number} questions are to be registered.",
        f"{registration.questions or 'None'} are. {registration.error}".strip(),
        "methods.questions_to_register",
    )


@then("the security questions were accepted")
def _accepted(registration: RegistrationStory) -> None:
    may_register(registration)
    expect(
        Method.SECURITY_QUESTIONS in registration.registered,
        "The security questions are registered.",
        registration.error or "They are not.",
        "methods.allowed",
    )


@then("the security questions were not offered")
def _not_offered(registration: RegistrationStory) -> None:
    may_register(registration)
    expect(
        not registration.questions and Method.SECURITY_QUESTIONS not in registration.offered,
        "Security questions can no longer be registered.",
        f"{registration.questions} were asked for.",
        "methods.allowed",
    )


@then("the security questions were refused")
def _refused(registration: RegistrationStory) -> None:
    may_register(registration)
    expect(registration.questions, "Questions are asked for.", registration.error)
    expect(
        Method.SECURITY_QUESTIONS not in registration.registered,
        "The security questions are not registered.",
        "They are.",
    )


@then("the directory knows the security questions")
def _known(stage: Stage, user: Actor) -> None:
    listed = stage.directory.registration.details(user.person).methods
    expect(
        "securityQuestion" in listed,
        "The registration report lists the security questions.",
        f"It lists {', '.join(listed) or 'nothing'}.",
    )


@then("as many questions were asked as the policy says")
def _asked(stage: Stage, user: Actor) -> None:
    _were_asked(user, stage.policy.methods.questions_to_reset)


@then("as many questions were asked as the changed policy says")
def _asked_otherwise(user: Actor, number: int, reset: ResetStory) -> None:
    let_in(reset)
    _were_asked(user, number)


@then(parsers.parse("the security question of {number:d} characters could be chosen"))
def _could_be_chosen(
    user: Actor, blade: BladeStory, registration: RegistrationStory, number: int
) -> None:
    if not blade.saved:
        raise Inconclusive(f"It was not saved (see CFG-21). {blade.refusal}".strip())
    may_register(registration)
    if not user.answers.offered:
        raise Inconclusive(f"No questions were to be registered. {registration.error}".strip())
    expect(
        any(len(each) == number and not each.strip("?") for each in user.answers.offered),
        "The question that was saved is among those to choose from.",
        f"{len(user.answers.offered)} others are.",
    )


def _were_asked(user: Actor, number: int) -> None:
    asked = sum(map(len, user.answers.asked))
    expect(
        asked == number,
        f"A reset asks {number} questions.",
        f"It asked {asked or 'none'}.",
        "methods.questions_to_reset",
    )
