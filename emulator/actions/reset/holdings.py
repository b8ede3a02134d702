"""What the flow's person has for the option chosen: address, number, seeds, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.reset.flow import person
from emulator.actions.standing import account_of, conditions_of
from emulator.rules.methods import Option, counting, kinds_serving
from emulator.rules.totp import used_window
from emulator.store import SecurityAnswer
from emulator.store.people import methods_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import ResetFlow
    from emulator.tenant import Tenant


def value_for(session: Session, tenant: Tenant, flow: ResetFlow) -> str | None:
    """The address or number that the chosen option uses; the one registered before others."""
    user = person(session, flow)
    if user is None or flow.option is None:
        return None
    kinds = kinds_serving(Option(flow.option))
    account, conditions = account_of(session, tenant, user), conditions_of(session, tenant)
    fitting = [h for h in counting(account, conditions) if h.kind in kinds]
    best = min(fitting, key=lambda h: not h.registered, default=None)
    return best.value if best else None


def spend_app_code(session: Session, tenant: Tenant, flow: ResetFlow, typed: str) -> bool:
    """Whether ``typed`` is an unused code of one of the person's authenticator apps."""
    kinds = kinds_serving(Option.CODE)
    for row in methods_of(session, flow.user_id or ""):
        if row.kind not in kinds:
            continue
        now = tenant.clock.now()
        window = used_window(row.value, typed, now, last_window=row.last_window, bent=tenant.bent)
        if window is not None:
            row.last_window = window
            return True
    return False


def questions_drawn(session: Session, flow: ResetFlow) -> list[str]:
    """The questions that the page asks, in its order."""
    return [row.question for row in _drawn(session, flow)]


def answers_drawn(session: Session, flow: ResetFlow) -> list[str]:
    """The hashes of the answers to them, in the same order."""
    return [row.answer_hash for row in _drawn(session, flow)]


def _drawn(session: Session, flow: ResetFlow) -> list[SecurityAnswer]:
    rows = [session.get(SecurityAnswer, key) for key in flow.questions]
    return [row for row in rows if row is not None]
