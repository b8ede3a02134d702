"""What each page of *Password reset* may say of the policy's object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.rules.portal_policy import SWITCHES, NotSaved
from emulator.store.questions import Defined

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

METHODS = "AuthenticationMethods"
_QUESTION = "question."
_OWN = "customSecurityQuestions"
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


def typed(blade: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """What stands in a page's form, for showing it again: also what no object can hold."""
    said: dict[str, Any] = {name: fields.get(name, "") for name in _NUMBERS.get(blade, ())}
    said |= {name: int(text) for name, text in said.items() if _is_number(text)}
    said |= {name: fields.get(name) == "true" for name in _SWITCHES.get(blade, ())}
    try:
        return said | changes(blade, fields)
    except NotSaved:
        return said


def questions(fields: Mapping[str, str], known: Collection[str]) -> Defined:
    """The security questions that are ticked, all or some of those ``known``, and the own ones."""
    ticked = tuple(key for key in known if f"{_QUESTION}{key}" in fields)
    own = [line.strip() for line in fields.get(_OWN, "").splitlines()]
    return Defined(None if len(ticked) == len(known) else ticked, tuple(filter(None, own)))


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
    if not _is_number(text):
        raise NotSaved(f"{name} is a whole number.")
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len("10000")
