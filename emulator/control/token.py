"""Who may control the emulator: whoever knows the token that it printed when it began."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.authentication import (
    AuthCredentials,
    AuthenticationBackend,
    AuthenticationError,
    SimpleUser,
)
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection
    from starlette.responses import Response


class ControlToken(AuthenticationBackend):
    """Accepts the control token as a bearer token."""

    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, SimpleUser]:
        """
        The controller.

        Raises:
            AuthenticationError: The token is missing or another.
        """
        scheme, _, token = conn.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not is_token(conn, token):
            raise AuthenticationError("the control token is missing or wrong")
        return AuthCredentials(["controller"]), SimpleUser("controller")


def is_token(conn: HTTPConnection, given: str) -> bool:
    """Whether ``given`` is the control token."""
    known: str = conn.state.emulator.control_token
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), known.encode())


def unauthorized(_conn: HTTPConnection, error: AuthenticationError) -> Response:
    """401, with the reason."""
    return JSONResponse(
        {"error": str(error)}, status_code=401, headers={"WWW-Authenticate": "Bearer"}
    )
