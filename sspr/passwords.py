"""Passwords that every Entra tenant accepts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from pydantic import SecretStr

if TYPE_CHECKING:
    from collections.abc import Iterable

LENGTH = 16
# Legal by E3. Without vowels and without the characters that Entra reads as letters (E10),
# so that no word can come about.
_CLASSES = ("bcdfghjkmnpqrtvwxz", "BCDFGHJKMNPQRTVWXZ", "23456789", "#%^&*-_+=?.")
_SUBSTITUTES = str.maketrans("01$@", "olsa")  # E10
_SHORTEST_NAME = 4  # E12
_SYSTEM = random.SystemRandom()


def new_password(names: Iterable[str] = (), source: random.Random = _SYSTEM) -> SecretStr:
    """
    A fresh password of 16 characters from all four classes (E1, E2, E3).

    It contains none of ``names`` of four characters or more, in whatever writing (E12).
    ``source`` is the system's randomness; a test may pass its own.
    """
    banned = [plain(name) for name in names if len(name) >= _SHORTEST_NAME]
    while True:
        word = _draw(source)
        if not any(name in plain(word) for name in banned):
            return SecretStr(word)


def plain(text: str) -> str:
    """``text`` as the banned-password check reads it: lower case, look-alikes undone (E10)."""
    return text.lower().translate(_SUBSTITUTES)


def _draw(source: random.Random) -> str:
    letters = [source.choice(kind) for kind in _CLASSES]
    letters += source.choices("".join(_CLASSES), k=LENGTH - len(letters))
    source.shuffle(letters)
    return "".join(letters)
