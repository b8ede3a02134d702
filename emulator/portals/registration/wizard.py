"""The wizard's address: it shows the step that stands and takes what its form sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from emulator.actions.registration.wizard import Step
from emulator.portals.registration import course
from emulator.portals.registration.steps import app, choice, closing, contact, questions
from emulator.portals.registration.visit import Visit, serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

ADDRESS = "/register"

_STEPS: dict[Step, tuple[Callable[[Visit], Response], Callable[[Visit], Response | None]]] = {
    Step.APP: (app.show_app, app.take_app),
    Step.APP_SETUP: (app.show_setup, app.take_setup),
    Step.QR_CODE: (app.show_qr_code, app.take_qr_code),
    Step.APP_CODE: (app.show_code, app.take_code),
    Step.APP_APPROVAL: (app.show_approval, app.take_approval),
    Step.ADDRESS: (contact.show_address, contact.take_address),
    Step.NUMBER: (contact.show_number, contact.take_number),
    Step.CODE: (contact.show_code, contact.take_code),
    Step.CALLING: (contact.show_calling, contact.take_calling),
    Step.QUESTIONS: (questions.show_questions, questions.take_questions),
    Step.CHOICE: (choice.show_choice, choice.take_choice),
    Step.ADDED: (closing.show_added, closing.take_added),
    Step.SUCCESS: (closing.show_success, closing.take_success),
    Step.REVIEW: (closing.show_review, closing.take_review),
    Step.BARRED: (closing.show_barred, closing.take_barred),
}
_OWN = frozenset({Step.CHOICE, Step.ADDED, Step.SUCCESS, Step.REVIEW, Step.BARRED})
_BACK = {
    Step.APP_SETUP: Step.APP,
    Step.QR_CODE: Step.APP_SETUP,
    Step.APP_CODE: Step.QR_CODE,
    Step.APP_APPROVAL: Step.QR_CODE,
    Step.CALLING: Step.NUMBER,
}


async def wizard(request: Request) -> Response:
    """Show or take the step that stands."""
    return await serve(request, _take if request.method == "POST" else show, ADDRESS)


def show(visit: Visit) -> Response:
    """The page of the step that stands; nothing is under way where the queue is empty."""
    if not visit.wizard.queue and visit.wizard.step not in _OWN:
        return RedirectResponse(course.SECURITY_INFO, status_code=303)
    return _STEPS[visit.wizard.step][0](visit)


def _take(visit: Visit) -> Response:
    """A form of another step than the one that stands changes nothing."""
    if visit.fields.get("step") != visit.wizard.step:
        return show(visit)
    visit.wizard.error = ""
    done = _common(visit) if visit.fields.get("do") in _COMMON else _of_step(visit)
    return done or show(visit)


def _of_step(visit: Visit) -> Response | None:
    return _STEPS[visit.wizard.step][1](visit)


def _common(visit: Visit) -> Response | None:
    return _COMMON[visit.fields["do"]](visit)


def _skip(visit: Visit) -> Response | None:
    """Leave without registering all; sign-in asks again next time (B20)."""
    if visit.wizard.step is not Step.REVIEW:
        visit.registrar.give_up()
    return course.leave(visit)


def _back(visit: Visit) -> Response | None:
    wizard = visit.wizard
    if wizard.step is Step.CODE:
        course.next_kind(visit)
    elif wizard.step in _BACK:
        wizard.at(_BACK[wizard.step])
    return None


def _another(visit: Visit) -> Response | None:
    if visit.wizard.queue and course.choices(visit):
        visit.wizard.at(Step.CHOICE)
    return None


_COMMON: dict[str, Callable[[Visit], Response | None]] = {
    "skip": _skip,
    "back": _back,
    "another": _another,
}
