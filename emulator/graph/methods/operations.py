"""Reading, registering, changing and deleting a user's methods on their behalf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import StringConstraints

from emulator.actions.audit import Event, Service, note, of_user
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.answers import collection, created, entity
from emulator.graph.bodies import Body, read
from emulator.graph.collections import at_hand
from emulator.graph.errors import GraphError, bad_request
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.found import user_of
from emulator.graph.methods.shape import (
    KIND_OF_PHONE,
    PHONE_TYPES,
    id_of,
    password_shape,
    shape_of,
    typed,
    typed_password,
)
from emulator.store import RegisteredMethod, User
from emulator.store.people import methods_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call

Address = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=320)]
# One country code, one blank, then digits; an extension may follow.
Number = Annotated[str, StringConstraints(pattern=r"^\+\d{1,3} \d{4,14}(x\d{1,10})?$")]
EMAIL = ("email",)
PHONES = tuple(PHONE_TYPES)
OATH = ("softwareOath",)
APP = ("authenticator",)


class EmailMethodBody(Body):
    """An alternate address."""

    email_address: Address


class PhoneMethodBody(Body):
    """A phone number, as ``+1 5550100``."""

    phone_number: Number
    phone_type: Literal["mobile", "alternateMobile", "office"]


class PhoneChangeBody(Body):
    """Another number for a phone."""

    phone_number: Number
    phone_type: Literal["mobile", "alternateMobile", "office"] | None = None


def list_methods(call: Call) -> Reply:
    """Everything a user has, each saying what it is."""
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        shapes = [typed_password(user), *map(typed, methods_of(session, user.id))]
    page = at_hand(call, shapes)
    return collection(call, _context(user, "methods"), page.items, page)


def list_passwords(call: Call) -> Reply:
    """The one password."""
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
    page = at_hand(call, [password_shape(user)])
    return collection(call, _context(user, "passwordMethods"), page.items, page)


def get_password(call: Call) -> Reply:
    """The one password by its id."""
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
    shape = password_shape(user)
    if call.path["method"].lower() != shape["id"]:
        raise no_method(call)
    return entity(call, _context(user, "passwordMethods"), shape)


def lister(name: str, kinds: Collection[str]) -> Callable[[Call], Reply]:
    """An operation that lists the methods of ``kinds``."""

    def operation(call: Call) -> Reply:
        with call.tenant.store.begin() as session:
            user = user_of(call, session)
            held = [m for m in methods_of(session, user.id) if m.kind in kinds]
        page = at_hand(call, [shape_of(method) for method in held])
        return collection(call, _context(user, name), page.items, page)

    return operation


def getter(name: str, kinds: Collection[str]) -> Callable[[Call], Reply]:
    """An operation that reads one method of ``kinds``."""

    def operation(call: Call) -> Reply:
        with call.tenant.store.begin() as session:
            user = user_of(call, session)
            return entity(call, _context(user, name), shape_of(_held(call, session, user, kinds)))

    return operation


def remover(kinds: Collection[str]) -> Callable[[Call], Reply]:
    """An operation that deletes one method of ``kinds``."""

    def operation(call: Call) -> Reply:
        with call.tenant.store.begin() as session:
            user = user_of(call, session)
            session.delete(_held(call, session, user, kinds))
            _log(call, session, user, "deleted")
        return NO_CONTENT

    return operation


def add_email(call: Call) -> Reply:
    """Register an alternate address for the user."""
    body = read(call, EmailMethodBody)
    return _add(call, "emailMethods", "email", body.email_address)


def add_phone(call: Call) -> Reply:
    """Register a phone number for the user."""
    body = read(call, PhoneMethodBody)
    return _add(call, "phoneMethods", KIND_OF_PHONE[body.phone_type], body.phone_number)


def change_email(call: Call) -> Reply:
    """Give the user another alternate address."""
    return _change(call, EMAIL, read(call, EmailMethodBody).email_address)


def change_phone(call: Call) -> Reply:
    """Give the user another number for a phone they have."""
    return _change(call, PHONES, read(call, PhoneChangeBody).phone_number)


def _add(call: Call, name: str, kind: str, value: str) -> Reply:
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        if any(method.kind == kind for method in methods_of(session, user.id)):
            raise bad_request(f"The user already has a method of this kind: {kind}.")
        made = RegisteredMethod(
            user_id=user.id, kind=kind, value=value, by="admin", registered_at=call.now
        )
        session.add(made)
        session.flush()
        _log(call, session, user, "registered")
        return created(_context(user, name), shape_of(made))


def _change(call: Call, kinds: Collection[str], value: str) -> Reply:
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        _held(call, session, user, kinds).value = value
        _log(call, session, user, "updated")
    return NO_CONTENT


def _held(call: Call, session: Session, user: User, kinds: Collection[str]) -> RegisteredMethod:
    wanted = call.path["method"].lower()
    for method in methods_of(session, user.id):
        if method.kind in kinds and id_of(method) == wanted:
            return method
    raise no_method(call)


def no_method(call: Call) -> GraphError:
    """The user has no method of that id."""
    message = f"The authentication method '{call.path['method']}' was not found."
    return GraphError(404, "resourceNotFound", message)


def _context(user: User, name: str) -> str:
    return f"users('{user.id}')/authentication/{name}"


def _log(call: Call, session: Session, user: User, verb: str) -> None:
    event = Event(
        f"Admin {verb} security info",
        service=Service.METHODS,
        reason=f"Admin {verb} the method.",
    )
    note(session, call.tenant, event, actor_of(call, session), of_user(user), flow=flow_of(call))
