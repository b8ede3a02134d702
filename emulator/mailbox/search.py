"""Finding messages: by inbox, direction, time and criteria, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import undefer_group

from emulator.mailbox.tables import BODY, Message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from emulator.mailbox.api.bodies import Criteria

ITEMS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Where:
    """Which messages of one inbox; ``page`` counts from zero."""

    server: str
    after: dt.datetime | None = None
    direction: str = "Received"
    page: int = 0
    items_per_page: int = ITEMS_PER_PAGE


def find(session: Session, where: Where, criteria: Criteria | None = None) -> Sequence[Message]:
    """The messages of one page, newest first."""
    query = select(Message).where(
        Message.server_id == where.server, Message.direction == where.direction
    )
    if where.after:
        query = query.where(Message.received_at >= where.after)
    if criteria:
        query = query.where(_meets(criteria))
    first = where.page * where.items_per_page
    newest_first = query.order_by(Message.received_at.desc(), Message.number.desc())
    return session.scalars(newest_first.offset(first).limit(where.items_per_page)).all()


def read_message(session: Session, message_id: str) -> Message | None:
    """One message with its body."""
    wanted = select(Message).where(Message.id == message_id)
    return session.scalars(wanted.options(undefer_group(BODY))).first()


def _meets(criteria: Criteria) -> ColumnElement[bool]:
    asked = [
        (Message.found_by_sender, _as_line(criteria.sent_from)),
        (Message.found_by_recipient, _as_line(criteria.sent_to)),
        (Message.found_by_subject, criteria.subject),
        (Message.found_by_body, criteria.body),
    ]
    conditions = [_contains(column, value) for column, value in asked if value]
    return or_(*conditions) if criteria.match == "ANY" else and_(*conditions)


def _contains(column: InstrumentedAttribute[str], value: str) -> ColumnElement[bool]:
    return func.instr(column, value.casefold()) > 0


def _as_line(address: str | None) -> str | None:
    return f"\n{address.strip()}\n" if address and address.strip() else None
