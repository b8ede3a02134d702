"""Who may call what: application permissions and delegated scopes, least privilege first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.graph.errors import GraphError
from emulator.identity.access_token import InvalidToken, read
from emulator.store.people import roles_of

if TYPE_CHECKING:
    from emulator.graph.exchange import Call
    from emulator.identity.access_token import Caller

AUDIENCES = frozenset({"https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"})
_CHALLENGE = (
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize",'
    ' client_id="00000003-0000-0000-c000-000000000000"'
)


@dataclass(frozen=True, slots=True)
class Need:
    """
    What an operation asks of its caller: one of these is enough.

    Attributes:
        application: Permissions for a caller that acts for itself; empty where none suffices.
        delegated: Scopes for a caller that acts for a user.
    """

    application: tuple[str, ...]
    delegated: tuple[str, ...]


def any_of(*names: str) -> Need:
    """The same names for both kinds of callers."""
    return Need(names, names)


def authenticate(call: Call) -> Caller:
    """
    Who calls.

    Raises:
        GraphError: 401, there is no token or it is not good here.
    """
    kind, _, token = call.headers.get("authorization", "").partition(" ")
    if kind.casefold() != "bearer" or not token:
        raise _unauthorized("Access token is empty.")
    try:
        return read(call.tenant, token, AUDIENCES)
    except InvalidToken as error:
        raise _unauthorized(str(error)) from None


def authorize(caller: Caller, need: Need) -> None:
    """
    Let ``caller`` pass or name what is missing.

    Raises:
        GraphError: 403, none of the needed permissions was granted.
    """
    delegated = caller.user_id is not None
    wanted = need.delegated if delegated else need.application
    if not caller.permissions.isdisjoint(wanted):
        return
    kind = "delegated" if delegated else "application"
    missing = f"one of the {kind} permissions {', '.join(wanted)} is required"
    if not wanted:
        other = ", ".join(need.application if delegated else need.delegated)
        missing = f"no {kind} permission allows it, only one of {other} of the other kind"
    message = f"Insufficient privileges to complete the operation: {missing}."
    raise GraphError(403, "Authorization_RequestDenied", message)


def authorize_person(call: Call, caller: Caller, *, own: bool) -> None:
    """
    Let a caller for a person change no more than that person may.

    Who holds a directory role may change what the scopes allow, anybody else the own account only.
    Which role allows what, beyond that, is not modelled.

    Raises:
        GraphError: 403, the person is no administrator.
    """
    if caller.user_id is None or call.method == "GET" or own:
        return
    with call.tenant.store.begin() as session:
        if roles_of(session, caller.user_id):
            return
    message = "Insufficient privileges to complete the operation: a directory role is required."
    raise GraphError(403, "Authorization_RequestDenied", message)


def _unauthorized(message: str) -> GraphError:
    headers = {"WWW-Authenticate": _CHALLENGE}
    return GraphError(401, "InvalidAuthenticationToken", message, headers)
