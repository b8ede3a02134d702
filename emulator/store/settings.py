"""Tenant-wide objects of which there is one each, kept as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base
from emulator.store.memory import once

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Setting(Base):
    """One object by its name; it exists only once somebody has saved it."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]] = mapped_column(JSON)


def saved(session: Session, name: str) -> dict[str, Any]:
    """What was saved under ``name``; nothing where nobody saved it."""
    setting = session.get(Setting, name)
    return dict(setting.value) if setting else {}


@once
def saved_under(session: Session, prefix: str) -> dict[str, dict[str, Any]]:
    """Everything saved under names that begin with ``prefix``, by the rest of the name."""
    rows = session.scalars(select(Setting).where(Setting.name.startswith(prefix, autoescape=True)))
    return {row.name.removeprefix(prefix): dict(row.value) for row in rows}


def save(session: Session, name: str, value: dict[str, Any]) -> None:
    """Keep ``value`` under ``name``."""
    session.merge(Setting(name=name, value=value))
