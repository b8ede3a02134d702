"""Writing OData filters."""

from __future__ import annotations

import datetime as dt


def text(value: str) -> str:
    """A string literal; quotes inside are doubled."""
    return "'" + value.replace("'", "''") + "'"


def moment(value: dt.datetime) -> str:
    """A point in time, in UTC to the millisecond, rounded down."""
    return value.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
