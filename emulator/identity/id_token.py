"""
What a program learns of the person who signed in: the id token and where that person is at home.

Clients take an id token from the token endpoint's own connection for granted and check no
signature; it is signed with the tenant's key all the same.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import jwt

from emulator.identity.access_token import ALGORITHM, LIFETIME
from emulator.store import User

if TYPE_CHECKING:
    from emulator.identity.access_token import Caller
    from emulator.tenant import Tenant


def of_person(tenant: Tenant, caller: Caller, nonce: str = "") -> dict[str, str]:
    """What the token endpoint tells besides the access token where ``caller`` acts for somebody."""
    if caller.user_id is None:
        return {}
    return {
        "scope": " ".join(sorted(caller.permissions)),
        "id_token": _id_token(tenant, caller, nonce),
        "client_info": client_info(tenant, caller.user_id),
    }


def client_info(tenant: Tenant, user_id: str) -> str:
    """Whose token it is and of which tenant, as clients keep their accounts apart by."""
    told = {"uid": user_id, "utid": tenant.organization.tenant_id}
    return base64.urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


def _id_token(tenant: Tenant, caller: Caller, nonce: str) -> str:
    now = dt.datetime.now(dt.UTC)
    with tenant.store.begin() as session:
        user = session.get_one(User, caller.user_id)
    claims: dict[str, Any] = {
        "aud": caller.app_id,
        "iss": f"https://login.microsoftonline.com/{tenant.organization.tenant_id}/v2.0",
        "iat": now,
        "nbf": now,
        "exp": now + LIFETIME,
        "oid": user.id,
        "sub": user.id,
        "tid": tenant.organization.tenant_id,
        "name": user.display_name,
        "preferred_username": user.user_principal_name,
        "ver": "2.0",
        **({"nonce": nonce} if nonce else {}),
    }
    return jwt.encode(claims, tenant.signing_key, ALGORITHM)
