"""Which of the predefined security questions the tenant offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.store.settings import save, saved

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

_NAME = "securityQuestions"


def defined_questions(session: Session) -> frozenset[str] | None:
    """The keys of the questions that were selected; None, all of them, until somebody selects."""
    kept = saved(session, _NAME)
    return frozenset(kept["selected"]) if kept else None


def keep_questions(session: Session, selected: Collection[str]) -> None:
    """Offer the questions with the keys ``selected``."""
    save(session, _NAME, {"selected": sorted(selected)})
