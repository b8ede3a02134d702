"""How people come on whom the policy enables, and the group that makes them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sspr.errors import Inconclusive, UsageError
from steps.cast.arranging import register_enough
from steps.expect import applies

if TYPE_CHECKING:
    from sspr.directory.groups import Group
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

ADMINISTRATOR = "User Administrator"  # on the list of D12, and no Global Administrator


def enter_ready(stage: Stage) -> Actor:
    """A user comes on whom the policy enables and who has registered what a reset needs."""
    user = enter_enabled(stage)
    register_enough(stage, user)
    return user


def enter_enabled(stage: Stage, **more: object) -> Actor:
    """
    A user whom the policy enables comes on; ``more`` are further fields of the account.

    Raises:
        NotApplicable: The policy enables nobody.
    """
    enablement = stage.policy.enablement
    applies(enablement.enabled != "none", "The policy enables no users.")
    user = stage.enter(**more)
    if enablement.enabled == "selected" and enablement.group:
        stage.directory.groups.add(enabled_group(stage), user.person)
    return user


def enabled_group(stage: Stage) -> Group:
    """
    The group that the policy names.

    Raises:
        Inconclusive: The tenant has no such group, or several.
    """
    try:
        return stage.directory.groups.named(str(stage.policy.enablement.group))
    except UsageError as error:
        raise Inconclusive(f"{error} (see CFG-09)") from None
