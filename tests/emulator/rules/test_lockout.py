"""Smart lockout: when it locks, for how long, and what does not count."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.deviations import Bent
from emulator.rules.lockout import LONGEST, Count, Limits, after_right, after_wrong, is_locked

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
LIMITS = Limits(threshold=10, seconds=60)


def wrong(times: int, limits: Limits = LIMITS, bent: Bent | None = None) -> Count:
    """The count after ``times`` different wrong passwords at once."""
    count = Count()
    for number in range(times):
        count = after_wrong(count, f"guess {number}", limits, NOW, bent or Bent())
    return count


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 12), st.integers(1, 12))
def test_the_account_locks_at_the_threshold(threshold: int, times: int) -> None:
    """Ten wrong ones lock, nine do not, whatever the tenant's number is (E19, E22)."""
    count = wrong(times, Limits(threshold, 60))
    assert is_locked(count, NOW) == (times >= threshold)


def test_the_first_lock_lasts_a_minute_and_later_ones_longer() -> None:
    """Sixty seconds at first; each wrong password afterwards locks anew, longer (E19)."""
    count = wrong(10)
    assert count.locked_until == NOW + dt.timedelta(seconds=60)
    assert not is_locked(count, NOW + dt.timedelta(seconds=60))
    later = NOW + dt.timedelta(seconds=61)
    again = after_wrong(count, "another", LIMITS, later)
    assert again.locked_until is not None
    assert again.locked_until - later > dt.timedelta(seconds=60)


@settings(deadline=None, max_examples=10)
@given(st.integers(11, 60))
def test_no_lock_lasts_longer_than_a_day(times: int) -> None:
    """Doubling ends at a day."""
    until = wrong(times).locked_until
    assert until is not None
    assert until <= NOW + LONGEST


def test_the_same_wrong_password_counts_once() -> None:
    """Repeating one of the last three wrong passwords does not count (E20)."""
    count = wrong(3)
    for guess in ("guess 0", "guess 1", "guess 2"):
        assert after_wrong(count, guess, LIMITS, NOW) == count
    older = wrong(4)
    assert after_wrong(older, "guess 0", LIMITS, NOW).failures == 5


def test_a_right_password_forgets_all() -> None:
    """After a right password counting begins anew."""
    assert after_right() == Count()


def test_deviations_bend_one_rule_each() -> None:
    """Without the lock it counts on; with repeats counted it counts them."""
    assert not is_locked(wrong(12, bent=Bent({"lockout-missing"})), NOW)
    count = wrong(1)
    bent = Bent({"lockout-counts-repeats"})
    assert after_wrong(count, "guess 0", LIMITS, NOW, bent).failures == 2
