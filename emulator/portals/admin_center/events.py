"""
The page *Registration and reset events* (J18).

Where it stands is chosen: the menu of *Password reset* leads to it by *Usage & insights*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.method_events import latest
from emulator.portals.pages import render
from emulator.portals.session import ADMIN_CENTER, send_to_sign_in, visitor
from emulator.rules.events import PERIODS
from emulator.rules.portal_access import reads_events
from emulator.store import User
from emulator.store.people import roles_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_PATH = "/events"


async def show(request: Request) -> Response:
    """What people used their methods for; whoever is not signed in, signs in first."""
    who = visitor(request, ADMIN_CENTER)
    if who is None:
        return send_to_sign_in(request, ADMIN_CENTER, back_to=_PATH)
    tenant, days = request.state.tenant, _days(request.query_params.get("days", ""))
    with tenant.store.begin() as session:
        user = session.get_one(User, who.user_id)
        may_read = reads_events(roles_of(session, user.id), licensed=bool(user.licences))
        return render(
            request,
            "admin/events.html",
            status_code=200 if may_read else 403,
            user_name=user.user_principal_name,
            may_read=may_read,
            periods=PERIODS,
            days=days,
            rows=latest(session, tenant, days) if may_read else (),
        )


def _days(asked: str) -> int:
    return next((days for days in PERIODS if str(days) == asked), PERIODS[0])
