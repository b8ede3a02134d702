"""A $filter asked of an object that is already at hand."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.expressions import Call, Compare, Junction, Not, OneOf, Quantified

if TYPE_CHECKING:
    from emulator.graph.odata.expressions import Expression, Literal, Path

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
_FUNCTIONS: dict[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
    "contains": str.__contains__,
}


def holds(tree: Expression, item: Any) -> bool:
    """
    Whether ``item`` (JSON, with times as ISO texts) is what ``tree`` asks for.

    Raises:
        BadQuery: The item has no such property.
    """
    match tree:
        case Junction("and"):
            return holds(tree.left, item) and holds(tree.right, item)
        case Junction():
            return holds(tree.left, item) or holds(tree.right, item)
        case Not():
            return not holds(tree.operand, item)
        case Quantified():
            return _quantified(tree, item)
        case _:
            return _leaf(tree, item)


def _leaf(tree: Compare | OneOf | Call, item: Any) -> bool:
    value = value_at(item, tree.path)
    match tree:
        case Compare():
            return _compare(tree.op, value, tree.value)
        case OneOf():
            return any(_compare("eq", value, wanted) for wanted in tree.values)
        case Call():
            text = value.casefold() if isinstance(value, str) else ""
            return _FUNCTIONS[tree.function](text, tree.text.casefold())


def _quantified(tree: Quantified, item: Any) -> bool:
    elements = value_at(item, tree.path) or []
    if not isinstance(elements, list):
        raise BadQuery(f"'{'/'.join(tree.path)}' is no collection.")
    if tree.condition is None:
        return bool(elements)
    condition = tree.condition
    quantifier = any if tree.quantifier == "any" else all
    return quantifier(holds(condition, element) for element in elements)


def value_at(item: Any, path: Path) -> Any:
    """
    What stands at ``path`` in ``item``; property names count without their case.

    Raises:
        BadQuery: There is no such property.
    """
    for name in path:
        if item is None:
            return None
        found = _property(item, name)
        item = item[found]
    return item


def _property(item: Any, name: str) -> str:
    if isinstance(item, Mapping):
        for known in item:
            if known.casefold() == name.casefold():
                return str(known)
    raise BadQuery(f"Could not find a property named '{name}'.")


def _compare(op: str, value: Any, wanted: Literal) -> bool:
    left, right = _comparable(value, wanted)
    if op == "eq":
        return bool(left == right)
    if op == "ne":
        return bool(left != right)
    if left is None or right is None:
        return False
    if type(left) is not type(right):
        raise BadQuery("The filter compares values of different types.")
    return _ORDERS[op](left, right)


def _comparable(value: Any, wanted: Literal) -> tuple[Any, Any]:
    if isinstance(wanted, dt.datetime) and isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value), wanted
        except ValueError:
            raise BadQuery("The filter compares a text with a time.") from None
    if isinstance(value, str) and isinstance(wanted, str):
        return value.casefold(), wanted.casefold()
    return value, wanted
