"""Making a page of one sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.portals.pages import render

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.signin.visit import Visit


def page(
    visit: Visit,
    template: str,
    page_id: str,
    *,
    config: dict[str, Any] | None = None,
    **values: Any,
) -> Response:
    """A page of this sign-in; ``config`` is what its script knows besides its own name."""
    known = {"pgid": page_id, "sResetPasswordPrefillParam": "username", **(config or {})}
    return render(
        visit.request,
        f"signin/{template}.html",
        page_id=page_id,
        config=known,
        ctx=visit.row.id,
        canary=visit.row.canary,
        user_name=visit.get("user_name") or "",
        **values,
    )
