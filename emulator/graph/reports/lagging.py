"""A registration report that is not up to date (J17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.lag import AT_ONCE
from emulator.store import ReportRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call


def as_told(call: Call, session: Session, shapes: list[Shape]) -> list[Shape]:
    """
    ``shapes`` as the report tells them.

    Each row stays as it was told last until the report's lag is over.
    """
    lag = call.tenant.lag.registration
    if lag == AT_ONCE:
        return shapes
    rows = select(ReportRow).where(ReportRow.user_id.in_([shape["id"] for shape in shapes]))
    kept = {row.user_id: row for row in session.scalars(rows) if row.at > call.now - lag}
    return [_row(call, session, kept.get(shape["id"]), shape) for shape in shapes]


def _row(call: Call, session: Session, kept: ReportRow | None, shape: Shape) -> Shape:
    if kept is not None:
        return kept.shape
    session.merge(ReportRow(user_id=shape["id"], at=call.now, shape=shape))
    session.flush()
    return shape
