"""Authentication methods as Graph words them, with the ids that are the same for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.graph.answers import when

if TYPE_CHECKING:
    from emulator.graph.answers import Shape
    from emulator.store import RegisteredMethod, User

PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490"  # noqa: S105 - an id, not a password
EMAIL_ID = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f"
PHONE_IDS = {
    "mobilePhone": "3179e48a-750b-4051-897c-87b9720928f7",
    "alternateMobilePhone": "b6332ec1-7057-4abe-9331-3d72feddfe41",
    "officePhone": "e37fc753-ff3b-4958-9484-eaa9425c82bc",
}
PHONE_TYPES = {
    "mobilePhone": "mobile",
    "alternateMobilePhone": "alternateMobile",
    "officePhone": "office",
}
KIND_OF_PHONE = {phone_type: kind for kind, phone_type in PHONE_TYPES.items()}
_FIXED = {"email": EMAIL_ID, **PHONE_IDS}


def id_of(method: RegisteredMethod) -> str:
    """The id by which Graph knows a method."""
    return _FIXED.get(method.kind, method.id)


def password_shape(user: User) -> Shape:
    """The password; Graph never tells it."""
    return {
        "id": PASSWORD_ID,
        "createdDateTime": when(user.password_changed_at),
        "password": None,
    }


def shape_of(method: RegisteredMethod) -> Shape:
    """One method; a TOTP's secret is never told."""
    head = {"id": id_of(method), "createdDateTime": when(method.registered_at)}
    return head | _own(method)


def typed(method: RegisteredMethod) -> Shape:
    """One method that says what it is."""
    return {"@odata.type": f"#microsoft.graph.{_type(method)}", **shape_of(method)}


def typed_password(user: User) -> Shape:
    """The password, saying what it is."""
    kind = "#microsoft.graph.passwordAuthenticationMethod"
    return {"@odata.type": kind, **password_shape(user)}


def _type(method: RegisteredMethod) -> str:
    if method.kind in PHONE_IDS:
        return "phoneAuthenticationMethod"
    names = {"authenticator": "microsoftAuthenticator"}
    return f"{names.get(method.kind, method.kind)}AuthenticationMethod"


def _own(method: RegisteredMethod) -> dict[str, Any]:
    if method.kind == "email":
        return {"emailAddress": method.value}
    if method.kind in PHONE_TYPES:
        mobile = method.kind == "mobilePhone"
        return {
            "phoneNumber": method.value,
            "phoneType": PHONE_TYPES[method.kind],
            "smsSignInState": "notAllowedByPolicy" if mobile else "notSupported",
        }
    if method.kind == "authenticator":
        device = method.label or "Authenticator"
        return {
            "displayName": device,
            "deviceTag": "SoftwareTokenActivated",
            "phoneAppVersion": "6.2401.0119",
        }
    return {"secretKey": None}
