"""
Reading once what a unit of work asks for again and again.

A page asks for a person's methods at half a dozen places. What a reader marked ``once`` found is
handed out again until the unit of work ends or writes anything at all.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")
_KNOWN = "known"


def once(
    read: Callable[Concatenate[Session, _Asked], _Found],
) -> Callable[Concatenate[Session, _Asked], _Found]:
    """``read``, which takes plain values and changes nothing, asked once a unit of work."""

    @wraps(read)
    def remember(session: Session, /, *asked: _Asked.args, **more: _Asked.kwargs) -> _Found:
        session.flush()  # whatever waits to be written makes what is known old
        known = session.info.setdefault(_KNOWN, {})
        key = (read, asked, *more.items())
        if key not in known:
            known[key] = read(session, *asked, **more)
        found: _Found = known[key]
        return found

    return remember


def forget_what_is_old(sessions: sessionmaker[Session]) -> None:
    """Let every session of ``sessions`` forget what it knows once it has written."""
    event.listen(sessions, "after_flush", lambda session, _flush: _forget(session))
    event.listen(sessions, "do_orm_execute", _forget_after_bulk)


def _forget_after_bulk(statement: ORMExecuteState) -> None:
    if not statement.is_select:
        _forget(statement.session)


def _forget(session: Session) -> None:
    session.info.pop(_KNOWN, None)
