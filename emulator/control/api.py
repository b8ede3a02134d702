"""The control API: reset, policy, clock, captcha, phones, people, mail, deviations and faults."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator.actions import phone
from emulator.actions.reset import captcha_answer
from emulator.control import deeds, orders, surroundings
from emulator.control.orders import Refused
from emulator.control.people import invite
from emulator.control.token import ControlToken, unauthorized
from emulator.deviations import Bent
from emulator.faults import combine
from emulator.store import User
from sspr.policy import Policy

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.types import ASGIApp

    from emulator.tenant import Tenant


def application() -> ASGIApp:
    """Every resource of the control API, behind its token."""
    return Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(AuthenticationMiddleware, backend=ControlToken(), on_error=unauthorized)
        ],
        exception_handlers={Refused: _answer_refused, HTTPException: _answer_http},
    )


async def reset(request: Request) -> Response:
    """A fresh tenant; the answer is its greeting."""
    order = orders.read(orders.Reset, await request.body() or b"{}")
    emulator = request.state.emulator
    emulator.reset(
        policy=order.policy,
        service_date=order.service_date,
        bent=Bent.of(*order.deviations) if order.deviations is not None else None,
    )
    return JSONResponse(emulator.greeting())


async def policy(request: Request) -> Response:
    """Another policy, in force from now on."""
    deeds.put_policy(request.state.emulator, orders.read(Policy, await request.body()))
    return Response(status_code=204)


async def clock(request: Request) -> Response:
    """Move the tenant's clock."""
    leap = orders.read(orders.Leap, await request.body())
    emulator = request.state.emulator
    await deeds.move_clock(emulator, leap.advance_seconds)
    return JSONResponse({"clock_offset_seconds": emulator.tenant.clock.offset.total_seconds()})


async def captcha(request: Request) -> Response:
    """What the picture of a challenge says."""
    answer = captcha_answer(request.state.tenant, request.path_params["challenge"])
    if answer is None:
        raise Refused("there is no such challenge", 404)
    return JSONResponse({"answer": answer})


async def phones(request: Request) -> Response:
    """The pushes and calls that wait on one user's phone, oldest first."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        user = _user(session, request.query_params.get("user", ""))
        return JSONResponse(
            [
                {"id": each.id, "kind": each.kind, "number": each.number}
                for each in phone.waiting(session, tenant, user)
            ]
        )


async def answer_phone(request: Request) -> Response:
    """Approve, deny, or press a key."""
    answer = orders.read(orders.PhoneAnswer, await request.body())
    deeds.answer_phone(request.state.emulator, request.path_params["id"], answer)
    return Response(status_code=204)


async def people(request: Request) -> Response:
    """Add a practice person; the answer tells the password, once."""
    order = orders.read(orders.NewPerson, await request.body() or b"{}")
    person = invite(request.state.tenant, group=order.group, administrator=order.administrator)
    return JSONResponse(asdict(person), status_code=201)


async def deviations(request: Request) -> Response:
    """Switch on exactly the named deviations."""
    names = orders.read(orders.DeviationNames, await request.body())
    request.state.emulator.bend(Bent.of(*names))
    return Response(status_code=204)


async def bearing(request: Request) -> Response:
    """The deviations that would have made the tenant act otherwise, of an emulator so begun."""
    return JSONResponse(sorted(request.state.emulator.bearing()))


async def faults(request: Request) -> Response:
    """Let exactly these faults happen: a whole description, or the names of profiles."""
    order = orders.read(orders.FaultOrder, await request.body())
    chosen = combine(tuple(order)) if isinstance(order, list) else order
    request.state.emulator.suffer(chosen)
    return Response(status_code=204)


async def letters(request: Request) -> Response:
    """Mails of the tenant's, for those who must know what has overtaken what."""
    await deeds.send_letters(
        request.state.tenant, orders.read(orders.Letters, await request.body())
    )
    return Response(status_code=204)


def _user(session: Session, name: str) -> User:
    wanted = select(User).where(func.lower(User.user_principal_name) == name.lower())
    if user := session.scalars(wanted).first():
        return user
    raise Refused("user: nobody has this user principal name", 404)


async def _answer_refused(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, Refused) else 400
    return JSONResponse({"error": str(error)}, status_code=status)


async def _answer_http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    return JSONResponse(
        {"error": error.detail}, status_code=error.status_code, headers=error.headers
    )


ROUTES = [
    Route("/reset", reset, methods=["POST"]),
    Route("/policy", policy, methods=["PUT"]),
    Route("/clock", clock, methods=["POST"]),
    Route("/captcha/{challenge}", captcha, methods=["GET"]),
    Route("/phone", phones, methods=["GET"]),
    Route("/phone/{id}", answer_phone, methods=["POST"]),
    Route("/people", people, methods=["POST"]),
    Route("/deviations", deviations, methods=["PUT"]),
    Route("/bearing", bearing, methods=["GET"]),
    Route("/faults", faults, methods=["PUT"]),
    Route("/mail", letters, methods=["POST"]),
    *surroundings.ROUTES,
]
