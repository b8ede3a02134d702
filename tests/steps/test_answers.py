"""A person answers security questions as told: truly, wrongly, too briefly."""

from __future__ import annotations

import pytest

from sspr.errors import Inconclusive
from steps.cast.answers import MISTAKES, Answers

OFFERED = (("First pet?", "First street?", "First car?"),) * 3


def test_questions_and_answers_are_all_different() -> None:
    """Each row gets a question of its own, and an answer of the wanted length."""
    chosen = Answers(length=3).choose(OFFERED)
    assert [question for question, _ in chosen] == ["First pet?", "First street?", "First car?"]
    said = {answer.get_secret_value() for _, answer in chosen}
    assert len(said) == 3
    assert {len(each) for each in said} == {3}


def test_what_was_registered_is_answered() -> None:
    """The truth is what was chosen at the registration, in whatever order it is asked."""
    answers = Answers()
    registered = dict(answers.choose(OFFERED))
    asked = ("First car?", "First pet?")
    assert answers.to(asked) == tuple(registered[question] for question in asked)
    assert answers.asked == [asked]


def test_what_was_never_registered_is_not_answered() -> None:
    """Nobody makes up the answer to a question that was never chosen."""
    answers = Answers()
    answers.choose(OFFERED)
    assert answers.registered == {"First pet?", "First street?", "First car?"}
    with pytest.raises(Inconclusive, match="First love"):
        answers.to(("First love?",))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_never_the_truth(mistake: str) -> None:
    """No answer given by mistake is the one that was registered."""
    answers = Answers()
    registered = dict(answers.choose(OFFERED))
    answers.mistake = mistake
    said = answers.to(tuple(registered))
    wrong = [given != registered[q] for q, given in zip(registered, said, strict=True)]
    assert any(wrong) if mistake.startswith("one ") else all(wrong)


def test_one_question_and_one_answer_can_be_given_twice() -> None:
    """The habits repeat the first row in the second."""
    twice = Answers(same_question=True).choose(OFFERED)
    assert twice[0][0] == twice[1][0]
    twice = Answers(same_answer=True).choose(OFFERED)
    assert twice[0][1] == twice[1][1]
