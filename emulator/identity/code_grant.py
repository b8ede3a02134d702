"""Turning the code of a sign-in into a token with which a program acts for a person."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

from emulator.identity.access_token import Caller
from emulator.identity.errors import Refusal
from emulator.identity.scopes import delegated
from emulator.portals import keep
from emulator.portals.session import ADMIN_CENTER, redeem
from emulator.portals.signin.application import KIND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from emulator.emulator import AppRegistration
    from emulator.tenant import Tenant

PORTAL_API = "74658136-14ec-4630-ad9b-26e160ff0fc6"


def person_behind(tenant: Tenant, code: str) -> Caller:
    """
    For whom ``code`` was given to the admin center, as a caller of the portal's API.

    Raises:
        Refusal: The code does not serve.
    """
    user_id = redeem(tenant, ADMIN_CENTER, code)
    if user_id is None:
        raise _spent()
    name = "Microsoft Entra admin center"
    return Caller(ADMIN_CENTER.client_id, name, frozenset({"user_impersonation"}), user_id)


def person_behind_application(
    tenant: Tenant, application: AppRegistration, form: Mapping[str, str]
) -> tuple[Caller, str]:
    """
    For whom a code was given to the tenant's application, and the nonce that it asked with.

    Raises:
        Refusal: The code does not serve, was given for another redirect URI, or the verifier is
            not that of the challenge (RFC 7636).
    """
    with tenant.store.begin() as session:
        row = keep.take(session, tenant, form.get("code"), KIND)
    if row is None or row.user_id is None:
        raise _spent()
    told = {name: str(value) for name, value in row.data.items()}
    if told["redirect_uri"] != form.get("redirect_uri", told["redirect_uri"]):
        raise Refusal("invalid_grant", 50011, "The redirect URI is not that of the code.")
    if told["challenge"] and not _proves(form.get("code_verifier", ""), told):
        raise Refusal("invalid_grant", 50148, "The code_verifier does not match the challenge.")
    scopes = delegated(application, form.get("scope") or told["scope"])
    return Caller(application.client_id, application.name, scopes, row.user_id), told["nonce"]


def _proves(verifier: str, told: Mapping[str, str]) -> bool:
    given = verifier.encode()
    if told["challenge_method"] == "S256":
        given = base64.urlsafe_b64encode(hashlib.sha256(given).digest()).rstrip(b"=")
    return hmac.compare_digest(given, told["challenge"].encode())


def _spent() -> Refusal:
    reason = "The provided authorization code is expired or was used already."
    return Refusal("invalid_grant", 70008, reason)
