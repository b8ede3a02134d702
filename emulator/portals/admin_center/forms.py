"""What each page of *Password reset* may say of the policy's object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.rules.portal_policy import SWITCHES, NotSaved

if TYPE_CHECKING:
    from collections.abc import Mapping

METHODS = "AuthenticationMethods"
_QUESTION = "question."
_YES_NO = {"true": True, "false": False}
_NUMBERS = {
    "Properties": ("enablementType",),
    METHODS: (
        "numberOfAuthenticationMethodsRequired",
        "numberOfQuestionsToRegister",
        "numberOfQuestionsToReset",
    ),
    "Registration": ("registrationReconfirmIntevalInDays",),
}
_SWITCHES = {
    "Registration": ("registrationRequiredOnSignIn",),
    "Notifications": ("notifyUsersOnPasswordReset", "notifyOnAdminPasswordReset"),
    "Customization": ("customizeHelpdeskLink",),
}


def changes(blade: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """
    The part of the object that a page's form says.

    Raises:
        NotSaved: A field is missing or holds what it cannot.
    """
    said: dict[str, Any] = {name: _number(fields, name) for name in _NUMBERS.get(blade, ())}
    said |= {name: switch(fields, name) for name in _SWITCHES.get(blade, ())}
    if blade == "Properties":
        group = fields.get("passwordResetEnabledGroupIds", "")
        said["passwordResetEnabledGroupIds"] = [group] if group else []
    if blade == METHODS:
        said |= {name: name in fields for name in SWITCHES.values()}
    if blade == "Customization":
        said["customHelpdeskEmailOrUrl"] = fields.get("customHelpdeskEmailOrUrl", "").strip()
    return said


def questions(fields: Mapping[str, str]) -> list[str]:
    """The keys of the security questions that are ticked."""
    return [name.removeprefix(_QUESTION) for name in fields if name.startswith(_QUESTION)]


def switch(fields: Mapping[str, str], name: str) -> bool:
    """
    A pair of Yes and No.

    Raises:
        NotSaved: Neither is chosen.
    """
    if fields.get(name) not in _YES_NO:
        raise NotSaved(f"Choose Yes or No for {name}.")
    return _YES_NO[fields[name]]


def _number(fields: Mapping[str, str], name: str) -> int:
    text = fields.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) < len("10000")):
        raise NotSaved(f"{name} is a whole number.")
    return int(text)
