"""The database itself: one SQLite file or memory, one session a unit of work."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import JSON, DateTime, TypeDecorator, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.pool import StaticPool

from emulator.store.memory import forget_what_is_old

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Dialect


class UtcTime(TypeDecorator[dt.datetime]):
    """An aware UTC time; SQLite itself keeps no zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Drop the zone after turning to UTC."""
        return value.astimezone(dt.UTC).replace(tzinfo=None) if value else None

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the signature is SQLAlchemy's
    ) -> dt.datetime | None:
        """Say that it is UTC."""
        return value.replace(tzinfo=dt.UTC) if value else None


class Base(DeclarativeBase):
    """The root of every table."""

    type_annotation_map = {  # noqa: RUF012 - read by SQLAlchemy, not an instance default
        dt.datetime: UtcTime,
        list[str]: JSON,
        dict[str, object]: JSON,
    }


class Store:
    """
    The tenant's memory.

    Work is done in ``with store.begin() as session:``, which commits at its end or rolls back.
    All of it happens on the server's one thread, so sections between two awaits are atomic.
    """

    def __init__(self, path: str = "") -> None:
        """Open ``path``, or a database in memory where it is empty."""
        self._engine = create_engine(
            f"sqlite:///{path}",
            poolclass=StaticPool,
            connect_args={"check_same_thread": False},
        )
        event.listen(self._engine, "connect", _prepare)
        Base.metadata.create_all(self._engine)
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)
        forget_what_is_old(self._sessions)

    def begin(self) -> AbstractContextManager[Session]:
        """A session that commits when its block ends well."""
        return self._sessions.begin()

    def close(self) -> None:
        """Forget an in-memory database; let go of a file."""
        self._engine.dispose()


def _prepare(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.close()
