"""Settings that were other ones for a while and are now as declared again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, parsers

from sspr.policy import Method, MigrationState
from steps.reset.helpdesk import other_than

if TYPE_CHECKING:
    from collections.abc import Callable

    from sspr.policy import Policy
    from steps.cast.stage import Stage


def _without_email(policy: Policy) -> dict[str, Any]:
    """Telephones instead of email: so many methods are left that any number can be required."""
    others = {*policy.methods.allowed, Method.MOBILE_PHONE, Method.OFFICE_PHONE} - {Method.EMAIL}
    return {"allowed": tuple(each for each in Method if each in others)}


# By the words of a feature: the section, and what its settings were in between.
BETWEEN: dict[str, tuple[str, Callable[[Policy], dict[str, Any]]]] = {
    "nobody was enabled": ("enablement", lambda _: {"enabled": "none", "group": None}),
    "everybody was enabled": ("enablement", lambda _: {"enabled": "all", "group": None}),
    "email was forbidden": ("methods", _without_email),
    "the migration was complete": (
        "methods",
        lambda _: {"migration_state": MigrationState.COMPLETE},
    ),
    "sign-in asked nobody to register": ("registration", lambda _: {"required_at_sign_in": False}),
    "nobody was asked to confirm": ("registration", lambda _: {"reconfirm_after_days": 0}),
    "users were not told of resets": ("notifications", lambda _: {"users": False}),
    "administrators were not alerted": ("notifications", lambda _: {"all_admins": False}),
    "another helpdesk was linked": (
        "customization",
        lambda now: {"helpdesk": other_than(now.customization.helpdesk)},
    ),
    "nothing was written back": ("writeback", lambda _: {"enabled": False}),
    "unlocking alone was forbidden": ("writeback", lambda _: {"unlock_without_reset": False}),
}


@given(parsers.parse("for a while {what}"))
def _for_a_while(stage: Stage, what: str) -> None:
    section, values = BETWEEN[what]
    stage.change_policy(section, **values(stage.policy))
    stage.tenant.capabilities.set_policy(stage.policy)
