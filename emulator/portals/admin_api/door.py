"""Who comes to the portal's API."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.actions.audit import Actor, Flow
from emulator.identity.access_token import InvalidToken, read
from emulator.identity.code_grant import PORTAL_API
from emulator.rules.portal_access import visible
from emulator.store import User
from emulator.store.people import roles_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request

    from emulator.tenant import Tenant


@dataclass(eq=False)
class Refused(Exception):  # noqa: N818 - the API refuses, nothing failed
    """A refused request: its status and one sentence."""

    status: int
    message: str


@dataclass(frozen=True, slots=True)
class Worker:
    """A person at the API, with their roles and the flow that the request is."""

    actor: Actor
    roles: frozenset[str]
    flow: Flow


def worker(request: Request, session: Session) -> Worker:
    """
    Who calls, if they may look at the policy at all.

    Raises:
        Refused: There is no good token, no person behind it, or no role that may look.
    """
    tenant: Tenant = request.state.tenant
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        caller = read(tenant, token if kind.casefold() == "bearer" else "", frozenset({PORTAL_API}))
    except InvalidToken as error:
        raise Refused(401, str(error)) from None
    user = session.get(User, caller.user_id) if caller.user_id else None
    if user is None:
        raise Refused(401, "Only a signed-in person may call this.")
    roles = roles_of(session, user.id)
    if not visible(roles, licensed=bool(user.licences), synchronizes=True):
        raise Refused(403, "The account's directory roles do not allow this.")
    flow = Flow(request.headers.get("x-ms-client-request-id") or str(uuid.uuid4()))
    return Worker(Actor(user.id, user.user_principal_name), roles, flow)


def refused(refusal: Refused) -> JSONResponse:
    """The answer to a refused request."""
    return JSONResponse({"Message": refusal.message}, refusal.status)
