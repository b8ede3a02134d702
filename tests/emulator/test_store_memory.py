"""What a unit of work remembers of what it has read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, event

from emulator.store import RegisteredMethod, Store, User
from emulator.store.people import methods_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

NOON = dt.datetime(2024, 2, 16, 12, tzinfo=dt.UTC)
ADA = "ada"


@pytest.fixture
def session() -> Iterator[Session]:
    """An open unit of work in a store with one user who has an address."""
    store = Store()
    with store.begin() as session:
        session.add(
            User(id=ADA, user_principal_name="ada@x.test", display_name="A", created_at=NOON)
        )
        session.flush()
        session.add(_address("first@x.test"))
    with store.begin() as session:
        yield session
    store.close()


def _address(value: str) -> RegisteredMethod:
    return RegisteredMethod(user_id=ADA, kind="email", value=value, registered_at=NOON)


def _held(session: Session) -> list[str]:
    return sorted(method.value for method in methods_of(session, ADA))


def test_what_was_read_is_not_read_again(session: Session) -> None:
    """The second question costs no statement."""
    statements: list[str] = []
    event.listen(
        session.get_bind(), "before_cursor_execute", lambda *said: statements.append(said[2])
    )
    assert _held(session) == _held(session) == ["first@x.test"]
    assert len(statements) == 1


def test_what_is_added_or_deleted_is_seen_at_once(session: Session) -> None:
    """A unit of work sees what it has just added or deleted, flushed or not."""
    assert _held(session) == ["first@x.test"]
    more = _address("second@x.test")
    session.add(more)
    assert _held(session) == ["first@x.test", "second@x.test"]
    session.delete(more)
    assert _held(session) == ["first@x.test"]


def test_what_is_deleted_in_bulk_is_gone_at_once(session: Session) -> None:
    """A deletion that no object knows of is seen too."""
    assert _held(session) == ["first@x.test"]
    session.execute(delete(RegisteredMethod).where(RegisteredMethod.user_id == ADA))
    assert _held(session) == []
