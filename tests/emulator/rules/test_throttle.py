"""How often someone may try."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.throttle import (
    BLOCK,
    LIMITS,
    Attempt,
    Counted,
    blocked_until,
    counted_together,
    forgotten_after_reset,
    last_blocks,
)

NOON = dt.datetime(2024, 2, 16, 12, tzinfo=dt.UTC)
HOUR, SECOND = dt.timedelta(hours=1), dt.timedelta(seconds=1)

ATTEMPTS = st.lists(
    st.builds(
        Attempt,
        st.sampled_from(Counted),
        st.integers(0, 100_000).map(lambda s: NOON - s * SECOND),
        st.sampled_from(["", "code"]),
    ),
    max_size=14,
)


def _burst(counted: Counted, number: int, *, apart: dt.timedelta = SECOND) -> list[Attempt]:
    return [Attempt(counted, NOON + n * apart) for n in range(number)]


@pytest.mark.parametrize(
    ("counted", "blocking"), [(Counted.FAILURE, 5), (Counted.VALIDATION, 6), (Counted.EMAIL, 11)]
)
def test_the_blocking_attempt_blocks_for_a_day(counted: Counted, blocking: int) -> None:
    """One attempt fewer does not block, and the block ends a day after the last."""
    tries = _burst(counted, blocking)
    last = tries[-1].at
    assert blocked_until(tries[:-1], last, STRAIGHT) is None
    assert blocked_until(tries, last, STRAIGHT) == last + BLOCK
    assert blocked_until(tries, last + BLOCK - SECOND, STRAIGHT) == last + BLOCK
    assert blocked_until(tries, last + BLOCK, STRAIGHT) is None


@pytest.mark.parametrize("counted", list(Counted))
def test_attempts_far_apart_do_not_block(counted: Counted) -> None:
    """Attempts count together only within their time."""
    limit = LIMITS[counted]
    apart = limit.within / (limit.blocking_attempt - 1)
    tries = _burst(counted, 40, apart=apart)
    assert blocked_until(tries, tries[-1].at, STRAIGHT) is None


def test_validations_count_apart_for_each_method() -> None:
    """Trying two methods in turn is not trying one too often."""
    tries = [
        Attempt(Counted.VALIDATION, NOON + n * SECOND, ("sms", "code")[n % 2]) for n in range(10)
    ]
    assert blocked_until(tries, NOON + 10 * SECOND, STRAIGHT) is None


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("texts-without-limit", "sms"),
        ("calls-without-limit", "call"),
        ("office-calls-without-limit", "office_call"),
        ("notifications-without-limit", "push"),
        ("app-codes-without-limit", "code"),
        ("answers-without-limit", "questions"),
    ],
)
def test_a_bent_limit_is_that_of_one_method(name: str, option: str) -> None:
    """What has no limit under the deviation is one method, and the others keep theirs."""
    for subject in ("sms", "call", "office_call", "push", "code", "questions"):
        tries = [Attempt(Counted.VALIDATION, NOON + n * SECOND, subject) for n in range(6)]
        blocked = blocked_until(tries, tries[-1].at, Bent.of(name)) is not None
        assert blocked is (subject != option)


@pytest.mark.parametrize(
    ("name", "option"),
    [("app-codes-counted-for-a-day", "code"), ("answers-counted-for-a-day", "questions")],
)
def test_validations_of_an_earlier_hour_do_not_count(name: str, option: str) -> None:
    """Four now and four two hours ago do not block, but under the deviation of their method."""
    for subject in ("sms", "code", "questions"):
        tries = [
            Attempt(Counted.VALIDATION, NOON + hours * HOUR + n * SECOND, subject)
            for hours in (0, 2)
            for n in range(4)
        ]
        assert blocked_until(tries, tries[-1].at, STRAIGHT) is None
        blocked = blocked_until(tries, tries[-1].at, Bent.of(name)) is not None
        assert blocked is (subject == option)


@given(ATTEMPTS)
def test_few_attempts_never_block(attempts: list[Attempt]) -> None:
    """Without as many attempts of one sort as block, nobody is blocked."""
    if blocked_until(attempts, NOON, STRAIGHT):
        assert any(
            sum(a.counted is c and a.subject == s for a in attempts) >= limit.blocking_attempt
            for c, limit in LIMITS.items()
            for s in ("", "code")
        )


@given(ATTEMPTS, ATTEMPTS)
def test_more_attempts_never_shorten_a_block(some: list[Attempt], more: list[Attempt]) -> None:
    """A block only grows with further attempts, and ends within a day from now."""
    before = blocked_until(some, NOON, STRAIGHT)
    after = blocked_until([*some, *more], NOON, STRAIGHT)
    if before:
        assert after
        assert before <= after <= NOON + BLOCK


@given(ATTEMPTS)
def test_a_block_that_never_blocks(attempts: list[Attempt]) -> None:
    """Under the deviation no failures block, however many are counted."""
    failures = [replace(each, counted=Counted.FAILURE) for each in attempts]
    assert blocked_until(failures, NOON, Bent.of("throttle-never-blocks")) is None


def test_each_deviation_loosens_its_own_limit() -> None:
    """A block may end early, and mails may go unlimited while failures still block."""
    failures, mails = _burst(Counted.FAILURE, 5), _burst(Counted.EMAIL, 11)
    later = failures[-1].at + dt.timedelta(hours=1)
    assert blocked_until(failures, later, Bent.of("throttle-ends-early")) is None
    assert blocked_until(failures, later - SECOND, Bent.of("throttle-ends-early"))
    next_day = failures[-1].at + BLOCK
    assert blocked_until(failures, next_day, Bent.of("throttle-lasts-two-days"))
    assert blocked_until(failures, next_day, STRAIGHT) is None
    missing = Bent.of("mail-throttle-missing")
    assert blocked_until(mails, mails[-1].at, missing) is None
    assert blocked_until(failures, failures[-1].at, missing)


@pytest.mark.parametrize(
    ("counted", "name"),
    [
        (Counted.FAILURE, "failures-counted-per-visit"),
        (Counted.EMAIL, "mails-counted-per-visit"),
    ],
)
def test_visits_are_counted_together(counted: Counted, name: str) -> None:
    """Only the deviation tells the attempts of one visit from those of another."""
    assert counted_together(counted, "visit", "email", STRAIGHT) == ""
    assert counted_together(counted, "visit", "email", Bent.of(name)) == "visit"
    others = set(Counted) - {counted}
    assert not any(counted_together(other, "visit", "email", Bent.of(name)) for other in others)


def test_a_reset_forgets_the_attempts() -> None:
    """Success sets the counters back unless the rule is bent."""
    assert forgotten_after_reset(STRAIGHT) == set(Counted)
    assert Counted.EMAIL not in forgotten_after_reset(Bent.of("mails-not-cleared"))
    assert not forgotten_after_reset(Bent.of("throttle-not-cleared"))


@pytest.mark.parametrize(
    ("counted", "name", "hours"),
    [
        (Counted.EMAIL, "mail-block-ends-early", 1),
        (Counted.EMAIL, "mail-block-lasts-two-days", 48),
        (Counted.VALIDATION, "text-block-ends-early", 1),
        (Counted.VALIDATION, "text-block-lasts-two-days", 48),
    ],
)
def test_each_kind_of_block_can_last_otherwise(counted: Counted, name: str, hours: int) -> None:
    """A deviation makes one kind of block longer or shorter and leaves the others a day."""
    bent = Bent.of(name)
    for each in Counted:
        tries = _burst(each, LIMITS[each].blocking_attempt)
        length = dt.timedelta(hours=hours) if each is counted else BLOCK
        assert blocked_until(tries, tries[-1].at, bent) == tries[-1].at + length


@pytest.mark.parametrize("counted", list(Counted))
def test_the_attempt_that_blocks_is_known(counted: Counted) -> None:
    """The last attempt is one too many exactly where it is the one that blocks."""
    tries = _burst(counted, LIMITS[counted].blocking_attempt)
    assert last_blocks(tries, STRAIGHT)
    assert not last_blocks(tries[:-1], STRAIGHT)
