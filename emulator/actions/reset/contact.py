"""Giving up: calling administrators for help, or cancelling (G4, G5, J6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions import notify
from emulator.actions.reset.flow import View, log, person
from emulator.rules.helpdesk import RANKS, recipients
from emulator.store.people import holders_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.actions.notify import Letter
    from emulator.store import ResetFlow
    from emulator.tenant import Tenant

_ENDS = frozenset({View.DONE, View.UNLOCKED, View.BLOCKED, View.THROTTLED, View.EXPIRED})


def open_form(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """Go to the form that calls administrators, where no helpdesk link takes its place."""
    log(session, tenant, flow, "User chose to contact an administrator")
    flow.view = View.CONTACT


def send(session: Session, tenant: Tenant, flow: ResetFlow) -> list[Letter]:
    """Write to the administrators whose turn it is; once a flow."""
    user = person(session, flow)
    if user is None or flow.contacted:
        return []
    holders = {
        role: [u.mail for u in holders_of(session, role) if u.mail]
        for rank in RANKS
        for role in rank
    }
    addresses = recipients(holders, tenant.bent)
    flow.contacted = True
    log(session, tenant, flow, "User contacted an administrator")
    return [
        notify.help_mail(tenant.organization, to, user.user_principal_name, user.display_name)
        for to in addresses
    ]


def cancel(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """Leave the portal; the log says how far the person had come."""
    if flow.view == View.VERIFY:
        reason = "User cancelled before passing the required authentication methods"
        log(session, tenant, flow, reason, result="failure")
    elif flow.view == View.CHOOSE:
        reason = "User cancelled before submitting a new password"
        log(session, tenant, flow, reason, result="failure")
    if View(flow.view) not in _ENDS:
        flow.view = View.CANCELLED
