"""Choosing and answering security questions (B51 to B58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.portals.registration import course
from emulator.portals.registration.pages import wizard_page
from emulator.portals.wording import language_of, words
from emulator.rules.questions import Refusal, refusal, to_register
from emulator.rules.registration import Kind
from emulator.store.questions import defined_questions

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit


def _offered(visit: Visit) -> list[str]:
    """The selected ones in the visitor's language, and the tenant's own as they are (B54)."""
    known = words("questions", language_of(visit.request))
    defined = defined_questions(visit.session)
    predefined = [text for key, text in known.items() if defined.offers(key)]
    own = () if "saved-questions-unheeded" in visit.tenant.bent else defined.own
    return [*predefined, *own]


def _needed(visit: Visit) -> int:
    return to_register(visit.tenant.policy.methods.questions_to_register, visit.tenant.bent)


def show_questions(visit: Visit) -> Response:
    """One row for each question to register: which, and its answer."""
    needed = _needed(visit)
    return wizard_page(
        visit,
        "questions",
        "security_questions",
        numbers=range(needed),
        questions=_offered(visit),
        chosen=visit.wizard.draft.get("questions", []),
        another=True,
    )


def take_questions(visit: Visit) -> Response | None:
    """Keep the answers if they may be kept."""
    needed = _needed(visit)
    asked = [visit.fields.get(f"question{number}", "") for number in range(needed)]
    said = [visit.fields.get(f"answer{number}", "") for number in range(needed)]
    visit.wizard.draft["questions"] = asked
    answers = {q: a for q, a in zip(asked, said, strict=True) if q}
    problem = refusal(answers, offered=_offered(visit), needed=needed, bent=visit.tenant.bent)
    if problem is not None:
        visit.wizard.error = Refusal(problem).value
        return None
    visit.registrar.answer(answers)
    return course.kept(visit, Kind.QUESTIONS)
