"""
The secrets of a run, and their removal from everything that is written.

Whoever makes or receives a password, a code, a token or a TOTP seed calls :func:`remember`;
whoever writes a file, a log line or a report passes its text through :func:`redact`. A text is
searched once, whatever the number of secrets, so that both may be called freely.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sspr.spellings import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import SecretStr

MARK = "[redacted]"
_WINDOW = 8
_WORD = re.compile(r"(?<![\w.])\w{3,}(?!\w)")


class Vault:
    """
    The secrets of one process.

    A spelling of eight characters or more is found wherever it stands. A shorter one, such as a
    mailed code, is found where it stands as a word of its own, because six digits occur by
    chance inside digests, sizes and fractions of a second.
    """

    def __init__(self) -> None:
        self._plain: set[str] = set()
        self._words: set[str] = set()
        self._phrases: list[re.Pattern[str]] = []
        self._long: dict[str, list[str]] = {}

    def __len__(self) -> int:
        """How many secrets are known."""
        return len(self._plain)

    def __iter__(self) -> Iterator[str]:
        """The secrets in clear, for masking them where they stand on a page."""
        return iter(sorted(self._plain))

    def remember(self, secret: SecretStr) -> SecretStr:
        """Keep ``secret`` out of everything that is written from now on; returns it."""
        value = secret.get_secret_value()
        if len(value) >= 3 and value not in self._plain:  # noqa: PLR2004 - the shortest answer (B52)
            self._plain.add(value)
            for spelling in spellings(value):
                self._index(spelling)
        return secret

    def redact(self, text: str) -> str:
        """Replace every spelling of every secret in ``text`` by :data:`MARK`."""
        if not self._plain:
            return text
        pieces, end = [], 0
        for start, stop in _merged(self._found(text)):
            pieces += [text[end:start], MARK]
            end = stop
        return "".join([*pieces, text[end:]])

    def leaks(self, text: str) -> bool:
        """Whether any secret stands in ``text`` in any spelling."""
        return next(self._found(text), None) is not None

    def _index(self, spelling: str) -> None:
        if len(spelling) < _WINDOW and _WORD.fullmatch(spelling):
            self._words.add(spelling)
        elif len(spelling) < _WINDOW:
            self._phrases.append(re.compile(rf"(?<!\w){re.escape(spelling)}(?!\w)"))
        else:
            self._long.setdefault(spelling[:_WINDOW], []).append(spelling)

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        if self._words:
            words = (match for match in _WORD.finditer(text) if match[0] in self._words)
            yield from (match.span() for match in words)
        for phrase in self._phrases:
            yield from (match.span() for match in phrase.finditer(text))
        long = self._long
        for start in range(len(text) - _WINDOW + 1 if long else 0):
            for spelling in long.get(text[start : start + _WINDOW], ()):
                if text.startswith(spelling, start):
                    yield start, start + len(spelling)


def _merged(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that overlap or touch made one."""
    current: tuple[int, int] | None = None
    for start, stop in sorted(spans):
        if current and start <= current[1]:
            current = current[0], max(current[1], stop)
            continue
        if current:
            yield current
        current = start, stop
    if current:
        yield current


VAULT = Vault()
"""The secrets of this process."""

remember = VAULT.remember
redact = VAULT.redact
