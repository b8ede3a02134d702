"""Which program asks the token service, and what it says."""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.exceptions import HTTPException

from emulator.identity.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from emulator.emulator import AppRegistration


async def form_of(request: Request) -> dict[str, str]:
    """
    What a program sent, with its id and secret from an ``Authorization`` header if they came so.

    Raises:
        Refusal: It cannot be read.
    """
    try:
        form = {key: str(value) for key, value in (await request.form()).items()}
    except HTTPException:
        raise Refusal("invalid_request", 900144, "The request body cannot be read.") from None
    return form | _basic(request.headers.get("authorization", ""))


def _basic(header: str) -> dict[str, str]:
    """Client id and secret from an ``Authorization: Basic`` header."""
    kind, _, value = header.partition(" ")
    if kind.casefold() != "basic":
        return {}
    try:
        name, _, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except ValueError:  # no base64, not even ASCII, or no text
        return {}
    return {"client_id": unquote(name), "client_secret": unquote(secret)}


def need(form: Mapping[str, str], name: str) -> str:
    """
    The parameter ``name``.

    Raises:
        Refusal: It is missing.
    """
    if value := form.get(name):
        return value
    reason = f"The request body must contain the following parameter: '{name}'."
    raise Refusal("invalid_request", 900144, reason)


def public(known: AppRegistration, form: Mapping[str, str]) -> AppRegistration:
    """
    The application, which needs no secret where a person signs in.

    Raises:
        Refusal: It is another, or gave a wrong secret.
    """
    given = {"client_secret": known.client_secret, **form}
    return confidential(known, given)


def confidential(known: AppRegistration, form: Mapping[str, str]) -> AppRegistration:
    """
    The application, which proved itself by its secret.

    Raises:
        Refusal: It is another, or did not.
    """
    client_id, secret = need(form, "client_id"), form.get("client_secret", "")
    if client_id != known.client_id:
        reason = f"Application with identifier '{client_id}' was not found in the directory."
        raise Refusal("unauthorized_client", 700016, reason)
    if not secret:
        reason = "The request body must contain 'client_assertion' or 'client_secret'."
        raise Refusal("invalid_client", 7000218, reason, 401)
    if not hmac.compare_digest(secret.encode(), known.client_secret.encode()):
        raise Refusal("invalid_client", 7000215, "Invalid client secret provided.", 401)
    return known
