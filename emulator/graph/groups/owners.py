"""Who owns a group, and giving it an owner; nobody belongs to a group by owning it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.graph.answers import listed
from emulator.graph.collections import stored
from emulator.graph.errors import bad_request, not_found
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.found import group_of
from emulator.graph.groups.members import mixed
from emulator.graph.groups.references import log_membership, member_of, reference_from
from emulator.graph.odata.paging import Source
from emulator.graph.users.shape import LISTING
from emulator.store import Ownership, User
from emulator.store.membership import USER, owns

if TYPE_CHECKING:
    from emulator.graph.exchange import Call


def owners(call: Call) -> Reply:
    """A page of the owners, who are users here."""
    with call.tenant.store.begin() as session:
        group = group_of(call, session)
        ids = select(Ownership.owner_id).where(Ownership.group_id == group.id)
        page = stored(call, session, Source(select(User).where(User.id.in_(ids)), LISTING))
        return listed(call, "directoryObjects", mixed(call, page.items), page)


def add_owner(call: Call) -> Reply:
    """Let one user own the group."""
    reference = reference_from(call.json.get("@odata.id"))
    with call.tenant.store.begin() as session:
        group, owner = group_of(call, session), member_of(session, reference)
        if owner.kind != USER:
            raise not_found(reference)
        if owns(session, group.id, owner.id):
            raise bad_request(
                "One or more added object references already exist for the following modified "
                "properties: 'owners'."
            )
        session.add(Ownership(group_id=group.id, owner_id=owner.id))
        log_membership(call, session, "Add owner to group", group, owner)
    return NO_CONTENT
