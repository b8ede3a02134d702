"""
The password reset policy as the admin center's own API writes it (A18, pages.md 5.2).

The names are the API's, misspelling included. Nothing in Microsoft Graph corresponds to them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from emulator.deviations import STRAIGHT
from sspr.policy import Method, MigrationState, Policy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from emulator.deviations import Bent

MOST_GROUPS = 1  # A2
LONGEST_RECONFIRMATION = 730  # B27
A_YEAR = 365
_OTHER_DAYS = 77  # what a deviation saves where nobody has asked for it
ENABLEMENT = {"none": 0, "selected": 1, "all": 2}
SWITCHES = {
    Method.APP_NOTIFICATION: "mobileAppNotificationEnabled",
    Method.APP_CODE: "mobileAppCodeEnabled",
    Method.EMAIL: "emailOptionEnabled",
    Method.MOBILE_PHONE: "mobilePhoneOptionEnabled",
    Method.OFFICE_PHONE: "officePhoneOptionEnabled",
    Method.SECURITY_QUESTIONS: "securityQuestionsOptionEnabled",
}
_APP = {Method.APP_NOTIFICATION, Method.APP_CODE}
_ALLOWED = (
    "emailOptionAllowed",
    "mobilePhoneOptionAllowed",
    "officePhoneOptionAllowed",
    "securityQuestionsOptionAllowed",
    "mobileAppNotificationOptionAllowed",
    "mobileAppCodeOptionAllowed",
)
# Of the object, but never said anywhere to do anything: kept as Microsoft's samples have them.
_INERT: dict[str, Any] = {
    "skipRegistrationAllowed": True,
    "skipRegistrationMaxAllowedDays": 7,
    "securityQuestions": [],
    "registrationConditionalAccessPolicies": [],
}

_COMBINATIONS = {
    "methods": (
        "Choose as many methods besides the authenticator app as are required to reset, and no "
        "more questions to reset than to register."
    ),
}


class NotSaved(Exception):  # noqa: N818 - the portal refuses, nothing failed
    """What the portal refuses to save; the text says why."""


def to_portal(policy: Policy, group_id: str | None) -> dict[str, Any]:
    """``policy`` as the portal's object; ``group_id`` is the enabled group's, where it exists."""
    enablement, methods = policy.enablement, policy.methods
    helpdesk = policy.customization.helpdesk
    return {
        "objectId": "default",
        "enablementType": ENABLEMENT[enablement.enabled],
        "numberOfAuthenticationMethodsRequired": methods.required_to_reset,
        **{name: method in methods.allowed for method, name in SWITCHES.items()},
        "numberOfQuestionsToRegister": methods.questions_to_register,
        "numberOfQuestionsToReset": methods.questions_to_reset,
        "registrationRequiredOnSignIn": policy.registration.required_at_sign_in,
        "registrationReconfirmIntevalInDays": policy.registration.reconfirm_after_days,
        "customizeHelpdeskLink": helpdesk is not None,
        "customHelpdeskEmailOrUrl": helpdesk or "",
        "notifyUsersOnPasswordReset": policy.notifications.users,
        "notifyOnAdminPasswordReset": policy.notifications.all_admins,
        "passwordResetEnabledGroupIds": [group_id] if group_id else [],
        "passwordResetEnabledGroupName": enablement.group or "",
        **_INERT,
        **dict.fromkeys(_ALLOWED, True),
    }


def from_portal(
    policy: Policy, said: Mapping[str, Any], group: str | None, bent: Bent = STRAIGHT
) -> Policy:
    """
    ``policy`` with what the portal's object ``said``.

    Args:
        policy: What is in force; what the object cannot say stays.
        said: The whole object.
        group: The name of the group whose id it names, or None.
        bent: The deviations that are switched on.

    Raises:
        NotSaved: A value is missing or wrong, or the portal saves no such combination (B14).
    """
    current = policy.model_dump(mode="json")
    try:
        enablement, helpdesk = _enablement(said, group), _helpdesk(said)
        if "enablement-not-saved" not in bent:
            current["enablement"] |= enablement
        current["methods"] |= _methods(said, policy, bent)
        current["registration"] = _registration(said, policy, bent)
        current["notifications"] = _notifications(said, policy, bent)
        if "helpdesk-not-saved" not in bent:
            current["customization"] = {"helpdesk": helpdesk}
        return Policy.model_validate_json(_json(current), strict=True)
    except KeyError as error:
        raise NotSaved(f"The value {error.args[0]} is missing.") from None
    except ValidationError as error:
        raise NotSaved(_sentence(error.errors(include_url=False)[0])) from None


def _registration(said: Mapping[str, Any], policy: Policy, bent: Bent) -> dict[str, Any]:
    days = _days(said["registrationReconfirmIntevalInDays"], bent)
    tells_otherwise = said["notifyUsersOnPasswordReset"] is not policy.notifications.users
    if tells_otherwise and "saved-mails-change-days" in bent:
        days = _OTHER_DAYS
    return {
        "required_at_sign_in": _asks(said["registrationRequiredOnSignIn"], bent),
        "reconfirm_after_days": days,
    }


def _notifications(said: Mapping[str, Any], policy: Policy, bent: Bent) -> dict[str, Any]:
    alerts = said["notifyOnAdminPasswordReset"]
    if "alert-switch-not-saved" in bent:
        alerts = policy.notifications.all_admins
    return {"users": said["notifyUsersOnPasswordReset"], "all_admins": alerts}


def _enablement(said: Mapping[str, Any], group: str | None) -> dict[str, Any]:
    kinds = {number: name for name, number in ENABLEMENT.items()}
    wanted = said["enablementType"]
    if type(wanted) is not int or wanted not in kinds:
        raise NotSaved("enablementType is 0 (None), 1 (Selected) or 2 (All).")
    if kinds[wanted] == "selected" and not group:
        raise NotSaved("Select a group.")
    return {"enabled": kinds[wanted], "group": group}


def most_groups(bent: Bent) -> int:
    """How many groups can be enabled at once (A2)."""
    return MOST_GROUPS + ("two-groups-accepted" in bent)


def enough_questions(chosen: int, needed: int, bent: Bent) -> bool:
    """Whether ``chosen`` questions will do where users register ``needed`` (B53)."""
    return chosen >= needed or "too-few-questions-accepted" in bent


def _asks(wanted: Any, bent: Bent) -> Any:
    inverted = "register-switch-saved-inverted" in bent and isinstance(wanted, bool)
    return not wanted if inverted else wanted


def _days(wanted: Any, bent: Bent) -> Any:
    """A bent portal takes any number of days and keeps the most that there can be (B27)."""
    if "days-saved-up-to-a-year" in bent and isinstance(wanted, int):
        return wanted if wanted > LONGEST_RECONFIRMATION else min(wanted, A_YEAR)
    if "too-many-days-accepted" in bent and isinstance(wanted, int):
        return min(wanted, LONGEST_RECONFIRMATION)
    return wanted


def _methods(said: Mapping[str, Any], policy: Policy, bent: Bent) -> dict[str, Any]:
    allowed = [m for m in Method if _is_on(said, m, policy)]
    if "allowed-methods-not-saved" in bent:
        allowed = list(policy.methods.allowed)
    if "app-alone-accepted" in bent and set(allowed) <= _APP:
        allowed.append(Method.EMAIL)  # no policy can say that the app is alone
    number = said["numberOfAuthenticationMethodsRequired"]
    if "number-not-saved" in bent:
        number = policy.methods.required_to_reset
    return {
        "required_to_reset": number,
        "allowed": [method.value for method in allowed],
        "questions_to_register": said["numberOfQuestionsToRegister"],
        "questions_to_reset": said["numberOfQuestionsToReset"],
    }


def _is_on(said: Mapping[str, Any], method: Method, policy: Policy) -> bool:
    """After the migration only security questions are decided here (I10, pages.md 0 fact 7)."""
    migrated = policy.methods.migration_state is MigrationState.COMPLETE
    if migrated and method is not Method.SECURITY_QUESTIONS:
        return method in policy.methods.allowed
    wanted = said[SWITCHES[method]]
    if not isinstance(wanted, bool):
        raise NotSaved(f"{SWITCHES[method]} is true or false.")
    return wanted


def _helpdesk(said: Mapping[str, Any]) -> Any:
    if said["customizeHelpdeskLink"] not in {True, False}:
        raise NotSaved("customizeHelpdeskLink is true or false.")
    return said["customHelpdeskEmailOrUrl"] if said["customizeHelpdeskLink"] else None


def _json(value: Any) -> str:
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        raise NotSaved("The policy holds a value that is no JSON.") from None


def _sentence(error: ErrorDetails) -> str:
    name = ".".join(str(part) for part in error["loc"])
    if error["type"] == "value_error":
        return _COMBINATIONS.get(name, f"The values of {name} do not go together.")
    return f"The value of {name} is not allowed: {error['msg'].lower()}."
