"""What reports said when they were last brought up to date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base


class ReportRow(Base):
    """One person's row of the registration report, as Graph words it; kept only where it lags."""

    __tablename__ = "report_rows"

    user_id: Mapped[str] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[dt.datetime]
    shape: Mapped[dict[str, Any]] = mapped_column(JSON)
