"""What proves who someone is, and for how long."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules import lifetimes, proofs
from emulator.rules.options import Option
from emulator.rules.secrets_hash import hash_secret
from emulator.timeline import Timeline
from sspr.policy import Methods

NOON = dt.datetime(2024, 2, 16, 12, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
CODE = "123456"
HASH = hash_secret(CODE)
ANSWERS = [hash_secret("Rex"), hash_secret("Ulm"), hash_secret("blue")]


def test_codes_are_six_digits() -> None:
    """Every fresh code has six digits."""
    codes = {proofs.new_code() for _ in range(50)}
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert len(codes) > 40


@pytest.mark.parametrize(("typed", "right"), [(CODE, True), (f" {CODE} ", True), ("123457", False)])
def test_only_the_code_sent_passes(typed: str, right: bool) -> None:  # noqa: FBT001 - a column
    """The code that was sent passes and another does not."""
    assert proofs.code_matches(typed, HASH, NOON, NOON, STRAIGHT) == right


def test_a_code_lives_five_minutes() -> None:
    """A code passes until five minutes are over and not after."""
    end = NOON + dt.timedelta(minutes=5)
    assert proofs.code_matches(CODE, HASH, NOON, end - SECOND, STRAIGHT)
    assert not proofs.code_matches(CODE, HASH, NOON, end, STRAIGHT)
    assert proofs.code_matches(CODE, HASH, NOON, end, Bent.of("code-outlives"))
    assert not proofs.code_matches(CODE, None, NOON, NOON, STRAIGHT)


def test_any_six_digits_may_pass() -> None:
    """Under the deviation another code passes, but no other text."""
    bent = Bent.of("any-code-accepted")
    assert proofs.code_matches("000000", HASH, NOON, NOON, bent)
    assert not proofs.code_matches("0000", HASH, NOON, NOON, bent)


def test_a_reset_lives_fifteen_minutes() -> None:
    """A reset goes on until fifteen minutes are over and not after."""
    end = NOON + dt.timedelta(minutes=15)
    assert lifetimes.session_lives(NOON, end - SECOND, STRAIGHT)
    assert not lifetimes.session_lives(NOON, end, STRAIGHT)
    assert lifetimes.session_lives(NOON, end, Bent.of("session-outlives"))


@given(st.integers(0, 100))
def test_help_comes_after_ten_seconds(seconds: int) -> None:
    """The links come when ten seconds are over, at once where they are over already."""
    now = NOON + seconds * SECOND
    assert lifetimes.seconds_to_help(NOON, now, STRAIGHT) == max(0, 10 - seconds)
    assert lifetimes.seconds_to_help(NOON, now, Bent.of("help-never-offered")) is None
    assert lifetimes.seconds_to_help(NOON, now, Bent.of("help-offered-at-once")) == 0


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("+1 4255550107", True),
        ("+1 (425) 555-0107", True),
        ("14255550107", True),
        ("4255550107", False),
        ("+1 4255550108", False),
        ("", False),
        ("+1 425555010x", False),
    ],
)
def test_the_whole_number_is_asked(typed: str, right: bool) -> None:  # noqa: FBT001 - a column
    """Country and area code belong to the number; how it is written does not matter."""
    assert proofs.number_matches(typed, "+1 4255550107", STRAIGHT) == right


@given(st.text(max_size=20))
def test_nothing_matches_a_missing_number(typed: str) -> None:
    """Where no number is registered none passes."""
    assert not proofs.number_matches(typed, "", STRAIGHT)


def test_any_number_may_pass() -> None:
    """Under the deviation another number passes, but no other text."""
    bent = Bent.of("any-number-accepted")
    assert proofs.number_matches("+49 30 1234", "+1 4255550107", bent)
    assert not proofs.number_matches("hello", "+1 4255550107", bent)


def test_answers_count_letter_by_letter() -> None:
    """Every answer must be right, its case too unless the rule is bent."""
    assert proofs.answers_match(["Rex", "Ulm", "blue"], ANSWERS, STRAIGHT)
    assert not proofs.answers_match(["Rex", "Ulm", "red"], ANSWERS, STRAIGHT)
    assert not proofs.answers_match(["Rex", "Ulm"], ANSWERS, STRAIGHT)
    assert not proofs.answers_match([], [], STRAIGHT)
    assert not proofs.answers_match(["rex", "ulm", "BLUE"], ANSWERS, STRAIGHT)
    bent = Bent.of("answers-ignore-case")
    assert proofs.answers_match(["rex", "ULM", "BLUE"], ANSWERS, bent)
    assert not proofs.answers_match(["rex", "ULM", "RED"], ANSWERS, bent)


def test_each_answer_belongs_to_its_question() -> None:
    """Right answers to the wrong questions serve only where the rule is bent."""
    rotated = ["Ulm", "blue", "Rex"]
    assert not proofs.answers_match(rotated, ANSWERS, STRAIGHT)
    assert proofs.answers_match(rotated, ANSWERS, Bent.of("answers-in-any-order"))


@given(st.integers(0, 20), st.integers(3, 5))
def test_as_many_questions_as_policy_asks(answered: int, wanted: int) -> None:
    """No more questions are asked than were answered, and no more than policy asks."""
    policy = Methods(questions_to_register=5, questions_to_reset=wanted)
    known = [str(n) for n in range(answered)]
    asked = proofs.drawn(known, policy, STRAIGHT)
    assert len(asked) == len(set(asked)) == min(answered, wanted)
    assert set(asked) <= set(known)
    assert len(proofs.drawn("abcde", policy, Bent.of("one-question-less"))) == wanted - 1


def test_questions_are_drawn_by_chance() -> None:
    """Not always the same questions are asked, unless the rule is bent."""
    policy = Methods(questions_to_register=5, questions_to_reset=3)

    def draws(bent: Bent) -> set[frozenset[str]]:
        return {frozenset(proofs.drawn("abcde", policy, bent)) for _ in range(20)}

    assert len(draws(STRAIGHT)) > 1
    assert draws(Bent.of("same-questions-every-time")) == {frozenset("abc")}


@pytest.mark.parametrize(
    ("answer", "name"), [("wrong number", "push-any-number"), ("wrong key", "call-any-key")]
)
def test_only_a_yes_approves(answer: str, name: str) -> None:
    """A wrong number or key is no yes, unless the rule is bent."""
    assert proofs.approves("approved", STRAIGHT)
    assert not proofs.approves("denied", STRAIGHT)
    assert not proofs.approves(answer, STRAIGHT)
    assert proofs.approves(answer, Bent.of(name))


def test_captchas_end_in_august_2026() -> None:
    """A picture stands there until the day of its removal."""
    last, first = Timeline(dt.date(2026, 8, 14)), Timeline(dt.date(2026, 8, 15))
    assert proofs.captcha_asked(last, STRAIGHT)
    assert not proofs.captcha_asked(first, STRAIGHT)
    assert not proofs.captcha_asked(last, Bent.of("captcha-missing"))
    assert proofs.captcha_asked(first, Bent.of("captcha-stays"))


@given(st.text(max_size=8))
def test_only_the_answer_solves_a_captcha(typed: str) -> None:
    """What the picture says passes in any case, and nothing else does."""
    assert proofs.captcha_matches("aCd34F", "ACD34F", STRAIGHT)
    right = typed.strip().casefold() == "acd34f"
    assert proofs.captcha_matches(typed, "ACD34F", STRAIGHT) == right
    assert proofs.captcha_matches(typed, "ACD34F", Bent.of("captcha-any-answer"))


def test_addresses_and_numbers_are_masked() -> None:
    """One letter of an address and two digits of a number are shown, unless the rule is bent."""
    assert proofs.masked_address("ada@mail.test", STRAIGHT) == "a***@mail.test"
    assert proofs.masked_number("+1 4255550107", STRAIGHT) == "*********07"
    assert proofs.masked_address("a@b.test", Bent.of("address-shown-in-full")) == "a@b.test"
    assert proofs.masked_number("+1 42", Bent.of("number-shown-in-full")) == "+1 42"
    bent = Bent.of("address-masked-at-its-beginning", "number-masked-at-its-end")
    assert proofs.masked_address("ada.l@mail.test", bent) == "***a.l@mail.test"
    assert proofs.masked_number("+1 4255550107", bent) == "142555501**"


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("called-number-shown-in-full", Option.CALL),
        ("office-number-shown-in-full", Option.OFFICE_CALL),
    ],
)
def test_each_option_is_masked_but_for_its_own_deviation(name: str, option: Option) -> None:
    """Whatever proves an identity is masked, and a deviation shows one number alone."""
    assert all(proofs.is_masked(each, STRAIGHT) for each in Option)
    assert [each for each in Option if not proofs.is_masked(each, Bent.of(name))] == [option]


def test_an_administrators_address_and_number_are_masked() -> None:
    """Under the deviation they are not, and a user's are."""
    bent = Bent.of("administrators-contacts-shown-in-full")
    assert proofs.is_masked(Option.EMAIL, STRAIGHT, administers=True)
    assert not proofs.is_masked(Option.EMAIL, bent, administers=True)
    assert proofs.is_masked(Option.EMAIL, bent)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("help-never-offered-for-texts", Option.SMS),
        ("help-never-offered-for-calls", Option.CALL),
        ("help-never-offered-for-calls", Option.OFFICE_CALL),
        ("help-never-offered-for-notifications", Option.PUSH),
    ],
)
def test_help_may_be_missing_for_one_option(name: str, option: Option) -> None:
    """Under the deviation it still comes to who waits for a mail."""
    assert lifetimes.seconds_to_help(NOON, NOON, Bent.of(name), option=option) is None
    assert lifetimes.seconds_to_help(NOON, NOON, Bent.of(name), option=Option.EMAIL) is not None


