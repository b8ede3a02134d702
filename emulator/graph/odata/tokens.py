"""A $filter cut into words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.graph.odata.errors import BadQuery

if TYPE_CHECKING:
    from emulator.graph.odata.expressions import Literal

_WORDS = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<mark>[(),:/])
  | (?P<text>'(?:[^']|'')*')
  | (?P<time>\d{4}-\d{2}-\d{2}
      (?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\w-]))
  | (?P<guid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\w))
  | (?P<number>-?\d{1,18}(?:\.\d{1,18})?(?!\w))
  | (?P<name>[A-Za-z_@][\w.@]*)
    """,
    re.VERBOSE,
)
_MICROSECONDS = re.compile(r"(\.\d{6})\d+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its kind (mark, text, time, guid, number, name, end) and where it stands."""

    kind: str
    text: str
    at: int

    @property
    def literal(self) -> Literal:
        """
        The value of a literal.

        Raises:
            BadQuery: It is no literal, or no time there ever was.
        """
        if self.kind == "text":
            return self.text[1:-1].replace("''", "'")
        if self.kind == "guid":
            return self.text.lower()
        if self.kind == "number":
            return float(self.text) if "." in self.text else int(self.text)
        if self.kind == "time":
            return _time(self.text)
        return self._word()

    def _word(self) -> Literal:
        words: dict[str, Literal] = {"true": True, "false": False, "null": None}
        if self.kind == "name" and self.text.casefold() in words:
            return words[self.text.casefold()]
        raise BadQuery(f"Syntax error at position {self.at} in the filter: a value is expected.")


def tokens_of(text: str) -> list[Token]:
    """
    The words of ``text``, closed by one of kind ``end``.

    Raises:
        BadQuery: A character belongs to no word.
    """
    found, at = [], 0
    while at < len(text):
        match = _WORDS.match(text, at)
        if match is None:
            raise BadQuery(f"Syntax error at position {at} in the filter.")
        if match.lastgroup != "space":
            found.append(Token(str(match.lastgroup), match.group(), at))
        at = match.end()
    return [*found, Token("end", "", at)]


def _time(text: str) -> dt.datetime:
    try:
        value = dt.datetime.fromisoformat(_MICROSECONDS.sub(r"\1", text))
        return (value if value.tzinfo else value.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise BadQuery(f"'{text}' is not a date and time.") from None
