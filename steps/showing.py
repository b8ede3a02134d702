"""Whether a page of the admin center shows what is set at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.errors import Inconclusive
from sspr.policy import Policy
from sspr.settings import alike
from steps.admin_center import BLADES, administrator, listed

if TYPE_CHECKING:
    from pages.journeys.admin_center import BladeStory
    from steps.stage import Stage


def shows_what_is_set(stage: Stage, blade: BladeStory) -> None:
    """
    Go on only if the page shows what was filled in where that is in force beyond doubt.

    Otherwise what was saved may have been kept, and the page alone is wrong.

    Raises:
        Inconclusive: It shows something else then too.
    """
    stage.tenant.capabilities.set_policy(_with(stage.policy, blade.filled))
    shown = stage.open_blade(administrator(stage), BLADES[blade.name]).shown
    other = [key for key, value in blade.filled.items() if not alike(shown.get(key), value)]
    if other:
        raise Inconclusive(
            f"The page {blade.name} shows {listed(shown, other)} even where the tenant has been "
            f"given {listed(blade.filled, other)}: it does not tell what was saved."
        )


def _with(policy: Policy, settings: dict[str, Any]) -> Policy:
    document = policy.model_dump(mode="json")
    for key, value in settings.items():
        section, _, name = key.partition(".")
        document[section][name] = value
    return Policy.model_validate(document)
