"""
Access tokens: signed by the tenant that issued them, worthless in any other.

A token lives by the machine's clock, not the tenant's: the clients that cache it know no other.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jwt

if TYPE_CHECKING:
    from emulator.tenant import Tenant

LIFETIME = dt.timedelta(minutes=60)
ALGORITHM = "HS256"


class InvalidToken(Exception):  # noqa: N818 - named as Graph's own error code is
    """A token that this tenant did not sign, or that is over; the text says which."""


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Who calls an API.

    Attributes:
        app_id: The application's client id.
        app_name: Its display name.
        permissions: Application permissions, or the scopes that the user delegated.
        user_id: The user for whom the application acts; None where it acts for itself.
    """

    app_id: str
    app_name: str
    permissions: frozenset[str]
    user_id: str | None = None


def issue(tenant: Tenant, caller: Caller, audience: str) -> str:
    """A token that lets ``caller`` into the API ``audience`` for an hour."""
    now = dt.datetime.now(dt.UTC)
    claims: dict[str, Any] = {
        "aud": audience,
        "iss": f"https://sts.windows.net/{tenant.organization.tenant_id}/",
        "iat": now,
        "nbf": now,
        "exp": now + LIFETIME,
        "appid": caller.app_id,
        "app_displayname": caller.app_name,
        "oid": caller.user_id or caller.app_id,
        "tid": tenant.organization.tenant_id,
        "uti": uuid.uuid4().hex,
        "ver": "1.0",
        **_powers(caller),
    }
    return jwt.encode(claims, tenant.signing_key, ALGORITHM)


def read(tenant: Tenant, token: str, audiences: frozenset[str]) -> Caller:
    """
    Who holds ``token``.

    Raises:
        InvalidToken: It is not this tenant's, not for this API, or over.
    """
    try:
        claims = jwt.decode(token, tenant.signing_key, [ALGORITHM], audience=audiences)
    except jwt.ExpiredSignatureError:
        raise InvalidToken("Lifetime validation failed, the token is expired.") from None
    except jwt.InvalidAudienceError:
        raise InvalidToken("Access token validation failure. Invalid audience.") from None
    except jwt.InvalidTokenError:
        raise InvalidToken("Access token validation failure. Invalid signature.") from None
    return _caller(claims)


def _powers(caller: Caller) -> dict[str, Any]:
    if caller.user_id is None:
        return {"idtyp": "app", "roles": sorted(caller.permissions)}
    return {"idtyp": "user", "scp": " ".join(sorted(caller.permissions))}


def _caller(claims: dict[str, Any]) -> Caller:
    delegated = claims["idtyp"] == "user"
    return Caller(
        app_id=claims["appid"],
        app_name=claims["app_displayname"],
        permissions=frozenset(claims["scp"].split() if delegated else claims["roles"]),
        user_id=claims["oid"] if delegated else None,
    )
