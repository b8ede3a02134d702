"""What is wrong with a query."""

from __future__ import annotations


class BadQuery(Exception):  # noqa: N818 - the caller's query is bad, nothing failed
    """A query option that cannot be understood or is not supported; the text says which."""
