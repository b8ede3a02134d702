"""The organisation and its domains: ``/organization`` and ``/domains``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from emulator.graph.answers import collection, entity
from emulator.graph.bodies import Body, read
from emulator.graph.collections import at_hand
from emulator.graph.errors import not_found
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.organization import NEVER_DAYS
from emulator.rules.portal_view import renamed

if TYPE_CHECKING:
    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call
    from emulator.organization import Organization
    from emulator.tenant import Tenant

NOTICE_DAYS = 14
Days = Annotated[int, Field(ge=1, le=NEVER_DAYS)]


def list_organizations(call: Call) -> Reply:
    """The one organisation."""
    page = at_hand(call, [_organization(call.tenant)])
    return collection(call, "organization", page.items, page)


def get_organization(call: Call) -> Reply:
    """The organisation by its id."""
    shape = _organization(call.tenant)
    if call.path["id"].lower() != shape["id"]:
        raise not_found(call.path["id"])
    return entity(call, "organization", shape)


def list_domains(call: Call) -> Reply:
    """Every domain of the tenant; all of them are verified."""
    page = at_hand(call, _domains(call.tenant.organization))
    return collection(call, "domains", page.items, page)


def get_domain(call: Call) -> Reply:
    """One domain by its name."""
    for shape in _domains(call.tenant.organization):
        if shape["id"] == call.path["id"].casefold():
            return entity(call, "domains", shape)
    raise not_found(call.path["id"])


class DomainBody(Body):
    """What is to be changed of a domain: how long passwords last."""

    password_validity_period_in_days: Days
    password_notification_window_in_days: Days = NOTICE_DAYS


def update_domain(call: Call) -> Reply:
    """Change how long passwords last; here that holds for every domain of the tenant."""
    body = read(call, DomainBody)
    if call.path["id"].casefold() not in _names(call.tenant.organization):
        raise not_found(call.path["id"])
    call.tenant.organization.password_validity_days = body.password_validity_period_in_days
    return NO_CONTENT


def _names(organization: Organization) -> list[str]:
    return [*organization.custom_domains, organization.initial_domain]


def _domains(organization: Organization) -> list[Shape]:
    return [_domain(organization, name) for name in _names(organization)]


def _domain(organization: Organization, name: str) -> Shape:
    return {
        "id": name,
        "authenticationType": "Managed",
        "availabilityStatus": None,
        "isAdminManaged": True,
        "isDefault": name == organization.domain,
        "isInitial": name == organization.initial_domain,
        "isRoot": True,
        "isVerified": True,
        "manufacturer": None,
        "model": None,
        "passwordNotificationWindowInDays": NOTICE_DAYS,
        "passwordValidityPeriodInDays": organization.password_validity_days,
        "state": None,
        "supportedServices": ["Email", "OfficeCommunicationsOnline"],
    }


def _organization(tenant: Tenant) -> Shape:
    organization = tenant.organization
    return {
        "id": organization.tenant_id,
        "deletedDateTime": None,
        "assignedPlans": [],
        "businessPhones": [],
        "city": None,
        "country": None,
        "countryLetterCode": None,
        "createdDateTime": None,
        "displayName": renamed(organization.name, tenant.bent),
        "marketingNotificationEmails": [],
        "mobileDeviceManagementAuthority": "unknown",
        "onPremisesSyncEnabled": True if organization.writeback.connected else None,
        "postalCode": None,
        "preferredLanguage": "en",
        "provisionedPlans": [],
        "securityComplianceNotificationMails": [],
        "securityComplianceNotificationPhones": [],
        "state": None,
        "street": None,
        "technicalNotificationMails": [],
        "tenantType": "AAD",
        "verifiedDomains": [_verified(organization, name) for name in _names(organization)],
    }


def _verified(organization: Organization, name: str) -> Shape:
    return {
        "capabilities": "Email, OfficeCommunicationsOnline",
        "isDefault": name == organization.domain,
        "isInitial": name == organization.initial_domain,
        "name": name,
        "type": "Managed",
    }
