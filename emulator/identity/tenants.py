"""Which tenant an address of the token service means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.identity.errors import unknown_tenant

if TYPE_CHECKING:
    from starlette.requests import Request

    from emulator.tenant import Tenant

EVERYONE = frozenset({"common", "organizations"})


def named(request: Request) -> Tenant:
    """
    The tenant of the request, where its path names it by id or by one of its domains.

    Raises:
        Refusal: The path names another.
    """
    tenant: Tenant = request.state.tenant
    organization = tenant.organization
    name = request.path_params["tenant"].casefold()
    known = {organization.tenant_id, organization.initial_domain, *organization.custom_domains}
    if name not in known | EVERYONE:
        raise unknown_tenant(request.path_params["tenant"])
    return tenant
