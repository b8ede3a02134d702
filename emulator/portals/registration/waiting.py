"""Telling the page that waits for a telephone whether it has been answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.actions import phone
from emulator.portals import keep
from emulator.portals.session import MY_SIGN_INS

if TYPE_CHECKING:
    from starlette.requests import Request


async def waiting(request: Request) -> JSONResponse:
    """``{"state": ...}`` of the prompt that the visitor's wizard waits for."""
    tenant = request.state.tenant
    with tenant.store.begin() as session:
        key = request.cookies.get(MY_SIGN_INS.name)
        row = keep.find(session, tenant, key, MY_SIGN_INS.name)
        wizard = row.data.get("wizard") if row else None
        draft = wizard.get("draft", {}) if isinstance(wizard, dict) else {}
        state = phone.state(session, tenant, str(draft.get("prompt")))
    return JSONResponse({"state": state})
