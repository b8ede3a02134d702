"""The OAuth 2 token endpoint: for programs, by themselves or for a person, and the portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.identity import code_grant, device_code, id_token, password_grant
from emulator.identity.access_token import LIFETIME, Caller, issue
from emulator.identity.client import confidential, form_of, need, public
from emulator.identity.errors import Refusal, answer
from emulator.identity.tenants import named
from emulator.portals.session import ADMIN_CENTER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from emulator.emulator import AppRegistration
    from emulator.tenant import Tenant

GRAPH = "https://graph.microsoft.com"


async def token(request: Request) -> JSONResponse:
    """Give a token for the API that the scope names, or say why not."""
    try:
        return _grant(request, await form_of(request))
    except Refusal as refusal:
        return answer(request, refusal)


def _grant(request: Request, form: Mapping[str, str]) -> JSONResponse:
    kind, known = need(form, "grant_type"), request.state.emulator.application
    tenant = named(request)
    if kind == "client_credentials":
        application = confidential(known, form)
        audience = _audience(need(form, "scope"), GRAPH)
        caller = Caller(application.client_id, application.name, application.permissions)
        return _token(issue(tenant, caller, audience), {})
    if kind == "authorization_code" and form.get("client_id") == ADMIN_CENTER.client_id:
        audience = _audience(need(form, "scope"), code_grant.PORTAL_API)
        caller = code_grant.person_behind(tenant, need(form, "code"))
        return _token(issue(tenant, caller, audience), {})
    caller, nonce = _person(tenant, known, form, kind)
    return _token(issue(tenant, caller, GRAPH), id_token.of_person(tenant, caller, nonce))


def _person(
    tenant: Tenant, known: AppRegistration, form: Mapping[str, str], kind: str
) -> tuple[Caller, str]:
    """For whom the application acts at Graph, and the nonce of the sign-in if there was one."""
    if kind == "authorization_code":
        return code_grant.person_behind_application(tenant, public(known, form), form)
    if kind == device_code.GRANT:
        application = public(known, form)
        return device_code.person_behind(tenant, application, need(form, "device_code")), ""
    if kind == "password":
        return password_grant.person_behind(tenant, public(known, form), form), ""
    raise Refusal("unsupported_grant_type", 70003, f"The grant type '{kind}' is not supported.")


def _token(token: str, more: Mapping[str, str]) -> JSONResponse:
    seconds = int(LIFETIME.total_seconds())
    return JSONResponse(
        {
            "token_type": "Bearer",
            "expires_in": seconds,
            "ext_expires_in": seconds,
            "access_token": token,
            **more,
        },
        headers={"Cache-Control": "no-store", "Pragma": "no-cache"},
    )


def _audience(scope: str, known: str) -> str:
    resource = scope.removesuffix("/.default")
    if resource == scope:
        reason = f"The provided value for scope {scope} is not valid; it must end with /.default."
        raise Refusal("invalid_scope", 1002012, reason)
    if resource.rstrip("/") != known:
        reason = f"The resource principal named {resource} was not found in the tenant."
        raise Refusal("invalid_resource", 500011, reason)
    return known
