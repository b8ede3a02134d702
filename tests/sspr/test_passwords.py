"""Passwords that every Entra tenant accepts."""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from sspr.passwords import new_password, plain

NAMES = st.lists(st.text(max_size=12), max_size=4)
# E3, from the documentation; upper and lower case letters and digits besides.
SYMBOLS = "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<> "


@given(names=NAMES, source=st.randoms(use_true_random=False))
def test_passwords_are_legal(names: list[str], source: random.Random) -> None:
    """Every password has a legal length, three classes at least and legal characters only."""
    word = new_password(names, source).get_secret_value()
    classes = [r"[a-z]", r"[A-Z]", r"[0-9]", r"[^a-zA-Z0-9]"]
    assert 8 <= len(word) <= 256
    assert sum(bool(re.search(kind, word)) for kind in classes) >= 3
    assert all(letter.isascii() and (letter.isalnum() or letter in SYMBOLS) for letter in word)


@given(source=st.randoms(use_true_random=False))
def test_passwords_hold_no_name(source: random.Random) -> None:
    """No name of four characters or more stands in a password, in whatever writing."""
    likely = [f"{a}{b}" for a in "bcdfghjk" for b in "BCDF"]
    names = [f"{one}{two}" for one, two in zip(likely, reversed(likely), strict=True)]
    word = plain(new_password(names, source).get_secret_value())
    assert not [name for name in names if plain(name) in word]


def test_a_name_is_kept_out_even_where_it_would_come_about() -> None:
    """A draw that contains a name is thrown away."""
    source, same = random.Random(7), random.Random(7)  # noqa: S311 - to be repeated
    first = new_password(source=source).get_secret_value()
    part = first[3:8]
    again = new_password([part], same).get_secret_value()
    assert again != first
    assert plain(part) not in plain(again)


def test_passwords_never_repeat() -> None:
    """Passwords come from the system's randomness: no two are alike."""
    assert len({new_password().get_secret_value() for _ in range(1000)}) == 1000
