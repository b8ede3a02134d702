"""
One page of a collection in the database.

A page begins after a key and not at an offset, so the last page costs what the first does.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, and_, func, or_, select

from emulator.graph.odata import skiptoken
from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.listing import column_at
from emulator.graph.odata.sql import condition
from emulator.store.base import UtcTime

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from emulator.graph.odata.listing import Column, Listing
    from emulator.graph.odata.query import Query

_EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """Some items in order, the token of the next page if there is one, and the number of all."""

    items: list[Any]
    next_token: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class _Key:
    """One column that items are sorted by."""

    column: Column
    descends: bool

    @property
    def value(self) -> ColumnElement[Any]:
        """The column with nothing standing first; bare where it can, so that its index serves."""
        if not getattr(self.column.expression, "nullable", True):
            return self.column.expression
        return func.coalesce(self.column, self.parse(""))

    @property
    def sorted(self) -> ColumnElement[Any]:
        return self.value.desc() if self.descends else self.value.asc()

    def parse(self, text: str) -> Any:
        """What a token's text means in this column."""
        try:
            if isinstance(self.column.type, UtcTime):
                return dt.datetime.fromisoformat(text) if text else _EARLIEST
            if isinstance(self.column.type, Boolean):
                return text == "True"
        except ValueError:
            raise BadQuery("The skip token is invalid.") from None
        return text

    def after(self, text: str) -> ColumnElement[bool]:
        """Whether an item comes strictly later than one with the value ``text``."""
        later: ColumnElement[bool] = (
            self.value < self.parse(text) if self.descends else self.value > self.parse(text)
        )
        return later

    def from_(self, text: str) -> ColumnElement[bool]:
        """Whether an item comes no earlier than one with the value ``text``."""
        bound: ColumnElement[bool] = (
            self.value <= self.parse(text) if self.descends else self.value >= self.parse(text)
        )
        return bound


@dataclass(frozen=True, slots=True)
class Source:
    """Where items come from: rows that select one entity, and what may be asked of them."""

    rows: Select[Any]
    listing: Listing


def page_of(session: Session, query: Query, *sources: Source) -> Page:
    """
    The page that ``query`` asks for; several sources are merged by the same order.

    Raises:
        BadQuery: The query asks what a listing does not offer.
    """
    size = page_size(sources[0].listing, query)
    narrowed = [_narrowed(source, query) for source in sources]
    found = [row for source in narrowed for row in _first(session, source, query, size + 1)]
    keys = _keys(sources[0].listing, query)
    if len(sources) > 1:
        found = _merged(found, keys)
    return Page(
        items=[row[0] for row in found[:size]],
        next_token=_token(found[size - 1], keys) if len(found) > size else None,
        count=sum(_count(session, source.rows) for source in narrowed) if query.count else None,
    )


def _narrowed(source: Source, query: Query) -> Source:
    if query.filter is None:
        return source
    return Source(source.rows.where(condition(query.filter, source.listing)), source.listing)


def _first(session: Session, source: Source, query: Query, most: int) -> list[Any]:
    keys = _keys(source.listing, query)
    return list(session.execute(_one_page(source.rows, keys, query.skiptoken, most)).all())


def _merged(found: list[Any], keys: list[_Key]) -> list[Any]:
    for at in range(-1, -len(keys) - 1, -1):
        found.sort(key=lambda row: _fold(row[at]), reverse=keys[at].descends)
    return found


def _fold(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def page_size(listing: Listing, query: Query) -> int:
    """
    How many items a page has.

    Raises:
        BadQuery: More are asked for than a page may have.
    """
    default, most = listing.page
    if query.top is not None and query.top > most:
        raise BadQuery(
            f"Invalid page size specified: '{query.top}'. Must be between 1 and {most} inclusive."
        )
    return query.top or default


def _keys(listing: Listing, query: Query) -> list[_Key]:
    order = query.orderby or listing.order
    sorted_by = [
        _Key(column_at(listing.properties, tuple(name.split("/"))), descends)
        for name, descends in order
    ]
    return [*sorted_by, _Key(listing.key, descends=sorted_by[-1].descends if sorted_by else False)]


def _one_page(rows: Select[Any], keys: list[_Key], token: str | None, size: int) -> Select[Any]:
    if token:
        rows = rows.where(_later(keys, skiptoken.read(token, len(keys))))
    rows = rows.add_columns(*(key.value for key in keys))
    return rows.order_by(*(key.sorted for key in keys)).limit(size)


def _later(keys: list[_Key], values: list[str]) -> ColumnElement[bool]:
    (key, *rest), (text, *texts) = keys, values
    if not rest:
        return key.after(text)
    # The bound stands apart from the alternatives so that the database seeks instead of scanning.
    return and_(key.from_(text), or_(key.after(text), _later(rest, texts)))


def _token(row: Any, keys: list[_Key]) -> str:
    return skiptoken.write([_text(value) for value in row[-len(keys) :]])


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.datetime) else str(value)


def _count(session: Session, rows: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(rows.subquery())) or 0