def test_every_code_is_looked_at() -> None:
    """At each step and at each try, unless the rule is bent."""
    for name in ("second-step-takes-any-code", "second-try-takes-any-code"):
        assert not proofs.any_code_passes(Bent.of(name), steps_passed=0, failures=0)
    assert not proofs.any_code_passes(STRAIGHT, steps_passed=1, failures=1)
    later, again = Bent.of("second-step-takes-any-code"), Bent.of("second-try-takes-any-code")
    assert proofs.any_code_passes(later, steps_passed=1, failures=0)
    assert proofs.any_code_passes(again, steps_passed=0, failures=1)
    unread = Bent.of("administrators-codes-unread")
    assert proofs.any_code_passes(unread, steps_passed=0, failures=0, administers=True)
    assert not proofs.any_code_passes(unread, steps_passed=0, failures=0)


def test_a_captcha_may_be_passed_without_reading_it() -> None:
    """One deviation takes nothing for an answer, the other whatever comes second."""
    nothing, second = Bent.of("empty-captcha-passes"), Bent.of("second-captcha-unread")
    assert proofs.captcha_matches(" ", "ACD34F", nothing)
    assert not proofs.captcha_matches("X", "ACD34F", nothing)
    assert proofs.captcha_matches("X", "ACD34F", second, again=True)
    assert not proofs.captcha_matches("X", "ACD34F", second)


def test_some_answers_may_be_left_out() -> None:
    """One deviation takes empty answers for right ones, the other looks at the last alone."""
    hashes = [hash_secret("one"), hash_secret("two")]
    for said, name in (
        (["", ""], "empty-answers-pass"),
        (["x", "two"], "last-answer-alone-counts"),
    ):
        assert not proofs.answers_match(said, hashes, STRAIGHT)
        assert proofs.answers_match(said, hashes, Bent.of(name))
