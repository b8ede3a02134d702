"""What the account may use and what it used, day by day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from starlette.responses import JSONResponse
from starlette.routing import Route

from emulator.mailbox.api.servers import count_servers
from emulator.mailbox.api.shapes import moment
from emulator.mailbox.servers import SERVER_LIMIT
from emulator.mailbox.tables import Message

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

_DAYS = 31
_DAILY_LIMIT = 100_000  # told, not enforced
_DAY = dt.timedelta(days=1)


async def limits(request: Request) -> Response:
    """The limits of the account beside what it uses."""
    now = request.state.tenant.clock.now()
    with request.state.tenant.store.begin() as session:
        today = _by_day(session, now - _DAY)
        return JSONResponse(
            {
                "servers": {"limit": SERVER_LIMIT, "current": count_servers(session)},
                "users": {"limit": 1, "current": 1},
                "email": {"limit": _DAILY_LIMIT, "current": today[now.date(), "Email"]},
                "sms": {"limit": _DAILY_LIMIT, "current": today[now.date(), "SMS"]},
            }
        )


async def transactions(request: Request) -> Response:
    """Messages on each of the last 31 days, today first."""
    midnight = request.state.tenant.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    days = [midnight - _DAY * back for back in range(_DAYS)]
    with request.state.tenant.store.begin() as session:
        counts = _by_day(session, days[-1])
    return JSONResponse(
        {
            "items": [
                {
                    "timestamp": moment(day),
                    "email": counts[day.date(), "Email"],
                    "sms": counts[day.date(), "SMS"],
                }
                for day in days
            ]
        }
    )


def _by_day(session: Session, since: dt.datetime) -> Counter[tuple[dt.date, str]]:
    day = func.date(Message.received_at)
    rows = session.execute(
        select(day, Message.kind, func.count())
        .where(Message.received_at >= since)
        .group_by(day, Message.kind)
    )
    return Counter({(dt.date.fromisoformat(date), kind): count for date, kind, count in rows})


ROUTES = [
    Route("/usage/limits", limits, methods=["GET"]),
    Route("/usage/transactions", transactions, methods=["GET"]),
]
