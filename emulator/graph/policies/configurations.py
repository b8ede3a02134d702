"""The methods of the Authentication methods policy and what each can say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Collection

_EVERYONE = {"targetType": "group", "id": "all_users", "isRegistrationRequired": False}
_SMS = _EVERYONE | {"isUsableForSignIn": False}
_APP = _EVERYONE | {"authenticationMode": "any"}

# Each method with its OData type, what only it has, and its targets.
CONFIGURATIONS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "Fido2": (
        "fido2",
        {
            "isAttestationEnforced": True,
            "isSelfServiceRegistrationAllowed": True,
            "keyRestrictions": None,
        },
        _EVERYONE,
    ),
    "MicrosoftAuthenticator": (
        "microsoftAuthenticator",
        {"isSoftwareOathEnabled": True, "featureSettings": None},
        _APP,
    ),
    "Sms": ("sms", {}, _SMS),
    "TemporaryAccessPass": (
        "temporaryAccessPass",
        {
            "defaultLength": 8,
            "defaultLifetimeInMinutes": 60,
            "isUsableOnce": False,
            "maximumLifetimeInMinutes": 480,
            "minimumLifetimeInMinutes": 60,
        },
        _EVERYONE,
    ),
    "SoftwareOath": ("softwareOath", {}, _EVERYONE),
    "Voice": ("voice", {"isOfficePhoneAllowed": False}, _EVERYONE),
    "Email": ("email", {"allowExternalIdToUseEmailOtp": "default"}, _EVERYONE),
}
_BY = {  # I6: the password reset policy's methods and what each becomes
    Method.APP_NOTIFICATION: ("MicrosoftAuthenticator",),
    Method.APP_CODE: ("MicrosoftAuthenticator", "SoftwareOath"),
    Method.EMAIL: ("Email",),
    Method.MOBILE_PHONE: ("Sms", "Voice"),
    Method.OFFICE_PHONE: ("Voice",),
    Method.SECURITY_QUESTIONS: (),
}


def configuration(method: str, allowed: Collection[Method]) -> dict[str, Any]:
    """The configuration of ``method`` where the password reset policy allows ``allowed``."""
    kind, own, target = CONFIGURATIONS[method]
    on = {name for reset_method in allowed for name in _BY[reset_method]}
    own = dict(own)
    if method == "Voice":
        own["isOfficePhoneAllowed"] = Method.OFFICE_PHONE in allowed
    return {
        "@odata.type": f"#microsoft.graph.{kind}AuthenticationMethodConfiguration",
        "id": method,
        "state": "enabled" if method in on else "disabled",
        "excludeTargets": [],
        **own,
        "includeTargets": [target],
    }
