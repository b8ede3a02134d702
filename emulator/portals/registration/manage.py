"""The security info page: what is registered, and adding, changing, deleting (B32, B38, B39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from emulator.actions.duty import methods_of, offered_to, record_of
from emulator.actions.registration.wizard import Mode, Wizard
from emulator.actions.sign_in import Factor, factors
from emulator.portals.registration import course
from emulator.portals.registration.listing import QUESTIONS, rows_of
from emulator.portals.registration.pages import page
from emulator.portals.registration.visit import Visit, serve
from emulator.portals.registration.wizard import ADDRESS
from emulator.rules.offering import CHANGEABLE, addable
from emulator.rules.registration import Kind
from sspr.policy import Method

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.store import RegisteredMethod


def show(visit: Visit) -> Response:
    """*Security info*."""
    offers = [str(offer.factor) for offer in factors(visit.session, visit.tenant, visit.user)]
    default = visit.user.default_factor
    return page(
        visit,
        "security_info",
        title=visit.words["security_info"],
        rows=rows_of(visit),
        addable=[str(kind) for kind in _addable(visit)],
        factors=offers,
        default=default if default in offers else next(iter(offers), ""),
    )


def _addable(visit: Visit) -> tuple[Kind, ...]:
    duty = visit.duty
    if not (duty.enabled or duty.multifactor):
        return ()
    kinds = record_of(visit.session, visit.tenant, visit.user).kinds
    bent = visit.tenant.bent
    offers = offered_to(visit.user, duty, managing=True, bent=bent)
    return addable(offers | _still_addable(visit), kinds, bent)


def _still_addable(visit: Visit) -> frozenset[Kind]:
    """What can be added though its time is over: nothing (S6)."""
    allowed = visit.tenant.policy.methods.allowed
    if Method.SECURITY_QUESTIONS in allowed and "retired-questions-addable" in visit.tenant.bent:
        return frozenset({Kind.QUESTIONS})
    return frozenset()


async def add(request: Request) -> Response:
    """*Add sign-in method*: the wizard for the chosen one."""
    return await serve(request, _add, course.SECURITY_INFO)


def _add(visit: Visit) -> Response:
    wanted = visit.fields.get("kind")
    chosen = next((kind for kind in _addable(visit) if kind == wanted), None)
    if chosen is None:
        return show(visit)
    course.begin_one(visit, chosen)
    return RedirectResponse(ADDRESS, status_code=303)


async def change(request: Request) -> Response:
    """*Change*: the wizard for the same kind again."""
    return await serve(request, _change, course.SECURITY_INFO)


def _change(visit: Visit) -> Response:
    method = _method(visit)
    if method is None or method.kind not in CHANGEABLE:
        return show(visit)
    course.begin_one(visit, Kind(method.kind), replaces=method.id)
    return RedirectResponse(ADDRESS, status_code=303)


async def delete(request: Request) -> Response:
    """*Delete*: the method is gone at once."""
    return await serve(request, _delete, course.SECURITY_INFO)


def _delete(visit: Visit) -> Response:
    visit.wizard = Wizard(Mode.MANAGE)
    if visit.fields.get("method") == QUESTIONS:
        visit.registrar.remove_answers()
    elif method := _method(visit):
        visit.registrar.remove(method)
    return RedirectResponse(course.SECURITY_INFO, status_code=303)


async def choose_default(request: Request) -> Response:
    """Which second factor is asked first."""
    return await serve(request, _choose_default, course.SECURITY_INFO)


def _choose_default(visit: Visit) -> Response:
    wanted = visit.fields.get("factor")
    offers = [offer.factor for offer in factors(visit.session, visit.tenant, visit.user)]
    chosen: Factor | None = next((factor for factor in offers if factor == wanted), None)
    if chosen is not None:
        visit.wizard = Wizard(Mode.MANAGE)
        visit.registrar.choose_default(chosen)
    return RedirectResponse(course.SECURITY_INFO, status_code=303)


def _method(visit: Visit) -> RegisteredMethod | None:
    wanted = visit.fields.get("method")
    return next((m for m in methods_of(visit.session, visit.user) if m.id == wanted), None)
