"""Settings: their values, and the page of the admin center where each lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLADE = "Entra ID > Password reset"
_PAGES = {
    "enablement": f"{_BLADE} > Properties",
    "methods": f"{_BLADE} > Authentication methods",
    "registration": f"{_BLADE} > Registration",
    "notifications": f"{_BLADE} > Notifications",
    "customization": f"{_BLADE} > Customization",
    "writeback": f"{_BLADE} > On-premises integration",
    "tenant": "Entra ID > Overview > Properties",
}
# The administrators' switch stands on no page of the admin center (D9).
_KEYS = {
    "enablement.administrators": "Microsoft Graph: authorizationPolicy.allowedToUseSSPR",
    "methods.migration_state": "Entra ID > Authentication methods > Policies > Manage migration",
}


def place_of(setting: str) -> str:
    """Where the policy key ``setting`` is set; empty for a key that nobody knows."""
    return _KEYS.get(setting) or _PAGES.get(setting.partition(".")[0], "")


def settings_of(policy: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The values of a policy, as plain data, by their keys such as ``notifications.users``."""
    return {
        f"{section}.{name}": value
        for section, values in policy.items()
        for name, value in values.items()
    }


def alike(one: Any, other: Any) -> bool:
    """Whether two values of a setting say the same; lists of methods have no order."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    return bool(one == other)


def spelled(value: Any) -> str:
    """A value as a person reads it in a policy file."""
    if isinstance(value, list):
        return ", ".join(map(spelled, value)) or "none"
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
