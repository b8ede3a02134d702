"""A $filter as SQL."""

from __future__ import annotations

import datetime as dt
import operator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, Integer, and_, func, not_, or_, select, true

from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.expressions import Call, Compare, Junction, Not, OneOf, Quantified
from emulator.graph.odata.listing import Listing, column_at
from emulator.store.base import UtcTime

if TYPE_CHECKING:
    from collections.abc import Callable

    from emulator.graph.odata.expressions import Expression, Literal
    from emulator.graph.odata.listing import Column, Columns

_ORDERS: dict[str, Callable[[Any, Any], Any]] = {
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
_ELEMENT = ""


def condition(tree: Expression, listing: Listing) -> ColumnElement[bool]:
    """
    What ``tree`` asks of a row of ``listing``; never unknown, only true or false.

    Raises:
        BadQuery: It asks about something that cannot be filtered by.
    """
    match tree:
        case Junction():
            join = and_ if tree.op == "and" else or_
            return join(condition(tree.left, listing), condition(tree.right, listing))
        case Not():
            return not_(condition(tree.operand, listing))
        case Quantified():
            return _quantified(tree, listing)
        case _:
            return _leaf(tree, listing.properties)


def _leaf(tree: Compare | OneOf | Call, columns: Columns) -> ColumnElement[bool]:
    column = column_at(columns, tree.path or (_ELEMENT,))
    match tree:
        case Compare():
            return _compare(column, tree.op, tree.value)
        case OneOf():
            return or_(*(_compare(column, "eq", value) for value in tree.values))
        case Call():
            test = getattr(column, tree.function)(tree.text, autoescape=True)
            return func.coalesce(test, _false())


def _compare(column: Column, op: str, value: Literal) -> ColumnElement[bool]:
    _same_kind(column, value)
    if op == "eq":
        return column.is_not_distinct_from(value)
    if op == "ne":
        return column.is_distinct_from(value)
    return func.coalesce(_ORDERS[op](column, value), _false())


def _same_kind(column: Column, value: Literal) -> None:
    kinds: tuple[type, ...] = (str,)
    if isinstance(column.type, UtcTime):
        kinds = (dt.datetime,)
    elif isinstance(column.type, Boolean):
        kinds = (bool,)
    elif isinstance(column.type, Integer):
        kinds = (int,)
    if value is not None and type(value) not in kinds:
        raise BadQuery("A binary operator with incompatible types was detected in the filter.")


def _false() -> ColumnElement[bool]:
    return not_(true())


def _quantified(tree: Quantified, listing: Listing) -> ColumnElement[bool]:
    if tree.quantifier != "any":
        raise BadQuery("Only 'any' is supported on this collection.")
    name = "/".join(tree.path).casefold()
    for known, columns in listing.elements.items():
        if known.casefold() == name:
            return _one_element(tree, columns)
    return _texts(tree, column_at(listing.texts, tree.path))


def _one_element(tree: Quantified, columns: Columns) -> ColumnElement[bool]:
    first = next(iter(columns.values()))
    exists = first.is_not(None)
    if tree.condition is None:
        return exists
    return and_(exists, condition(tree.condition, Listing("element", first, columns)))


def _texts(tree: Quantified, column: Column) -> ColumnElement[bool]:
    each = func.json_each(column).table_valued("value")
    value: Any = each.c.value.collate("NOCASE")
    rows = select(each.c.value)
    if tree.condition:
        inner = Listing("element", value, {_ELEMENT: value})
        rows = rows.where(condition(tree.condition, inner))
    return rows.exists()
