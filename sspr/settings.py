"""Where a setting lives: the page of the admin center for each section of a policy."""

from __future__ import annotations

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
