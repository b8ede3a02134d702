"""Answering a request for a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.graph.errors import unsupported_query
from emulator.graph.odata import skiptoken
from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.expressions import Call as FunctionCall
from emulator.graph.odata.expressions import Compare, Junction, Not
from emulator.graph.odata.paging import Page, Source, page_of, page_size
from emulator.graph.odata.plain import holds, value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call
    from emulator.graph.odata.expressions import Expression, Path
    from emulator.graph.odata.listing import Listing

_LONGEST_OFFSET = 10


def stored(call: Call, session: Session, *sources: Source) -> Page:
    """
    The page of stored items that ``call`` asks for.

    Raises:
        GraphError: It asks what the collection does not offer.
    """
    query = call.query
    if sources[0].listing.advanced and not (call.eventual and query.count):
        _refuse_advanced(query.filter)
    try:
        return page_of(session, query, *sources)
    except BadQuery as error:
        raise unsupported_query(str(error)) from None


def at_hand(call: Call, shapes: Sequence[Shape], most: int = 999) -> Page:
    """
    A page of a small collection: filtered and sorted as ``call`` asks.

    Raises:
        GraphError: It asks about a property that there is not.
    """
    query = call.query
    try:
        found = [s for s in shapes if query.filter is None or holds(query.filter, s)]
        for name, descends in reversed(query.orderby):
            found = _sorted(found, tuple(name.split("/")), descends=descends)
        start = _start(query.skiptoken)
    except BadQuery as error:
        raise unsupported_query(str(error)) from None
    end = start + min(query.top or most, most)
    token = skiptoken.write([str(end)]) if end < len(found) else None
    return Page(found[start:end], token, len(found) if query.count else None)


def _start(token: str | None) -> int:
    if not token:
        return 0
    (text,) = skiptoken.read(token, 1)
    if not (text.isascii() and text.isdigit() and len(text) < _LONGEST_OFFSET):
        raise BadQuery("The skip token is invalid.")
    return int(text)


def _sorted(shapes: list[Shape], path: Path, *, descends: bool) -> list[Shape]:
    return sorted(shapes, key=lambda s: _sortable(value_at(s, path)), reverse=descends)


def size(call: Call, listing: Listing) -> int:
    """
    How many items a page of ``listing`` has.

    Raises:
        GraphError: More are asked for than a page may have.
    """
    try:
        return page_size(listing, call.query)
    except BadQuery as error:
        raise unsupported_query(str(error)) from None


def _sortable(value: Any) -> tuple[bool, str]:
    return (value is not None, str(value).casefold())


def _refuse_advanced(tree: Expression | None) -> None:
    """Directory objects take ``ne``, ``not`` and ``endswith`` only as advanced queries."""
    match tree:
        case Junction():
            _refuse_advanced(tree.left)
            _refuse_advanced(tree.right)
        case Not() | Compare(op="ne") | FunctionCall(function="endswith"):
            message = (
                "Operator is not supported on this property without the header "
                "'ConsistencyLevel: eventual' and $count=true."
            )
            raise unsupported_query(message)
        case _:
            return
