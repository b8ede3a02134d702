"""Changing one setting of the policy after the other, to see what the log tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import parsers, when

from sspr.policy import Method

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sspr.policy import Policy
    from steps.stage import Stage

TWO_OTHERS = (31, 61)  # days that no sample policy declares


def _other_methods(policy: Policy) -> dict[str, Any]:
    """One method more or, where all are allowed, one less."""
    allowed = policy.methods.allowed
    more = [each for each in Method if each not in allowed]
    return {"allowed": (*allowed, more[-1]) if more else allowed[:-1]}


# By the words of a feature: the section, and values that differ from the declared ones.
OTHERWISE: dict[str, tuple[str, Callable[[Policy], dict[str, Any]]]] = {
    "the number of required methods": (
        "methods",
        lambda now: {"required_to_reset": 3 - now.methods.required_to_reset},
    ),
    "the allowed methods": ("methods", _other_methods),
    "whether sign-in asks for registration": (
        "registration",
        lambda now: {"required_at_sign_in": not now.registration.required_at_sign_in},
    ),
    "the days until confirmation": (
        "registration",
        lambda now: {"reconfirm_after_days": abs(now.registration.reconfirm_after_days - 1)},
    ),
    "whether users are told": (
        "notifications",
        lambda now: {"users": not now.notifications.users},
    ),
    "whether administrators are told": (
        "notifications",
        lambda now: {"all_admins": not now.notifications.all_admins},
    ),
    "the helpdesk link": (
        "customization",
        lambda _now: {"helpdesk": "https://help.contoso.example/"},
    ),
}


@when(parsers.parse("an administrator changes {setting}"), target_fixture="began")
def _change(stage: Stage, setting: str) -> dt.datetime:
    began = stage.tenant.clock.now()
    section, values = OTHERWISE[setting]
    stage.change_policy(section, **values(stage.policy))
    return began


@when("the days until confirmation are changed twice", target_fixture="began")
def _change_twice(stage: Stage) -> dt.datetime:
    began = stage.tenant.clock.now()
    for days in TWO_OTHERS:
        stage.change_policy("registration", reconfirm_after_days=days)
    return began
