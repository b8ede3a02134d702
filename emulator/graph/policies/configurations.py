"""The methods of the Authentication methods policy and what each can say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.rules.migration import OWN_SWITCHES, is_on

if TYPE_CHECKING:
    from collections.abc import Collection

    from sspr.policy import Method

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


def configuration(method: str, allowed: Collection[Method]) -> dict[str, Any]:
    """The configuration of ``method`` where the password reset policy allows ``allowed``."""
    kind, own, target = CONFIGURATIONS[method]
    own = dict(own)
    if own_switch := OWN_SWITCHES.get(method):
        name, by = own_switch
        own[name] = by in allowed
    return {
        "@odata.type": f"#microsoft.graph.{kind}AuthenticationMethodConfiguration",
        "id": method,
        "state": "enabled" if is_on(method, allowed) else "disabled",
        "excludeTargets": [],
        **own,
        "includeTargets": [target],
    }
