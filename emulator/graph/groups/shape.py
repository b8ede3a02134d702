"""A group as Graph words it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.graph.answers import when
from emulator.graph.odata.listing import Listing
from emulator.store import Group

if TYPE_CHECKING:
    from emulator.graph.answers import Shape

TYPE = "#microsoft.graph.group"

LISTING = Listing(
    name="groups",
    key=Group.id,
    properties={
        "id": Group.id,
        "displayName": Group.display_name,
        "description": Group.description,
        "mailNickname": Group.mail_nickname,
        "createdDateTime": Group.created_at,
    },
    advanced=True,
)


def shape_of(group: Group) -> Shape:
    """A cloud security group; nothing else exists here."""
    return {
        "id": group.id,
        "deletedDateTime": None,
        "classification": None,
        "createdDateTime": when(group.created_at),
        "description": group.description,
        "displayName": group.display_name,
        "expirationDateTime": None,
        "groupTypes": [],
        "infoCatalogs": [],
        "isAssignableToRole": None,
        "mail": None,
        "mailEnabled": False,
        "mailNickname": group.mail_nickname,
        "membershipRule": None,
        "membershipRuleProcessingState": None,
        "onPremisesSyncEnabled": None,
        "proxyAddresses": [],
        "renewedDateTime": when(group.created_at),
        "resourceBehaviorOptions": [],
        "resourceProvisioningOptions": [],
        "securityEnabled": True,
        "serviceProvisioningErrors": [],
        "visibility": None,
    }
