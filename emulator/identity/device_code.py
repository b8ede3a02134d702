"""
Signing in for a program that has no browser: a code that its user types in on another device.

How long a code lives and how often a program may ask is what Microsoft documents; how the code
looks is chosen.
"""

from __future__ import annotations

import datetime as dt
import hmac
import secrets
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.identity.access_token import Caller
from emulator.identity.client import form_of, public
from emulator.identity.errors import Refusal, answer
from emulator.identity.scopes import delegated
from emulator.identity.tenants import named
from emulator.portals import keep

if TYPE_CHECKING:
    from starlette.requests import Request

    from emulator.emulator import AppRegistration
    from emulator.store import PortalSession
    from emulator.tenant import Tenant

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
KIND = "device"
PLACE = "https://login.microsoftonline.com/common/oauth2/deviceauth"
LASTS = dt.timedelta(minutes=15)
_SECONDS_BETWEEN = 5
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"  # none that is easily taken for another
_LENGTH = 9


async def begin(request: Request) -> JSONResponse:
    """Give a program its code, and the one that its user is to type in."""
    try:
        form = await form_of(request)
        tenant, application = named(request), public(request.state.emulator.application, form)
        scopes = delegated(application, form.get("scope", ""))
    except Refusal as refusal:
        return answer(request, refusal)
    return JSONResponse(_told(_opened(tenant, scopes)))


def _opened(tenant: Tenant, scopes: frozenset[str]) -> PortalSession:
    typed = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    with tenant.store.begin() as session:
        row = keep.open_session(
            session, tenant, KIND, LASTS, key=typed, data={"scope": " ".join(sorted(scopes))}
        )
        session.expunge(row)
    return row


def _told(row: PortalSession) -> dict[str, object]:
    return {
        "user_code": row.id,
        "device_code": f"{row.id}.{row.canary}",
        "verification_uri": PLACE,
        "expires_in": int(LASTS.total_seconds()),
        "interval": _SECONDS_BETWEEN,
        "message": f"To sign in, open the page {PLACE} and enter the code {row.id}.",
    }


def person_behind(tenant: Tenant, application: AppRegistration, code: str) -> Caller:
    """
    Who typed in what belongs to the program's ``code``; the code serves once.

    Raises:
        Refusal: Nobody has yet, the person would not, or the code does not serve (any more).
    """
    typed, _, secret = code.partition(".")
    with tenant.store.begin() as session:
        row = keep.find(session, tenant, typed, KIND)
        if row is None or not hmac.compare_digest(secret.encode(), row.canary.encode()):
            raise Refusal("expired_token", 70020, "The device code has expired or never was.")
        if row.user_id is None:
            reason = "Authorization is pending. Continue polling."
            raise Refusal("authorization_pending", 70016, reason)
        session.delete(row)
        scopes = frozenset(str(row.data["scope"]).split())
        return Caller(application.client_id, application.name, scopes, row.user_id)
