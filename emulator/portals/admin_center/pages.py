"""Showing and saving the pages."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from emulator.actions.audit import Actor, Flow
from emulator.actions.portal_policy import (
    administrators_policy,
    define_questions,
    portal_object,
    save_on_premises,
    save_portal_object,
    shown_object,
)
from emulator.portals.admin_center.forms import METHODS, changes, questions, switch, typed
from emulator.portals.forms import check_canary, read_form
from emulator.portals.pages import render
from emulator.portals.session import ADMIN_CENTER, send_to_sign_in, visitor
from emulator.portals.wording import language_of, words
from emulator.rules.languages import DEFAULT
from emulator.rules.portal_access import ON_PREMISES, may_save, reads_events, visible
from emulator.rules.portal_policy import SWITCHES, NotSaved, most_groups
from emulator.rules.portal_view import shown
from emulator.store import Group, User
from emulator.store.people import roles_of
from emulator.store.questions import defined_questions
from sspr.policy import Method, MigrationState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.portals.session import Visitor
    from emulator.tenant import Tenant

VIEW = "view/Microsoft_AAD_IAM/PasswordResetMenuBlade/~/"
_MOST_GROUPS = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works in the admin center, what they see, and what they may save."""

    user: User
    blades: dict[str, str]
    editable: frozenset[str]
    reads_events: bool


async def show(request: Request) -> Response:
    """All pages that the visitor may see; whoever is not signed in, signs in first."""
    who = visitor(request, ADMIN_CENTER)
    if who is None:
        return render(request, "admin/enter.html")
    return _page(request, who)


async def sign_in(request: Request) -> Response:
    """Off to sign-in, and back to the page that the address named."""
    wanted = request.query_params.get("to", "").removeprefix("#")
    back_to = f"/#{quote(wanted, safe='/~')}" if wanted.startswith(VIEW) else "/"
    return send_to_sign_in(request, ADMIN_CENTER, back_to=back_to)


async def save(request: Request) -> Response:
    """Save one page, or show why it cannot be saved."""
    who = visitor(request, ADMIN_CENTER)
    if who is None:
        return RedirectResponse("/", status_code=303)
    fields = await read_form(request)
    check_canary(fields, who.canary)
    blade = request.path_params["blade"]
    try:
        _save(request.state.tenant, who, blade, fields)
    except NotSaved as refusal:
        kept = typed(blade, fields)
        return _page(request, who, refused=str(refusal), blade=blade, kept=kept)
    return RedirectResponse(f"/?saved={blade}#{VIEW}{blade}", status_code=303)


def _save(tenant: Tenant, who: Visitor, blade: str, fields: dict[str, str]) -> None:
    flow = Flow(str(uuid.uuid4()))
    with tenant.store.begin() as session:
        desk = _desk(session, tenant, who)
        if blade not in desk.editable:
            raise HTTPException(403, "You do not have the role that this page needs.")
        actor = Actor(desk.user.id, desk.user.user_principal_name)
        if blade == ON_PREMISES:
            enabled = switch(fields, "enablementForTenant")
            unlock = switch(fields, "accountUnlockEnabled")
            save_on_premises(session, tenant, actor, flow=flow, enabled=enabled, unlock=unlock)
            return
        said = portal_object(session, tenant) | changes(blade, fields)
        defined: list[dict[str, str]] = []
        if blade == METHODS:
            known = words("questions", DEFAULT)
            wanted = questions(fields, known)
            defined = define_questions(session, tenant, wanted, said, known=len(known))
        save_portal_object(session, tenant, said, actor, flow=flow, also=defined)


def _desk(session: Session, tenant: Tenant, who: Visitor) -> Desk:
    user = session.get_one(User, who.user_id)
    roles = roles_of(session, user.id)
    synchronizes = tenant.organization.writeback.connected
    blades = visible(
        roles, licensed=bool(user.licences), synchronizes=synchronizes, bent=tenant.bent
    )
    return Desk(
        user,
        blades,
        frozenset(blade for blade in blades if may_save(roles, blade, tenant.bent)),
        reads_events(roles, licensed=bool(user.licences)),
    )


def _page(
    request: Request,
    who: Visitor,
    *,
    refused: str = "",
    blade: str = "",
    kept: Mapping[str, Any] = MappingProxyType({}),
) -> Response:
    """The pages; after a refusal with what was typed into one of them, ``kept``, still in it."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        rows = select(Group).order_by(Group.display_name, Group.id).limit(_MOST_GROUPS)
        return render(
            request,
            "admin/password_reset.html",
            status_code=400 if refused else 200,
            desk=_desk(session, tenant, who),
            canary=who.canary,
            view=VIEW,
            policy={**shown_object(session, tenant), **kept},
            in_force=shown(tenant.saved, tenant.bent),
            migrated=_leaves_methods_out(tenant),
            switches={method.value: name for method, name in SWITCHES.items()},
            questions=Method.SECURITY_QUESTIONS.value,
            predefined=words("questions", language_of(request)),
            defined=defined_questions(session),
            admin=administrators_policy(session, tenant),
            saved_blade=request.query_params.get("saved", ""),
            several=most_groups(tenant.bent) > 1,
            groups=session.scalars(rows).all(),
            refused=refused,
            refused_blade=blade,
        )


def _leaves_methods_out(tenant: Tenant) -> bool:
    """Whether other methods than questions are chosen elsewhere: once migrated (pages.md 0)."""
    migrated = tenant.policy.methods.migration_state is MigrationState.COMPLETE
    return migrated and "migrated-page-shows-all-methods" not in tenant.bent
