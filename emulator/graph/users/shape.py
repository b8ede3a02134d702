"""A user as Graph words it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.graph.answers import when
from emulator.graph.odata.listing import Listing
from emulator.graph.users.profile import PROFILE
from emulator.store import User

if TYPE_CHECKING:
    from emulator.graph.answers import Shape

TYPE = "#microsoft.graph.user"

# What comes when nothing is selected.
USUAL = (
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
    "id",
)

_NEVER = "0001-01-01T00:00:00Z"  # how Graph writes a date that nobody gave

LISTING = Listing(
    name="users",
    key=User.id,
    properties={
        "id": User.id,
        "userPrincipalName": User.user_principal_name,
        "displayName": User.display_name,
        "givenName": User.given_name,
        "surname": User.surname,
        "mail": User.mail,
        "mailNickname": User.mail_nickname,
        "mobilePhone": User.mobile_phone,
        "usageLocation": User.usage_location,
        "accountEnabled": User.account_enabled,
        "userType": User.user_type,
        "creationType": User.creation_type,
        "onPremisesSyncEnabled": User.on_premises_sync_enabled,
        "createdDateTime": User.created_at,
        "lastPasswordChangeDateTime": User.password_changed_at,
        **{name: User.profile[name].as_string() for name in PROFILE},
    },
    texts={"otherMails": User.other_mails, "businessPhones": User.business_phones},
    advanced=True,
)


def shape_of(user: User) -> Shape:
    """Everything that Graph tells of a user; the password is not among it."""
    return {
        "id": user.id,
        "deletedDateTime": None,
        "accountEnabled": user.account_enabled,
        "createdDateTime": when(user.created_at),
        "creationType": user.creation_type,
        "displayName": user.display_name,
        "givenName": user.given_name,
        "surname": user.surname,
        "mail": user.mail,
        "mailNickname": user.mail_nickname,
        "mobilePhone": user.mobile_phone,
        "businessPhones": user.business_phones,
        "otherMails": user.other_mails,
        "proxyAddresses": [f"SMTP:{user.mail}"] if user.mail else [],
        "usageLocation": user.usage_location,
        "userPrincipalName": user.user_principal_name,
        "userType": user.user_type,
        "lastPasswordChangeDateTime": when(user.password_changed_at),
        "passwordPolicies": "DisablePasswordExpiration" if user.password_never_expires else None,
        "passwordProfile": None,
        "onPremisesSyncEnabled": True if user.on_premises_sync_enabled else None,
        "onPremisesImmutableId": None,
        "assignedLicenses": [],
        "assignedPlans": [],
        "provisionedPlans": [],
        "birthday": _NEVER,
        "deviceEnrollmentLimit": 5,
        "hireDate": _NEVER,
        **{name: user.profile.get(name) for name in PROFILE},
    }
