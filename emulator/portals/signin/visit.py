"""One request within one sign-in: what every step of it works with."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException

from emulator.portals import keep
from emulator.portals.forms import check_canary, read_form
from emulator.portals.session import BROWSER, SITES, Site
from emulator.portals.signin.failure import failure
from emulator.portals.wording import language_of, words
from emulator.store import PortalSession, User

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.tenant import Tenant

SIGN_IN = "sign-in"
LASTS = dt.timedelta(hours=1)


@dataclass(slots=True)
class Visit:
    """
    One request within one sign-in.

    Attributes:
        request: The request.
        session: The open unit of work; it is committed before the answer leaves.
        row: What is remembered of this sign-in.
        fields: What the form sent.
        afterwards: What is to be done, and waited for, once the work is committed.
    """

    request: Request
    session: Session
    row: PortalSession
    fields: dict[str, str] = field(default_factory=dict)
    afterwards: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    @property
    def tenant(self) -> Tenant:
        """The tenant that is signed in to."""
        return self.request.state.tenant  # type: ignore[no-any-return]

    @property
    def user(self) -> User:
        """Who is signing in; asked only once that is known."""
        known = self.row.user_id
        user = self.session.get(User, known) if known else None
        if user is None:
            raise HTTPException(400, "Nobody has said yet who is signing in.")
        return user

    @property
    def site(self) -> Site:
        """Where the sign-in leads."""
        return SITES[str(self.row.data["client_id"])]

    @property
    def words(self) -> dict[str, str]:
        """The labels in the language of the request."""
        return words("signin", language_of(self.request))

    @property
    def now(self) -> dt.datetime:
        """The tenant's time."""
        return self.tenant.clock.now()

    def get(self, name: str) -> Any:
        """What is remembered under ``name``, or None."""
        return self.row.data.get(name)

    def note(self, **data: object) -> None:
        """Remember ``data`` for the next step."""
        self.row.data.update(data)

    def time(self, name: str) -> dt.datetime | None:
        """The time remembered under ``name``, or None."""
        return keep.time_of(self.row, name)


def step(handler: Callable[[Visit], Response]) -> Callable[[Request], Awaitable[Response]]:
    """
    Make ``handler`` the answer to a form of the sign-in pages.

    The form must come from a page of a sign-in that is under way in this browser.
    """

    @functools.wraps(handler)
    async def endpoint(request: Request) -> Response:
        try:
            return await _answer(request, handler, await read_form(request))
        except HTTPException as error:
            return failure(request, "error_expired", status_code=error.status_code)

    return endpoint


async def _answer(
    request: Request, handler: Callable[[Visit], Response], fields: dict[str, str]
) -> Response:
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        row = found(session, request, fields.get("ctx"))
        check_canary(fields, row.canary)
        visit = Visit(request, session, row, fields)
        answer = handler(visit)
    for job in visit.afterwards:
        await job()
    return answer


def found(session: Session, request: Request, key: str | None) -> PortalSession:
    """
    The sign-in under way that ``key`` belongs to.

    Raises:
        HTTPException: There is none, or it was begun in another browser.
    """
    row = keep.find(session, request.state.tenant, key, SIGN_IN)
    if row is None or row.data.get("browser") != request.cookies.get(BROWSER):
        raise HTTPException(400, "no sign-in under way")
    return row
