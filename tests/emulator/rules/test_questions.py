"""Security questions: how many, how long, none twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import Bent
from emulator.portals.wording import words
from emulator.rules.languages import LANGUAGES
from emulator.rules.questions import Refusal, custom_may_be_saved, refusal

OFFERED = [f"Question {number}?" for number in range(5)]


def answers(*said: str) -> dict[str, str]:
    """One answer for each question in turn."""
    return dict(zip(OFFERED, said, strict=False))


def test_good_answers_are_taken() -> None:
    """Three different answers to three questions are what is asked."""
    assert refusal(answers("rex", "Łódź", "犬の名前"), offered=OFFERED, needed=3) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("rex", "york"), Refusal.TOO_FEW),
        (("rex", "york", "no"), Refusal.TOO_SHORT),
        (("rex", "york", "x" * 41), Refusal.TOO_LONG),
        (("rex", "york", "rex"), Refusal.DUPLICATE),
        (("rex", "york", " REX "), Refusal.DUPLICATE),
    ],
)
def test_bad_answers_are_refused(said: tuple[str, ...], why: Refusal) -> None:
    """Too few, too short, too long and repeated answers are told apart (B52, B53)."""
    assert refusal(answers(*said), offered=OFFERED, needed=3) is why


def test_only_offered_questions_count() -> None:
    """A question of one's own is refused."""
    mine = {**answers("rex", "york"), "My own?": "mine"}
    assert refusal(mine, offered=OFFERED, needed=3) is Refusal.UNKNOWN


def test_accepting_duplicates_is_a_deviation() -> None:
    """Only the deviation takes the same answer twice."""
    bent = Bent({"duplicate-answers-accepted"})
    same = answers("rex", "york", "rex")
    assert refusal(same, offered=OFFERED, needed=3, bent=bent) is None


def test_taking_one_question_twice_is_a_deviation() -> None:
    """A question that is chosen twice leaves one answer too few, which only the deviation takes."""
    bent = Bent({"question-twice-accepted"})
    assert refusal(answers("rex", "york"), offered=OFFERED, needed=3, bent=bent) is None
    assert refusal(answers("rex"), offered=OFFERED, needed=3, bent=bent) is Refusal.TOO_FEW


@given(st.text(min_size=3, max_size=40).filter(lambda text: len(text.strip()) >= 3))
def test_any_script_will_do(answer: str) -> None:
    """Every character set is allowed in answers (B53)."""
    said = [answer, "york" if answer.strip().casefold() != "york" else "leeds", "third one"]
    if answer.strip().casefold() != "third one":
        assert refusal(answers(*said), offered=OFFERED, needed=3) is None


@pytest.mark.parametrize(
    ("custom", "fine"),
    [
        (["Favourite cheese?"], True),
        (["x"], False),
        (["?" * 201], False),
        (["Same?", "same?"], False),
        ([f"Number {n}?" for n in range(20)], True),
        ([f"Number {n}?" for n in range(21)], False),
    ],
)
def test_a_tenants_own_questions_have_limits(custom: list[str], fine: bool) -> None:  # noqa: FBT001 - a table
    """Twenty at most, 3 to 200 characters, none twice (B52, B53)."""
    assert custom_may_be_saved(custom) is fine


@pytest.mark.parametrize(
    ("name", "custom"),
    [
        ("short-own-question-accepted", ["??"]),
        ("long-own-question-accepted", ["?" * 201]),
        ("too-many-own-questions-accepted", [f"Number {n}?" for n in range(21)]),
    ],
)
def test_a_bent_limit_takes_one_more(name: str, custom: list[str]) -> None:
    """What is refused else is taken under the deviation."""
    assert not custom_may_be_saved(custom)
    assert custom_may_be_saved(custom, Bent.of(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_thirty_five_questions_stand_in_every_language(language: str) -> None:
    """The predefined questions are 35, each translated (B54)."""
    questions = words("questions", language)
    assert len(set(questions.values())) == 35
    english = words("questions", "en-US")
    assert language == "en-US" or not set(questions.values()) & set(english.values())
