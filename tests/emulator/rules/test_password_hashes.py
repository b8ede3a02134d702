"""Which of an account's passwords opens it."""

import datetime as dt

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.password_hashes import SYNCHRONIZATION, Hashes, has_lapsed, signs_in
from emulator.rules.secrets_hash import hash_secret

NOW = dt.datetime(2024, 2, 16, 9, tzinfo=dt.UTC)
GOOD = "Tulip-7-Harbor"
HASH = hash_secret(GOOD)


def test_the_new_password_signs_in_and_the_old_one_does_not() -> None:
    """In a cloud account a new password counts at once."""
    hashes = Hashes(hash_secret("New-Tulip-8"), HASH, NOW)
    assert signs_in("New-Tulip-8", hashes, NOW, STRAIGHT)
    assert not signs_in(GOOD, hashes, NOW, STRAIGHT)
    assert signs_in(GOOD, hashes, NOW, Bent.of("old-password-works"))


def test_a_synchronised_password_counts_after_two_minutes() -> None:
    """Until the next synchronisation the cloud knows the old password only."""
    hashes = Hashes(hash_secret("New-Tulip-8"), HASH, NOW, synchronized=True)
    just_before = NOW + SYNCHRONIZATION - dt.timedelta(seconds=1)
    assert signs_in(GOOD, hashes, just_before, STRAIGHT)
    assert not signs_in("New-Tulip-8", hashes, just_before, STRAIGHT)
    assert signs_in("New-Tulip-8", hashes, NOW + SYNCHRONIZATION, STRAIGHT)
    assert not signs_in(GOOD, hashes, NOW + SYNCHRONIZATION, STRAIGHT)


def test_the_first_password_of_a_synchronised_account_counts_at_once() -> None:
    """Where there is no older password there is nothing to wait for."""
    assert signs_in(GOOD, Hashes(HASH, None, NOW, synchronized=True), NOW, STRAIGHT)


def test_a_slow_synchronisation() -> None:
    """Under the deviation the new password does not count after two minutes."""
    hashes = Hashes(hash_secret("New-Tulip-8"), HASH, NOW, synchronized=True)
    bent = Bent.of("synchronization-slow")
    assert not signs_in("New-Tulip-8", hashes, NOW + SYNCHRONIZATION, bent)
    assert signs_in("New-Tulip-8", hashes, NOW + 30 * SYNCHRONIZATION, bent)


def test_a_password_that_was_given_out_never_lapses() -> None:
    """Under the deviation it does after a week, and one that was chosen still does not."""
    hashes, bent = Hashes(HASH, changed_at=NOW), Bent.of("given-password-lapses")
    later = NOW + dt.timedelta(days=7)
    assert not has_lapsed(hashes, later, STRAIGHT, given_out=True)
    assert has_lapsed(hashes, later, bent, given_out=True)
    assert not has_lapsed(hashes, later, bent, given_out=False)
    assert not has_lapsed(hashes, NOW, bent, given_out=True)
