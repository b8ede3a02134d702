"""Where the tenant's own facts are."""

from __future__ import annotations

from emulator.graph.directory import licences, organization, settings
from emulator.graph.permissions import any_of
from emulator.graph.resource import Operation, resource
from emulator.rules.delegation import Right

_ORGANIZATION = any_of("Organization.Read.All", "Directory.Read.All", "Organization.ReadWrite.All")
_DOMAINS = any_of("Domain.Read.All", "Directory.Read.All", "Domain.ReadWrite.All")
_DOMAINS_WRITE = any_of("Domain.ReadWrite.All")
_LICENCES = any_of(
    "LicenseAssignment.Read.All",
    "Organization.Read.All",
    "Directory.Read.All",
    "LicenseAssignment.ReadWrite.All",
)
_SETTINGS = any_of("GroupSettings.Read.All", "Directory.Read.All", "GroupSettings.ReadWrite.All")
_SETTINGS_WRITE = any_of("GroupSettings.ReadWrite.All", "Directory.ReadWrite.All")

RESOURCES = (
    resource(
        "/organization",
        GET=Operation(organization.list_organizations, _ORGANIZATION, Right.READ_ORGANIZATION),
    ),
    resource(
        "/organization/{id}",
        GET=Operation(organization.get_organization, _ORGANIZATION, Right.READ_ORGANIZATION),
    ),
    resource("/domains", GET=Operation(organization.list_domains, _DOMAINS, Right.READ_DOMAINS)),
    resource(
        "/domains/{id}",
        GET=Operation(organization.get_domain, _DOMAINS, Right.READ_DOMAINS),
        PATCH=Operation(organization.update_domain, _DOMAINS_WRITE, Right.CHANGE_DOMAINS),
    ),
    resource("/subscribedSkus", GET=Operation(licences.list_skus, _LICENCES, Right.READ_LICENCES)),
    resource(
        "/groupSettings",
        GET=Operation(settings.list_settings, _SETTINGS, Right.READ_SETTINGS),
        POST=Operation(settings.create_setting, _SETTINGS_WRITE, Right.CHANGE_SETTINGS),
    ),
    resource(
        "/groupSettings/{id}",
        GET=Operation(settings.get_setting, _SETTINGS, Right.READ_SETTINGS),
        PATCH=Operation(settings.update_setting, _SETTINGS_WRITE, Right.CHANGE_SETTINGS),
    ),
)
