"""Whose attempts count, and which."""

from __future__ import annotations

import pytest

from emulator.deviations import STRAIGHT, Bent
from emulator.rules import counting
from emulator.rules.options import Option
from emulator.rules.throttle import Counted


@pytest.mark.parametrize("unlocking", [False, True])
@pytest.mark.parametrize("counted", list(Counted))
def test_every_attempt_counts(counted: Counted, *, unlocking: bool) -> None:
    """Whatever is counted, by whatever option, towards a reset as towards an unlock."""
    for option in Option:
        assert counting.counts(counted, option, STRAIGHT, unlocking=unlocking)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("wrong-answers-uncounted", Option.QUESTIONS),
        ("refused-notifications-uncounted", Option.PUSH),
        ("mistyped-texts-uncounted", Option.SMS),
        ("refused-calls-uncounted", Option.CALL),
    ],
)
def test_a_deviation_leaves_out_the_failures_of_one_option(name: str, option: Option) -> None:
    """Failures by the other options still count, and so do validations by this one."""
    bent = Bent.of(name)
    for each in Option:
        counted = counting.counts(Counted.FAILURE, each, bent, unlocking=False)
        assert counted is (each is not option)
    assert counting.counts(Counted.VALIDATION, option, bent, unlocking=False)


def test_failures_of_an_unlock_may_be_left_out() -> None:
    """Under the deviation those of a reset still count."""
    bent = Bent.of("unlock-failures-uncounted")
    assert not counting.counts(Counted.FAILURE, Option.EMAIL, bent, unlocking=True)
    assert counting.counts(Counted.FAILURE, Option.EMAIL, bent, unlocking=False)


def test_every_block_is_told() -> None:
    """Whatever led to it; under the deviation too many mails alone are not told."""
    for counted in Counted:
        assert counting.is_told(counted, STRAIGHT)
        told = counting.is_told(counted, Bent.of("too-many-mails-untold"))
        assert told is (counted is not Counted.EMAIL)


def test_everybody_counts_apart() -> None:
    """Counters and their end are a person's own, unless the rule is bent."""
    assert not counting.are_shared(STRAIGHT)
    assert counting.are_shared(Bent.of("failures-of-all-users-together"))
    assert not counting.are_forgotten_of_all(STRAIGHT)
    assert counting.are_forgotten_of_all(Bent.of("reset-clears-all-counters"))


def test_a_further_block_is_like_the_first() -> None:
    """Who was blocked before is blocked neither sooner nor never again, and the log tells it."""
    counted = Counted.FAILURE
    assert not counting.blocks_at_once(counted, STRAIGHT, further=True)
    assert not counting.is_spared(STRAIGHT, administrator=False, further=True)
    assert counting.is_told(counted, STRAIGHT, further=True)
    assert not counting.ended_by_sign_in(STRAIGHT)
    soon = Bent.of("once-blocked-soon-blocked")
    assert counting.blocks_at_once(counted, soon, further=True)
    assert not counting.blocks_at_once(Counted.EMAIL, soon, further=True)
    once = Bent.of("blocked-once-only")
    assert counting.is_spared(once, administrator=False, further=True)
    assert not counting.is_told(counted, Bent.of("further-block-row-missing"), further=True)


def test_a_block_is_for_administrators_too_and_for_the_reset_alone() -> None:
    """Nobody is spared and nobody is kept from signing in, unless the rule is bent."""
    for known in (False, True):
        assert not counting.is_spared(STRAIGHT, administrator=known)
        assert not counting.bars_sign_in(STRAIGHT, blocked=known)
        spared = counting.is_spared(Bent.of("administrators-never-blocked"), administrator=known)
        assert spared is known
        assert counting.bars_sign_in(Bent.of("block-bars-sign-in"), blocked=known) is known


def test_a_block_is_for_guests_and_on_premises_accounts_too() -> None:
    """Under a deviation one of both kinds is spared, and the other is not."""
    guests, hybrid = Bent.of("guests-never-blocked"), Bent.of("hybrid-users-never-blocked")
    for bent in (STRAIGHT, guests, hybrid):
        guest = counting.is_spared(bent, administrator=False, guest=True)
        on_premises = counting.is_spared(bent, administrator=False, on_premises=True)
        assert (guest, on_premises) == (bent is guests, bent is hybrid)


def test_failures_of_the_second_step_may_be_left_out() -> None:
    """Under the deviation those of the first step still count."""
    for bent, counts in ((STRAIGHT, True), (Bent.of("second-step-failures-uncounted"), False)):
        for steps, counted in ((0, True), (1, counts)):
            assert counted is counting.counts(
                Counted.FAILURE, Option.SMS, bent, unlocking=False, steps_passed=steps
            )


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("app-codes-not-cleared", Option.CODE),
        ("calls-not-cleared", Option.CALL),
        ("notifications-not-cleared", Option.PUSH),
        ("answers-not-cleared", Option.QUESTIONS),
    ],
)
def test_a_reset_may_leave_the_counter_of_one_option(name: str, option: Option) -> None:
    """It leaves none as it was, unless the rule is bent."""
    assert not counting.kept_after_reset(STRAIGHT)
    assert counting.kept_after_reset(Bent.of(name)) == {option}
