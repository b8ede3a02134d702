"""Which of the registered security questions a reset asks, time after time."""

from __future__ import annotations

import datetime as dt
from math import ceil, comb, log
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from pages.journeys.questioned import Questioned
from pages.journeys.verification import EASIEST_FIRST
from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Inconclusive
from steps.cast.serving import nothing_ended
from steps.expect import applies, expect

if TYPE_CHECKING:
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

    Draw = tuple[str, ...]

RUNS = 1_000_000  # in no more than one of so many does chance bring the same questions only
TRIES = 4  # one less than the failures that block (C20)
AFTER_THE_BLOCK = dt.timedelta(hours=25)


@given("a reset asks fewer questions than are registered")
def _fewer(stage: Stage) -> None:
    methods = stage.policy.methods
    applies(
        methods.questions_to_reset < methods.questions_to_register,
        f"A reset asks all {methods.questions_to_register} questions that are registered.",
    )


def _repeats(stage: Stage) -> int:
    """How often the first questions have to come again before it is no chance."""
    methods = stage.policy.methods
    return ceil(log(RUNS, comb(methods.questions_to_register, methods.questions_to_reset)))


@when("the user begins the reset until other questions are asked", target_fixture="draws")
def _begin_again(stage: Stage, user: Actor) -> list[list[Draw]]:
    page, seen = stage.page(), list[tuple[str, ...]]()
    for _ in range(1 + _repeats(stage)):
        visit = Questioned(page, user, Wish(), stage.evidence.screenshot)
        story = visit.run()
        if not visit.questions:
            raise Inconclusive(f"No questions were asked. {story}")
        seen.append(visit.questions)
        if _differ(seen):
            break
    return [seen]


@when("the user tries to verify until other questions are asked", target_fixture="draws")
def _try_again(stage: Stage, user: Actor) -> list[list[Draw]]:
    rounds: list[list[Draw]] = []
    for number in range(ceil(_repeats(stage) / (TRIES - 1))):
        if number:
            stage.tenant.capabilities.advance(AFTER_THE_BLOCK)
            nothing_ended(stage, user.given)
        rounds.append(_fail(stage, user))
        if _differ(rounds[-1]):
            break
    return rounds


def _fail(stage: Stage, user: Actor) -> list[Draw]:
    """Give wrong answers as often as nobody is blocked for; what was asked each time."""
    before = len(user.answers.asked)
    story = stage.reset(user, tries=TRIES, preferred=(Proof.QUESTIONS, *EASIEST_FIRST))
    asked = user.answers.asked[before:]
    if len(asked) < TRIES:
        raise Inconclusive(f"Questions were asked {len(asked)} times instead of {TRIES}. {story}")
    return asked


def _differ(draws: list[Draw]) -> bool:
    return len({frozenset(questions) for questions in draws}) > 1


@then("other questions were asked")
def _others(draws: list[list[Draw]]) -> None:
    expect(
        any(_differ(each) for each in draws),
        "Which questions are asked is left to chance, so that others come sooner or later.",
        f"All {sum(map(len, draws))} times the same were asked.",
    )


@then("only questions that the user registered were asked")
def _registered(user: Actor, draws: list[list[Draw]]) -> None:
    asked = {question for each in draws for questions in each for question in questions}
    foreign = asked - user.answers.registered
    expect(
        not foreign,
        "Nothing is asked but what the user registered.",
        f"Asked was: {'; '.join(sorted(foreign))}.",
    )
