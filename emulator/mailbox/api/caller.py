"""Who calls: the account, known by its API key as the user name of basic authentication."""

from __future__ import annotations

import base64
import binascii
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


class ApiKey(AuthenticationBackend):
    """Accepts the account's API key and nothing else."""

    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, SimpleUser]:
        """
        The account that calls.

        Raises:
            AuthenticationError: The key is missing or another.
        """
        account = conn.state.emulator.mailbox
        if not secrets.compare_digest(_key(conn), account.api_key.encode()):
            raise AuthenticationError("the API key is missing or wrong")
        return AuthCredentials(["account"]), SimpleUser(account.server)


def unauthorized(_conn: HTTPConnection, _error: AuthenticationError) -> Response:
    """401, as the SDKs expect it."""
    return JSONResponse(
        {"type": "AuthenticationError", "message": "Authentication failed, check your API key."},
        status_code=401,
        headers={"WWW-Authenticate": "Basic"},
    )


def _key(conn: HTTPConnection) -> bytes:
    scheme, _, credentials = conn.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return b""
    try:
        return base64.b64decode(credentials, validate=True).partition(b":")[0]
    except (binascii.Error, ValueError):
        return b""
