"""Who may call what: application permissions and delegated scopes, least privilege first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.graph.errors import GraphError
from emulator.identity.access_token import InvalidToken, read
from emulator.rules.delegation import Person, objection
from emulator.store import User
from emulator.store.people import roles_of, user_by_id_or_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call
    from emulator.identity.access_token import Caller
    from emulator.rules.delegation import Right

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
        own: Further scopes, which suffice for that user's own account.
    """

    application: tuple[str, ...]
    delegated: tuple[str, ...]
    own: tuple[str, ...] = ()


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


def authorize(call: Call, need: Need) -> None:
    """
    Let the caller pass or name the permission that is missing.

    Raises:
        GraphError: 403, none of the needed permissions was granted.
    """
    caller = call.known_caller
    delegated = caller.user_id is not None
    wanted = need.delegated if delegated else need.application
    wanted += need.own if delegated and need.own and _is_own(call) else ()
    if not caller.permissions.isdisjoint(wanted):
        return
    kind = "delegated" if delegated else "application"
    missing = f"one of the {kind} permissions {', '.join(wanted)} is required"
    if not wanted:
        other = ", ".join(need.application if delegated else need.delegated)
        missing = f"no {kind} permission allows it, only one of {other} of the other kind"
    raise _denied(missing)


def authorize_person(call: Call, rights: Iterable[Right]) -> None:
    """
    Let a caller for a person do no more than that person may, and name what is missing.

    Raises:
        GraphError: 403, the person does not hold the role that it takes.
    """
    user_id = call.known_caller.user_id
    if user_id is None:
        return
    with call.tenant.store.begin() as session:
        user = session.get(User, user_id)
        person = _person(session, user) if user else Person(guest=True)
        over = _over(call, session)
        other = _person(session, over) if over else None
        own = over is not None and over.id == user_id
    for right in rights:
        if missing := objection(right, person, over=other, own=own):
            raise _denied(missing)


def _is_own(call: Call) -> bool:
    with call.tenant.store.begin() as session:
        over = _over(call, session)
        return over is not None and over.id == call.known_caller.user_id


def _over(call: Call, session: Session) -> User | None:
    """The user whom the address is about; a group or nobody leaves None."""
    key = call.path.get("id")
    return user_by_id_or_name(session, key) if key else None


def _person(session: Session, user: User) -> Person:
    return Person(roles_of(session, user.id), guest=user.is_guest)


def _denied(missing: str) -> GraphError:
    message = f"Insufficient privileges to complete the operation: {missing}."
    return GraphError(403, "Authorization_RequestDenied", message)


def _unauthorized(message: str) -> GraphError:
    headers = {"WWW-Authenticate": _CHALLENGE}
    return GraphError(401, "InvalidAuthenticationToken", message, headers)
