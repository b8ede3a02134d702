"""Hashes of passwords and answers."""

from hypothesis import example, given
from hypothesis import strategies as st

from emulator.rules.secrets_hash import hash_secret, matches


@given(st.text(), st.text())
@example("", "\x00")
def test_only_the_same_text_matches(text: str, other: str) -> None:
    """A hash matches the text it was made from and no other."""
    hashed = hash_secret(text)
    assert matches(text, hashed)
    assert matches(other, hashed) == (other == text)


def test_two_hashes_of_one_text_differ() -> None:
    """A salt keeps equal passwords from showing as equal."""
    assert hash_secret("Spring-2026") != hash_secret("Spring-2026")


def test_nothing_matches_a_missing_hash() -> None:
    """An account without a password accepts none."""
    assert not matches("", None)
    assert not matches("", "")
