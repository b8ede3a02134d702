"""What lies around the password reset policy: the organisation, its accounts, on-premises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from emulator.actions.synchronisation import announce
from emulator.control import orders
from emulator.control.orders import Refused
from emulator.organization import P1_SERVICE_PLAN, STANDARD_SERVICE_PLAN, Organization
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from starlette.requests import Request

    from emulator.store import User
    from emulator.tenant import Tenant

NOT_FOUND = 404
PLANS = {
    "free": frozenset[str](),
    "standard": frozenset({STANDARD_SERVICE_PLAN}),
    "trial": frozenset({P1_SERVICE_PLAN}),
    "premium": frozenset({P1_SERVICE_PLAN}),
}
SWITCHES = {"security_defaults", "education", "email_signs_in", "passkey_nudge"}


async def on_premises(request: Request) -> Response:
    """Change the on-premises side of the tenant."""
    order = orders.read(orders.OnPremises, await request.body())
    side = request.state.tenant.organization.writeback
    _set(side, order.model_dump(exclude_none=True))
    return Response(status_code=204)


async def organization(request: Request) -> Response:
    """Change what the tenant is, apart from its policy."""
    order = orders.read(orders.Organization, await request.body())
    furnish(request.state.tenant.organization, order)
    return Response(status_code=204)


def furnish(facts: Organization, order: orders.Organization) -> None:
    """Change ``facts`` as far as ``order`` says."""
    if order.licences:
        facts.licences = PLANS[order.licences]
        facts.once_free |= not facts.licences
        facts.trial_since_days = order.trial_days if order.licences == "trial" else None
    if order.custom_domain is not None:
        facts.custom_domains = Organization().custom_domains if order.custom_domain else ()
    if order.multifactor_methods is not None:
        facts.multifactor_methods = frozenset(order.multifactor_methods)
    _set(facts, order.model_dump(include=SWITCHES, exclude_none=True))
    if order.branding:
        _set(facts.branding, order.branding.model_dump(exclude_none=True))


def _set(facts: object, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(facts, name, value)


async def account(request: Request) -> Response:
    """Change what of an account Graph cannot change."""
    order = orders.read(orders.Account, await request.body())
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        user = user_by_name(session, request.path_params["user"])
        if user is None:
            raise Refused("user: nobody has this user principal name", NOT_FOUND)
        _change(tenant, user, order)
    return Response(status_code=204)


def _change(tenant: Tenant, user: User, order: orders.Account) -> None:
    if order.managed:
        user.on_premises_sync_enabled = order.managed != "cloud"
        user.federated = order.managed == "federated"
        tenant.organization.writeback.connected |= user.on_premises_sync_enabled
    user.on_premises_locked = _or(order.locked, user.on_premises_locked)
    user.on_premises_protected = _or(order.protected, user.on_premises_protected)
    user.on_premises_never_expires = _or(order.never_expires, user.on_premises_never_expires)
    if order.disabled is not None:
        announce(tenant, user, enabled=not order.disabled)
    if order.guest_home:
        user.guest_home, user.user_type = order.guest_home, "Guest"


def _or(wanted: bool | None, present: bool) -> bool:  # noqa: FBT001 - a value, not a switch
    return present if wanted is None else wanted


ROUTES = [
    Route("/organization", organization, methods=["PUT"]),
    Route("/on-premises", on_premises, methods=["PUT"]),
    Route("/people/{user}", account, methods=["PUT"]),
]
