"""Choosing another method (B36, B37)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.portals.registration import course
from emulator.portals.registration.pages import wizard_page

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit


def show_choice(visit: Visit) -> Response:
    """*Choose a different method*."""
    kinds = course.choices(visit)
    heading = "add_method" if visit.reskinned else "choose_different"
    return wizard_page(visit, "choice", heading, kinds=[str(kind) for kind in kinds])


def take_choice(visit: Visit) -> Response | None:
    """Turn to the chosen method, or back."""
    wanted = visit.fields.get("kind")
    chosen = next((kind for kind in course.choices(visit) if kind == wanted), None)
    if chosen is not None:
        course.choose(visit, chosen)
    elif visit.wizard.queue:
        course.next_kind(visit)
    return None
