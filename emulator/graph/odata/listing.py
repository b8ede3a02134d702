"""What can be asked of a collection that lives in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from emulator.graph.odata.errors import BadQuery

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute

    from emulator.graph.odata.expressions import Path

Column: TypeAlias = "InstrumentedAttribute[Any] | ColumnElement[Any]"
Columns: TypeAlias = Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class Listing:
    """
    One collection.

    Attributes:
        name: What the collection is called in ``@odata.context``.
        key: The column that names an item and orders items otherwise equal.
        properties: The columns that may be filtered and sorted by, under the names Graph uses;
            a path is written with slashes.
        texts: JSON columns that hold a list of texts, for ``any``.
        elements: Collections of which a row holds one element, for ``any``: the columns of it.
        page: How many items a page has unless ``$top`` says otherwise, and the most it may have.
        order: How items come unless ``$orderby`` says otherwise.
        advanced: Whether some queries need ``ConsistencyLevel: eventual``, as on users and groups.
    """

    name: str
    key: Column
    properties: Columns
    texts: Columns = field(default_factory=dict)
    elements: Mapping[str, Columns] = field(default_factory=dict)
    page: tuple[int, int] = (100, 999)
    order: tuple[tuple[str, bool], ...] = ()
    advanced: bool = False


def column_at(columns: Columns, path: Path) -> Column:
    """
    The column that stands for ``path``; names count without their case.

    Raises:
        BadQuery: It cannot be filtered or sorted by.
    """
    wanted = "/".join(path).casefold()
    for name, column in columns.items():
        if name.casefold() == wanted:
            return column
    raise BadQuery(f"The property '{'/'.join(path)}' cannot be filtered or sorted by.")
