"""The OAuth 2 token endpoint: for programs, by themselves or for a person, and the portal."""

from __future__ import annotations

import base64
import binascii
import hmac
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from emulator.identity import password_grant
from emulator.identity.access_token import LIFETIME, Caller, issue
from emulator.identity.code_grant import PORTAL_API, person_behind
from emulator.identity.errors import Refusal, answer
from emulator.identity.tenants import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from emulator.emulator import AppRegistration

GRAPH = "https://graph.microsoft.com"


async def token(request: Request) -> JSONResponse:
    """Give a token for the API that the scope names, or say why not."""
    try:
        return _grant(request, await _form(request))
    except Refusal as refusal:
        return answer(request, refusal)


async def _form(request: Request) -> dict[str, str]:
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
    except (binascii.Error, UnicodeDecodeError):
        return {}
    return {"client_id": unquote(name), "client_secret": unquote(secret)}


def _grant(request: Request, form: Mapping[str, str]) -> JSONResponse:
    tenant, kind = named(request), _need(form, "grant_type")
    if kind == "client_credentials":
        application = _application(request.state.emulator.application, form)
        audience = _audience(_need(form, "scope"), GRAPH)
        caller = Caller(application.client_id, application.name, application.permissions)
    elif kind == "authorization_code":
        audience = _audience(_need(form, "scope"), PORTAL_API)
        caller = person_behind(tenant, _need(form, "client_id"), _need(form, "code"))
    elif kind == "password":
        application, audience = _public(request.state.emulator.application, form), GRAPH
        caller = password_grant.person_behind(tenant, application, form)
    else:
        raise Refusal("unsupported_grant_type", 70003, f"The grant type '{kind}' is not supported.")
    return _token(issue(tenant, caller, audience))


def _token(token: str) -> JSONResponse:
    seconds = int(LIFETIME.total_seconds())
    return JSONResponse(
        {
            "token_type": "Bearer",
            "expires_in": seconds,
            "ext_expires_in": seconds,
            "access_token": token,
        },
        headers={"Cache-Control": "no-store", "Pragma": "no-cache"},
    )


def _need(form: Mapping[str, str], name: str) -> str:
    if value := form.get(name):
        return value
    reason = f"The request body must contain the following parameter: '{name}'."
    raise Refusal("invalid_request", 900144, reason)


def _public(known: AppRegistration, form: Mapping[str, str]) -> AppRegistration:
    """The application, which needs no secret where a person signs in."""
    given = {"client_secret": known.client_secret, **form}
    return _application(known, given)


def _application(known: AppRegistration, form: Mapping[str, str]) -> AppRegistration:
    client_id, secret = _need(form, "client_id"), form.get("client_secret", "")
    if client_id != known.client_id:
        reason = f"Application with identifier '{client_id}' was not found in the directory."
        raise Refusal("unauthorized_client", 700016, reason)
    if not secret:
        reason = "The request body must contain 'client_assertion' or 'client_secret'."
        raise Refusal("invalid_client", 7000218, reason, 401)
    if not hmac.compare_digest(secret.encode(), known.client_secret.encode()):
        raise Refusal("invalid_client", 7000215, "Invalid client secret provided.", 401)
    return known


def _audience(scope: str, known: str) -> str:
    resource = scope.removesuffix("/.default")
    if resource == scope:
        reason = f"The provided value for scope {scope} is not valid; it must end with /.default."
        raise Refusal("invalid_scope", 1002012, reason)
    if resource.rstrip("/") != known:
        reason = f"The resource principal named {resource} was not found in the tenant."
        raise Refusal("invalid_resource", 500011, reason)
    return known
