"""Reading and writing the policy objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse

from emulator.actions.portal_policy import portal_object, save_on_premises, save_portal_object
from emulator.portals.admin_api.door import Refused, Worker, refused, worker
from emulator.rules.portal_access import ON_PREMISES, may_save
from emulator.rules.portal_policy import NotSaved

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.tenant import Tenant

    Endpoint = Callable[[Request], Awaitable[Response]]

_SWITCHES = ("enablementForTenant", "accountUnlockEnabled")


def _guarded(endpoint: Endpoint) -> Endpoint:
    async def guarded(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Refused as refusal:
            return refused(refusal)

    return guarded


@_guarded
async def get_policy(request: Request) -> Response:
    """The policy object; the group comes only when the caller asks for it."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        worker(request, session)
        policy = portal_object(session, tenant)
    if request.query_params.get("getPasswordResetEnabledGroup", "").casefold() != "true":
        policy |= {"passwordResetEnabledGroupIds": [], "passwordResetEnabledGroupName": ""}
    return JSONResponse(policy)


@_guarded
async def put_policy(request: Request) -> Response:
    """Save the whole object."""
    said = await _object(request)
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        who = _editor(request, session, "Properties")
        try:
            save_portal_object(session, tenant, said, who.actor, flow=who.flow)
        except NotSaved as refusal:
            raise Refused(400, str(refusal)) from None
    return JSONResponse(None)


@_guarded
async def get_on_premises(request: Request) -> Response:
    """The on-premises switches and what they stand on."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        worker(request, session)
    connected, writeback = tenant.organization.writeback.connected, tenant.policy.writeback
    return JSONResponse(
        {
            "passwordWritebackSupported": connected,
            "accountUnlockSupported": connected,
            "accountUnlockEnabled": writeback.unlock_without_reset,
            "enablementForTenant": writeback.enabled,
            "cloudProvisioningEnablementForTenant": False,
        }
    )


@_guarded
async def put_on_premises(request: Request) -> Response:
    """Save one switch or both; what is left out stays."""
    said = await _object(request)
    tenant: Tenant = request.state.tenant
    if any(type(said.get(name, False)) is not bool for name in _SWITCHES):
        raise Refused(400, "The switches are true or false.")
    writeback = tenant.policy.writeback
    with tenant.store.begin() as session:
        who = _editor(request, session, ON_PREMISES)
        save_on_premises(
            session,
            tenant,
            who.actor,
            flow=who.flow,
            enabled=said.get("enablementForTenant", writeback.enabled),
            unlock=said.get("accountUnlockEnabled", writeback.unlock_without_reset),
        )
    return JSONResponse(None)


def _editor(request: Request, session: Session, blade: str) -> Worker:
    who = worker(request, session)
    if not may_save(who.roles, blade):
        raise Refused(403, "The account's directory roles do not allow this.")
    return who


async def _object(request: Request) -> dict[str, Any]:
    try:
        said = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Refused(400, "The body is no JSON.") from None
    if not isinstance(said, dict):
        raise Refused(400, "The body is no object.")
    return said
