"""Changing the password by who knows it, at My Sign-ins (C40, E4, J2, J10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.audit import Flow, record
from emulator.actions.notify import administrator_reset_mail, reset_mail
from emulator.actions.passwords import check_password, refuse_password, set_password
from emulator.actions.registration.wizard import Mode, Wizard
from emulator.actions.standing import addresses_of, global_administrators
from emulator.portals.registration.pages import page
from emulator.portals.registration.visit import Visit, serve
from emulator.rules.banned import Finding
from emulator.rules.notifications import mails_of_a_change
from emulator.rules.passwords import Place, Refusal, changed_here, told_as
from emulator.store.people import holds_a_role

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.deviations import Case

ADDRESS = "/security-info/password/change"
ACTIVITY = "Change password (self-service)"
_POLICY = "The new password does not comply with the password policy."
_FUZZY = "PasswordDoesnotComplyFuzzyPolicy"  # J10, as seen in September 2026


async def password_change(request: Request) -> Response:
    """The page and its form."""
    return await serve(request, _change if request.method == "POST" else _begin, ADDRESS)


def _begin(visit: Visit) -> Response:
    visit.wizard = Wizard(Mode.MANAGE)
    if "change-start-untold" not in visit.tenant.bent:
        visit.registrar.log("User started password change", "")
    return _show(visit)


def _show(visit: Visit, error: str = "", *, done: bool = False) -> Response:
    return page(
        visit,
        "password_change",
        title=visit.words["change_password"],
        error=visit.words[error] if error else "",
        asks_old=_asks_old(visit),
        done=done,
    )


def _asks_old(visit: Visit) -> bool:
    """Who signed in with a second factor need not give the old password again (C40)."""
    return not visit.row.data.get("mfa_at")


def _change(visit: Visit) -> Response:
    if problem := _problem(visit):
        return _show(visit, problem)
    _keep(visit, visit.fields["new"])
    _log(visit, "success", "Successfully completed change.")
    _tell(visit)
    return _show(visit, done=True)


def _keep(visit: Visit, new: str) -> None:
    user, bent = visit.user, visit.tenant.bent
    if user.on_premises and "hybrid-change-lost" in bent:
        return
    changed_at = user.password_changed_at
    lingers: dict[str, Case] = {
        "changed-password-lingers": True,
        "administrators-changed-password-lingers": lambda: _administers(visit),
    }
    if bent.meets(lingers):
        user.lingering_password_hash = user.password_hash
    set_password(visit.tenant, user, new)
    if "change-keeps-password-age" in bent:
        user.password_changed_at = changed_at


def _tell(visit: Visit) -> None:
    tenant = visit.tenant
    person = addresses_of(visit.session, tenant, visit.user)
    told = mails_of_a_change(person, tenant.policy.notifications, tenant.bent)
    visit.letters.extend(reset_mail(tenant, to) for to in told)
    if "change-alerted" in tenant.bent:
        who = visit.user.user_principal_name
        everyone = global_administrators(visit.session, tenant)
        alerted = [each.primary for each in everyone if each.primary]
        visit.letters.extend(administrator_reset_mail(tenant, to, who) for to in alerted)


def _problem(visit: Visit) -> str | None:
    new = visit.fields.get("new", "")
    if _managed_elsewhere(visit) or _held_back(visit):
        return "password_managed_elsewhere"
    if _asks_old(visit) and not _knows_old(visit):
        return "current_password_wrong"
    differs = new != visit.fields.get("confirm")
    if differs and "change-confirmation-unread" not in visit.tenant.bent:
        return "passwords_differ"
    as_reset = "change-page-takes-last" in visit.tenant.bent
    refused = refuse_password(visit.tenant, visit.user, new, forgotten=as_reset)
    if refused is None or _may_keep_last(visit, refused):
        return None
    if "refused-change-kept" in visit.tenant.bent:
        set_password(visit.tenant, visit.user, new)
    _log(visit, "failure", _FUZZY if isinstance(refused, Finding) else _POLICY)
    return told_as(refused, visit.tenant.bent, Place.CHANGE)


def _may_keep_last(visit: Visit, refused: Refusal | Finding) -> bool:
    """Whether such a person may change a password to the one that it is: nobody may (E4)."""
    last = refused is Refusal.SAME_AS_LAST
    kinds = {"administrators-change-takes-last": lambda: last and _administers(visit)}
    return visit.tenant.bent.meets(kinds)


def _knows_old(visit: Visit) -> bool:
    old = visit.fields.get("old", "")
    known = check_password(visit.tenant, visit.user, old)
    unread: dict[str, Case] = {
        "any-current-password-passes": True,
        "administrators-current-password-unread": lambda: _administers(visit),
    }
    return known or visit.tenant.bent.meets(unread)


def _administers(visit: Visit) -> bool:
    return holds_a_role(visit.session, visit.user.id)


def _managed_elsewhere(visit: Visit) -> bool:
    if visit.user.federated and "federated-change-refused" in visit.tenant.bent:
        return True
    directory = visit.tenant.organization.writeback
    return not changed_here(
        visit.tenant.bent,
        on_premises=visit.user.on_premises and not _is_spared(visit),
        written_back=visit.tenant.policy.writeback.enabled,
        reachable=directory.reachable,
        refuses=directory.refuses or visit.user.on_premises_protected,
    )


def _is_spared(visit: Visit) -> bool:
    """Whether a federated user's password is taken for one of the cloud: it is not (H9)."""
    return visit.user.federated and "federated-change-without-writeback" in visit.tenant.bent


def _held_back(visit: Visit) -> bool:
    if "change-for-enabled-only" not in visit.tenant.bent:
        return False
    return not visit.duty.enabled


def _log(visit: Visit, result: str, reason: str) -> None:
    if _is_untold(visit):
        return
    flow: Flow = visit.wizard.flow
    record(visit.session, visit.tenant, ACTIVITY, visit.user, flow, result=result, reason=reason)


def _is_untold(visit: Visit) -> bool:
    """Whether a change of this person's password leaves no row: everybody's leaves one (J2)."""
    return visit.tenant.bent.meets(
        {
            "change-row-missing": True,
            "hybrid-change-row-missing": visit.user.on_premises,
            "administrators-change-row-missing": lambda: _administers(visit),
        }
    )
