"""Turning the code of a sign-in into a token with which the admin center acts for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.identity.access_token import Caller
from emulator.identity.errors import Refusal
from emulator.portals.session import ADMIN_CENTER, redeem

if TYPE_CHECKING:
    from emulator.tenant import Tenant

PORTAL_API = "74658136-14ec-4630-ad9b-26e160ff0fc6"


def person_behind(tenant: Tenant, client_id: str, code: str) -> Caller:
    """
    For whom ``code`` was given, as a caller of the portal's API.

    Raises:
        Refusal: The client is not the admin center, or the code does not serve.
    """
    if client_id != ADMIN_CENTER.client_id:
        reason = f"Application with identifier '{client_id}' was not found in the directory."
        raise Refusal("unauthorized_client", 700016, reason)
    user_id = redeem(tenant, ADMIN_CENTER, code)
    if user_id is None:
        reason = "The provided authorization code is expired or was used already."
        raise Refusal("invalid_grant", 70008, reason)
    return Caller(
        client_id, "Microsoft Entra admin center", frozenset({"user_impersonation"}), user_id
    )
