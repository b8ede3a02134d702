"""
Who is registered for what: ``/reports/authenticationMethods/userRegistrationDetails``.

Its truths are worked out and not stored. A filter on them reads on until the page is full or a
good part of the directory has been looked through; then the next link goes on from there.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.actions.registration_details import details_of
from emulator.graph.answers import collection, entity, when_exactly
from emulator.graph.collections import size
from emulator.graph.errors import not_found, unsupported_query
from emulator.graph.found import user_of
from emulator.graph.odata import skiptoken
from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.listing import Listing
from emulator.graph.odata.paging import Page
from emulator.graph.odata.plain import holds
from emulator.graph.reports.lagging import as_told
from emulator.store import User

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from emulator.actions.registration_details import Details
    from emulator.deviations import Bent
    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call, Reply
    from emulator.tenant import Tenant

_CONTEXT = "reports/authenticationMethods/userRegistrationDetails"
_PAGE = 999
_CHUNKS = 5
_LISTING = Listing(name=_CONTEXT, key=User.id, properties={}, page=(_PAGE, _PAGE))


def list_details(call: Call) -> Reply:
    """A page of the report; deleted and disabled accounts are not in it (J17)."""
    try:
        with call.tenant.store.begin() as session:
            page = _page(call, session)
    except BadQuery as error:
        raise unsupported_query(str(error)) from None
    return collection(call, _CONTEXT, page.items, page)


def get_details(call: Call) -> Reply:
    """One person's row."""
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        unreported = user.id in call.tenant.unreported or _is_left_out(call.tenant, user)
        if unreported or not (user.account_enabled or _lists_disabled(call.tenant)):
            raise not_found(call.path["id"])
        (row,) = details_of(session, call.tenant, [user])
        (shape,) = as_told(call, session, [_shape(call, row)])
        return entity(call, _CONTEXT, shape)


def _page(call: Call, session: Session) -> Page:
    query = call.query
    if query.orderby:
        raise BadQuery("The report cannot be sorted.")
    most = size(call, _LISTING)
    after = skiptoken.read(query.skiptoken, 1)[0] if query.skiptoken else ""
    found: list[Shape] = []
    for users in islice(_chunks(session, call.tenant, after), _CHUNKS):
        found += _wanted(call, session, users)
        after = users[-1].id
        if len(found) > most:
            break
    count = _count(call, session) if query.count else None
    return Page(found[:most], _token(call, session, found, after), count)


def _token(call: Call, session: Session, found: list[Shape], after: str) -> str | None:
    """Where to go on: after the page, or after what was looked through without filling one."""
    most = size(call, _LISTING)
    if len(found) > most:
        return skiptoken.write([found[most - 1]["id"]])
    return skiptoken.write([after]) if next(_chunks(session, call.tenant, after), None) else None


def _wanted(call: Call, session: Session, users: list[User]) -> list[Shape]:
    """The rows of ``users`` that the filter lets through."""
    tree = call.query.filter
    rows = [_shape(call, row) for row in details_of(session, call.tenant, users)]
    shapes = as_told(call, session, rows)
    return [shape for shape in shapes if tree is None or holds(tree, shape)]


def _count(call: Call, session: Session) -> int:
    return sum(len(_wanted(call, session, users)) for users in _chunks(session, call.tenant, ""))


def _chunks(session: Session, tenant: Tenant, after: str) -> Iterator[list[User]]:
    rows = _listed(tenant).order_by(User.id).limit(_PAGE + 1)
    while users := list(session.scalars(rows.where(User.id > after))):
        yield users
        after = users[-1].id
        session.expunge_all()


def _listed(tenant: Tenant) -> Select[User]:
    rows = select(User).where(User.id.not_in(tenant.unreported))
    if _leaves_guests_out(tenant):
        rows = rows.where(User.user_type != "Guest")
    return rows if _lists_disabled(tenant) else rows.where(User.account_enabled)


def _is_left_out(tenant: Tenant, user: User) -> bool:
    return user.is_guest and _leaves_guests_out(tenant)


def _leaves_guests_out(tenant: Tenant) -> bool:
    return "guests-unreported" in tenant.bent


def _lists_disabled(tenant: Tenant) -> bool:
    return "report-lists-disabled" in tenant.bent


def _shape(call: Call, row: Details) -> Shape:
    return {
        "id": row.user.id,
        "userPrincipalName": row.user.user_principal_name,
        "userDisplayName": _name(row.user, call.tenant.bent),
        "userType": _type(row.user, call.tenant.bent),
        "isAdmin": row.is_admin,
        "isSsprRegistered": row.registered,
        "isSsprEnabled": row.enabled,
        "isSsprCapable": row.capable,
        "isMfaRegistered": row.mfa,
        "isMfaCapable": row.mfa or "report-calls-all-mfa-capable" in call.tenant.bent,
        "isPasswordlessCapable": "report-calls-all-passwordless" in call.tenant.bent,
        "methodsRegistered": list(row.methods),
        "isSystemPreferredAuthenticationMethodEnabled": True,
        "systemPreferredAuthenticationMethods": [row.preferred] if row.mfa else [],
        "userPreferredMethodForSecondaryAuthentication": row.preferred,
        "lastUpdatedDateTime": when_exactly(call.now),
    }


def _name(user: User, bent: Bent) -> str:
    """The name that a line bears: the user's own (J17)."""
    return user.user_principal_name if "report-misnames-users" in bent else user.display_name


def _type(user: User, bent: Bent) -> str:
    """What a line calls the user: a guest or a member (J19)."""
    guest = user.is_guest and "report-calls-guests-members" not in bent
    return "guest" if guest else "member"
