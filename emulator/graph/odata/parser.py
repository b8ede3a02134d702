"""
Reading a $filter.

The grammar is OData's, as far as Graph takes it: ``or`` binds weakest, then ``and``, then ``not``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.expressions import Call, Compare, Junction, Not, OneOf, Quantified
from emulator.graph.odata.tokens import Token, tokens_of

if TYPE_CHECKING:
    from emulator.graph.odata.expressions import Expression, Literal, Path

COMPARISONS = frozenset({"eq", "ne", "gt", "ge", "lt", "le"})
FUNCTIONS = frozenset({"startswith", "endswith", "contains"})
QUANTIFIERS = frozenset({"any", "all"})
MAX_WORDS = 600
MAX_DEPTH = 40


def parse_filter(text: str) -> Expression:
    """
    The tree of a $filter.

    Raises:
        BadQuery: It breaks the grammar, or is longer or deeper than is served.
    """
    words = tokens_of(text)
    if len(words) > MAX_WORDS:
        raise BadQuery("The filter has too many terms.")
    reader = _Reader(words)
    tree = reader.alternatives()
    reader.end()
    return tree


@dataclass(slots=True)
class _Reader:
    words: list[Token]
    at: int = 0
    depth: int = 0
    variable: str | None = None

    def alternatives(self) -> Expression:
        """Terms joined by ``or``."""
        tree = self._conjunction()
        while self._took("or"):
            tree = Junction("or", tree, self._conjunction())
        return tree

    def end(self) -> None:
        """Nothing may follow."""
        if self._now.kind != "end":
            raise self._unexpected()

    @property
    def _now(self) -> Token:
        return self.words[self.at]

    def _conjunction(self) -> Expression:
        tree = self._negation()
        while self._took("and"):
            tree = Junction("and", tree, self._negation())
        return tree

    def _negation(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise BadQuery("The filter is nested too deeply.")
        tree: Expression = Not(self._negation()) if self._took("not") else self._term()
        self.depth -= 1
        return tree

    def _term(self) -> Expression:
        if self._took("("):
            tree = self.alternatives()
            self._expect(")")
            return tree
        name = self._name()
        if name.casefold() in FUNCTIONS and self._now.text == "(":
            return self._call(name.casefold())
        return self._after(self._path(name))

    def _call(self, function: str) -> Expression:
        self._expect("(")
        path = self._resolve(self._path(self._name()))
        self._expect(",")
        text = self._value()
        self._expect(")")
        if not isinstance(text, str):
            raise BadQuery(f"The function {function} takes a text.")
        call = Call(function, path, text)
        if self._took("eq"):
            return call if self._value() is True else Not(call)
        return call

    def _path(self, first: str) -> Path:
        path = [first]
        while self._took("/"):
            path.append(self._name())
        return tuple(path)

    def _after(self, path: Path) -> Expression:
        if path[-1].casefold() in QUANTIFIERS and self._now.text == "(":
            return self._quantified(self._resolve(path[:-1]), path[-1].casefold())
        path = self._resolve(path)
        if self._took("in"):
            return OneOf(path, self._values())
        op = self._name().casefold()
        if op not in COMPARISONS:
            raise BadQuery(f"The operator '{op}' is not supported.")
        return Compare(path, op, self._value())

    def _quantified(self, path: Path, quantifier: str) -> Expression:
        self._expect("(")
        if self._took(")"):
            return Quantified(path, quantifier, None)
        if self.variable is not None:
            raise BadQuery("A lambda within a lambda is not supported.")
        self.variable = self._name()
        self._expect(":")
        condition = self.alternatives()
        self._expect(")")
        self.variable = None
        return Quantified(path, quantifier, condition)

    def _resolve(self, path: Path) -> Path:
        """Take the lambda variable off; inside a lambda only its element may be asked about."""
        if self.variable is None:
            return path
        if path[:1] != (self.variable,):
            raise BadQuery(f"'{'/'.join(path)}' does not begin with '{self.variable}'.")
        return path[1:]

    def _values(self) -> tuple[Literal, ...]:
        self._expect("(")
        values = [self._value()]
        while self._took(","):
            values.append(self._value())
        self._expect(")")
        return tuple(values)

    def _value(self) -> Literal:
        literal = self._now.literal
        self.at += 1
        return literal

    def _name(self) -> str:
        if self._now.kind != "name":
            raise self._unexpected()
        self.at += 1
        return self.words[self.at - 1].text

    def _took(self, word: str) -> bool:
        here = self._now
        if here.kind not in {"mark", "name"} or here.text.casefold() != word:
            return False
        self.at += 1
        return True

    def _expect(self, mark: str) -> None:
        if not self._took(mark):
            raise self._unexpected()

    def _unexpected(self) -> BadQuery:
        return BadQuery(f"Syntax error at position {self._now.at} in the filter.")
