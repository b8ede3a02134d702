"""The query options of one request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.parser import parse_filter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from emulator.graph.odata.expressions import Expression

OPTIONS = frozenset({"select", "filter", "top", "orderby", "count", "skiptoken"})
REFUSED = frozenset({"expand", "search", "skip", "apply", "compute", "format", "deltatoken"})
ORDERS = {"": False, "asc": False, "desc": True}


@dataclass(frozen=True, slots=True)
class Query:
    """
    What a request asks of a resource.

    Attributes:
        select: The properties wanted; empty means the resource's own default.
        filter: What must hold of an item, or None.
        top: The largest page wanted, or None.
        orderby: Property names, each with whether it descends.
        count: Whether the number of all items is wanted.
        skiptoken: Where the page begins, as an earlier page said, or None.
    """

    select: tuple[str, ...] = ()
    filter: Expression | None = None
    top: int | None = None
    orderby: tuple[tuple[str, bool], ...] = ()
    count: bool = False
    skiptoken: str | None = None

    @classmethod
    def of(cls, parameters: Iterable[tuple[str, str]]) -> Query:
        """
        Read the query string's parameters; the dollar may be left out, other names are nobody's.

        Raises:
            BadQuery: An option is given twice, unknown or malformed.
        """
        options = _options(parameters)
        return cls(
            select=_names(options.get("select", "")),
            filter=parse_filter(options["filter"]) if "filter" in options else None,
            top=_top(options["top"]) if "top" in options else None,
            orderby=_orders(options.get("orderby", "")),
            count=_truth(options.get("count", "false")),
            skiptoken=options.get("skiptoken"),
        )


def _options(parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    options: dict[str, str] = {}
    for key, value in parameters:
        name = key.removeprefix("$").casefold()
        if name in options:
            raise BadQuery(f"Query option '{key}' was specified more than once.")
        if name in OPTIONS:
            options[name] = value
        elif name in REFUSED or key.startswith("$"):
            raise BadQuery(f"The query option '{key}' is not supported.")
    return options


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",")) if text.strip() else ()
    if "" in names:
        raise BadQuery("A list of properties has an empty name.")
    return names


def _top(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,8}", text):
        raise BadQuery(f"Invalid value '{text}' for $top query option found.")
    return int(text)


def _orders(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple(_order(term) for term in _names(text))


def _order(term: str) -> tuple[str, bool]:
    name, _, direction = term.partition(" ")
    if direction.strip().casefold() not in ORDERS:
        raise BadQuery(f"The direction in $orderby '{term}' is neither asc nor desc.")
    return name, ORDERS[direction.strip().casefold()]


def _truth(text: str) -> bool:
    if text.casefold() not in {"true", "false"}:
        raise BadQuery(f"Invalid value '{text}' for $count query option found.")
    return text.casefold() == "true"
