"""What the flow's person has for the option chosen: address, number, seeds, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.standing import holdings_of
from emulator.rules.methods import counting
from emulator.rules.options import Option, kinds_serving
from emulator.rules.totp import used_window
from emulator.store import SecurityAnswer
from emulator.store.people import methods_of

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit


def value_for(visit: Visit) -> str | None:
    """The address or number that the chosen option uses; the one registered before others."""
    user = visit.user
    if user is None or visit.flow.option is None:
        return None
    kinds = kinds_serving(Option(visit.flow.option))
    astray, holdings = "code-to-directory-address" in visit.bent, holdings_of(visit.session, user)
    if not astray:
        holdings = counting(holdings, visit.tenant.timeline, visit.bent)
    fitting = [holding for holding in holdings if holding.kind in kinds]
    best = min(fitting, key=lambda holding: holding.registered is astray, default=None)
    return best.value if best else None


def spend_app_code(visit: Visit, typed: str) -> bool:
    """Whether ``typed`` is an unused code of one of the person's authenticator apps."""
    kinds = kinds_serving(Option.CODE)
    for row in methods_of(visit.session, visit.flow.user_id or ""):
        if row.kind not in kinds:
            continue
        now, last = visit.now, None if _may_repeat(visit) else row.last_window
        window = used_window(row.value, typed, now, last_window=last, bent=visit.bent)
        if window is not None:
            row.last_window = window
            return True
        if "second-app-ignored" in visit.bent:
            return False
    return False


def _may_repeat(visit: Visit) -> bool:
    """Whether a code of the app serves such a person again: it serves once (C9)."""
    return visit.bent.meets({"administrators-app-codes-reusable": lambda: visit.administers})


def questions_drawn(visit: Visit) -> list[str]:
    """The questions that the page asks, in its order."""
    asked = [row.question for row in _drawn(visit)]
    if asked and "unregistered-question-asked" in visit.bent:
        asked[0] = "Who was your first teacher of Gherkin?"
    return asked


def answers_drawn(visit: Visit) -> list[str]:
    """The hashes of the answers to them, in the same order."""
    return [row.answer_hash for row in _drawn(visit)]


def _drawn(visit: Visit) -> list[SecurityAnswer]:
    rows = [visit.session.get(SecurityAnswer, key) for key in visit.flow.questions]
    return [row for row in rows if row is not None]
