"""Whether a page of the admin center shows what is set at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sspr.errors import Inconclusive
from sspr.settings import alike
from steps.settings.admin_center import BLADES, administrator, listed

if TYPE_CHECKING:
    from pages.journeys.admin_center import BladeStory
    from steps.cast.stage import Stage


def shows_what_is_set(stage: Stage, blade: BladeStory) -> None:
    """
    Go on only if the page shows what was filled in where that is in force beyond doubt.

    Otherwise what was saved may have been kept, and the page alone is wrong.

    Raises:
        Inconclusive: It shows something else then too.
    """
    section, _, _ = next(iter(blade.filled)).partition(".")
    values = {key.removeprefix(f"{section}."): value for key, value in blade.filled.items()}
    stage.change_policy(section, **values)
    shown = stage.open_blade(administrator(stage), BLADES[blade.name]).shown
    other = [key for key, value in blade.filled.items() if not alike(shown.get(key), value)]
    if other:
        raise Inconclusive(
            f"The page {blade.name} shows {listed(shown, other)} even where the tenant has been "
            f"given {listed(blade.filled, other)}: it does not tell what was saved."
        )
