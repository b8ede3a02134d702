"""Which security questions the tenant offers: some of the predefined ones, and its own (B52)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from emulator.store.settings import save, saved

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NAME = "securityQuestions"


@dataclass(frozen=True, slots=True)
class Defined:
    """
    What an administrator defined.

    Attributes:
        selected: The keys of predefined questions; None, all of them, until somebody selects.
        own: The tenant's own questions, as they are asked.
    """

    selected: tuple[str, ...] | None = None
    own: tuple[str, ...] = ()

    def offers(self, key: str) -> bool:
        """Whether the predefined question with that key is offered."""
        return self.selected is None or key in self.selected


def defined_questions(session: Session) -> Defined:
    """What is offered now."""
    kept = saved(session, _NAME)
    selected = kept.get("selected")
    return Defined(None if selected is None else tuple(selected), tuple(kept.get("own", ())))


def keep_questions(session: Session, defined: Defined) -> None:
    """Offer ``defined`` from now on."""
    save(session, _NAME, asdict(defined))
