"""Giving up: calling administrators for help, or cancelling (G4, G5, J6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions import notify
from emulator.actions.reset.flow import View, log
from emulator.rules.helpdesk import RANKS, recipients
from emulator.rules.roles import (
    PASSWORD_ADMINISTRATOR,
    PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
)
from emulator.store import AuditEvent
from emulator.store.log import tells_of
from emulator.store.people import holders_of

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit
    from emulator.deviations import Case
    from emulator.store import User

CALLED = "User contacted an administrator"
_ENDS = frozenset({View.DONE, View.UNLOCKED, View.BLOCKED, View.THROTTLED, View.EXPIRED})


def open_form(visit: Visit) -> None:
    """Go to the form that calls administrators, where no helpdesk link takes its place."""
    log(visit, "User chose to contact an administrator")
    visit.flow.view = View.CONTACT


def call_uncalled(visit: Visit) -> None:
    """Write to nobody of one's own accord, least of all where a helpdesk takes the calls (G6)."""
    linked = visit.tenant.policy.customization.helpdesk is not None
    uncalled: dict[str, Case] = {
        "contact-mail-despite-link": linked,
        "contact-mail-unasked": not linked,
        "administrators-call-despite-link": lambda: linked and visit.administers,
    }
    if visit.bent.meets(uncalled):
        send(visit)


def send(visit: Visit) -> None:
    """Write to the administrators whose turn it is; once a flow."""
    user = visit.user
    if user is None or visit.flow.contacted:
        return
    holders = {
        role: [u.mail for u in holders_of(visit.session, role) if u.mail]
        for rank in RANKS
        for role in rank
    }
    if "contact-mail-to-authenticators" in visit.bent:
        others = holders_of(visit.session, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR)
        holders[PASSWORD_ADMINISTRATOR] += [u.mail for u in others if u.mail]
    addresses = recipients(holders, visit.bent)
    if _is_unheard(visit, user):
        addresses = ()
    visit.flow.contacted = True
    log(visit, CALLED)
    visit.letters.extend(
        notify.help_mail(visit.tenant, to, user.user_principal_name, user.display_name)
        for to in addresses * (1 + ("contact-mail-twice" in visit.bent))
    )


def _is_unheard(visit: Visit, user: User) -> bool:
    """Whether such a call for help is sent to nobody: each is sent (G4)."""
    return visit.bent.meets(
        {
            "contact-mail-missing-at-verification": not visit.flow.block,
            "second-call-unsent": lambda: _has_called(visit, user),
            "administrators-calls-unsent": lambda: visit.administers,
            "guests-calls-unsent": user.is_guest,
        }
    )


def _has_called(visit: Visit, user: User) -> bool:
    """Whether the audit log tells that ``user`` has asked for help before."""
    return tells_of(visit.session, user.id, AuditEvent.reason == CALLED)


def cancel(visit: Visit) -> None:
    """Leave the portal; the log says how far the person had come."""
    if visit.flow.view == View.VERIFY:
        _log_early(visit)
    elif visit.flow.view == View.CHOOSE and "late-cancellation-untold" not in visit.bent:
        reason = "User cancelled before submitting a new password"
        log(visit, reason, result="failure")
    if View(visit.flow.view) not in _ENDS:
        visit.flow.view = View.CANCELLED


def _log_early(visit: Visit) -> None:
    reason = "User cancelled before passing the required authentication methods"
    if "cancelled-reset-row-missing" not in visit.bent:
        log(visit, reason, result="failure")
