"""A $filter as a tree."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

Literal: TypeAlias = str | bool | int | float | dt.datetime | None
Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """``path op value``, with op one of eq, ne, gt, ge, lt, le."""

    path: Path
    op: str
    value: Literal


@dataclass(frozen=True, slots=True)
class OneOf:
    """``path in (values)``."""

    path: Path
    values: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """``function(path, 'text')``, with function one of startswith, endswith, contains."""

    function: str
    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Quantified:
    """
    ``path/any(variable: condition)`` or ``all``.

    Inside, a path that began with the variable has lost it: ``t/id`` is ``("id",)`` and the
    element itself is ``()``.
    """

    path: Path
    quantifier: str
    condition: Expression | None


@dataclass(frozen=True, slots=True)
class Not:
    """``not operand``."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Junction:
    """``left op right``, with op one of and, or."""

    op: str
    left: Expression
    right: Expression


Expression: TypeAlias = Compare | OneOf | Call | Quantified | Not | Junction
