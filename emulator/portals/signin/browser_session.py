"""What a browser remembers at the sign-in page: the signed-in session, and the accounts seen."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from emulator.portals import keep
from emulator.portals.session import set_cookie
from emulator.store import PortalSession, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.portals.signin.visit import Visit

SSO = "ESTSAUTH"
ACCOUNTS = "remembered-accounts"
LASTS = dt.timedelta(days=1)
KEPT_DAYS = 90
MOST_ACCOUNTS = 5


def signed_in(session: Session, request: Request) -> PortalSession | None:
    """The browser's session, unless the account was disabled or its password changed since."""
    tenant = request.state.tenant
    row = keep.find(session, tenant, request.cookies.get(SSO), SSO)
    user = session.get(User, row.user_id) if row else None
    if row is None or user is None or not user.account_enabled:
        return None
    changed = user.password_changed_at
    return None if changed is not None and changed > row.created_at else row


def remembered(request: Request) -> list[str]:
    """The accounts that signed in with this browser before, the latest first."""
    try:
        names = json.loads(unquote(request.cookies.get(ACCOUNTS, "[]")))
    except ValueError:
        return []
    texts = names if isinstance(names, list) else []
    return [name for name in texts if isinstance(name, str)][:MOST_ACCOUNTS]


def knows(request: Request, user: User) -> bool:
    """Whether ``user`` signed in with this browser before: a familiar place (E21)."""
    return user.user_principal_name in remembered(request)


def remember(visit: Visit, answer: Response) -> None:
    """Keep the finished sign-in in the browser; for ninety days if the user wants that."""
    staying = bool(visit.get("stay"))
    lasts = dt.timedelta(days=KEPT_DAYS) if staying else LASTS
    row = keep.open_session(
        visit.session,
        visit.tenant,
        SSO,
        lasts,
        user_id=visit.row.user_id,
        data={name: visit.get(name) for name in ("password_at", "mfa_at", "asked")},
    )
    set_cookie(answer, SSO, row.id, days=KEPT_DAYS if staying else None)
    name = visit.user.user_principal_name
    others = [other for other in remembered(visit.request) if other != name]
    names = json.dumps([name, *others][:MOST_ACCOUNTS])
    set_cookie(answer, ACCOUNTS, quote(names), days=KEPT_DAYS)


def resume(visit: Visit, row: PortalSession, user: User) -> None:
    """Go on with what the browser's session knows: nothing is asked that was asked in it."""
    visit.row.user_id = user.id
    visit.note(
        user_name=user.user_principal_name,
        password_at=row.data.get("password_at"),
        mfa_at=row.data.get("mfa_at"),
        asked=row.data.get("asked") and "interrupt-repeats" not in visit.tenant.bent,
        stay=False,
    )


def forget(session: Session, request: Request, answer: Response) -> None:
    """End the browser's session; the account stays among those to pick from."""
    keep.take(session, request.state.tenant, request.cookies.get(SSO), SSO)
    answer.delete_cookie(SSO, secure=True, httponly=True, samesite="lax")
