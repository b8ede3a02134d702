"""The Mailosaur API as its SDKs call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware

from emulator.mailbox.api import analysis, devices, files, messages, previews, servers, usage
from emulator.mailbox.api.caller import ApiKey, unauthorized
from emulator.mailbox.api.errors import Refused, answer_http, answer_refused

if TYPE_CHECKING:
    from starlette.types import ASGIApp

SUBJECTS = (messages, servers, devices, usage, files, analysis, previews)


def application() -> ASGIApp:
    """Every resource of the API, behind its key."""
    return Starlette(
        routes=[route for subject in SUBJECTS for route in subject.ROUTES],
        middleware=[Middleware(AuthenticationMiddleware, backend=ApiKey(), on_error=unauthorized)],
        exception_handlers={Refused: answer_refused, HTTPException: answer_http},
    )
