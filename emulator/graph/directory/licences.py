"""What the tenant has bought: ``/subscribedSkus``."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from emulator.actions.standing import P2_SERVICE_PLAN
from emulator.graph.answers import collection
from emulator.graph.collections import at_hand
from emulator.organization import P1_SERVICE_PLAN
from emulator.store import User

if TYPE_CHECKING:
    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call, Reply

# Service plan id: the product that holds it here, with its part number and plan name.
PRODUCTS = {
    P1_SERVICE_PLAN: ("078d2b04-f1bd-4111-bbd4-b4b1b354cef4", "AAD_PREMIUM"),
    P2_SERVICE_PLAN: ("84a661c4-e949-4bd2-a560-ed7766fcaf2b", "AAD_PREMIUM_P2"),
}
_SEATS = 25


def list_skus(call: Call) -> Reply:
    """One product for each service plan that the tenant has; none in the Free tier (A10)."""
    with call.tenant.store.begin() as session:
        users = session.scalar(select(func.count()).select_from(User)) or 0
    organization = call.tenant.organization
    shapes = [_sku(organization.tenant_id, plan, users) for plan in sorted(organization.licences)]
    page = at_hand(call, shapes)
    return collection(call, "subscribedSkus", page.items, page)


def _sku(tenant_id: str, plan: str, users: int) -> Shape:
    sku, name = PRODUCTS.get(plan, (str(uuid.uuid5(uuid.UUID(tenant_id), plan)), "OTHER"))
    return {
        "id": f"{tenant_id}_{sku}",
        "accountId": tenant_id,
        "accountName": None,
        "appliesTo": "User",
        "capabilityStatus": "Enabled",
        "consumedUnits": users,
        "prepaidUnits": {
            "enabled": max(users, _SEATS),
            "lockedOut": 0,
            "suspended": 0,
            "warning": 0,
        },
        "servicePlans": [
            {
                "appliesTo": "User",
                "provisioningStatus": "Success",
                "servicePlanId": plan,
                "servicePlanName": name,
            }
        ],
        "skuId": sku,
        "skuPartNumber": name,
        "subscriptionIds": [],
    }
