"""The database itself: SQLite in memory, one session a unit of work."""

from __future__ import annotations

import datetime as dt
import sqlite3
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import JSON, DateTime, TypeDecorator, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.pool import NullPool

from emulator.store.memory import forget_what_is_old

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Dialect, Engine


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

    def __init__(self) -> None:
        """Open an empty database in memory."""
        self._connection = _engine().connect()
        _raw(_empty()).backup(_raw(self._connection))
        self._sessions = sessionmaker(self._connection, expire_on_commit=False)
        forget_what_is_old(self._sessions)

    def begin(self) -> AbstractContextManager[Session]:
        """A session that commits when its block ends well."""
        return self._sessions.begin()

    def close(self) -> None:
        """Forget the database."""
        self._connection.close()


@cache
def _engine() -> Engine:
    """The same for every database, so that what was compiled for one tenant serves the next."""
    engine = create_engine(
        "sqlite://", poolclass=NullPool, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _prepare)
    return engine


@cache
def _empty() -> Connection:
    """A database with every table and no row, to be copied: quicker than making the tables."""
    connection = _engine().connect()
    Base.metadata.create_all(connection)
    connection.commit()
    return connection


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - the engine above has no other
    return raw


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = OFF")
