"""What stands between a right password and the site, apart from the second factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.passwords import (
    check_password,
    must_change,
    refuse_password,
    set_password,
)
from emulator.actions.sign_in import may_skip
from emulator.portals.signin.course import onward
from emulator.portals.signin.page import page
from emulator.portals.signin.visit import Visit, step
from emulator.rules.banned import Finding
from emulator.rules.passwords import Place, Refusal, told_as

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.deviations import Bent


@step
def stay(visit: Visit) -> Response:
    """Note the answer to *Stay signed in?*."""
    if visit.get("password_at"):
        visit.note(stay=visit.fields.get("LoginOptions") == "1")
    return onward(visit)


@step
def skip(visit: Visit) -> Response:
    """Put the registration off until the next session (B20), where that may be done."""
    if visit.get("password_at") and may_skip(visit.session, visit.tenant, visit.user):
        visit.tenant.put_off[visit.user.id] += 1
        visit.note(asked=True)
    return onward(visit)


@step
def passkey(visit: Visit) -> Response:
    """Put the passkey off."""
    visit.note(passkey=True)
    return onward(visit)


@step
def proof_up(visit: Visit) -> Response:
    """Go to the registration; who has a second factor shows it before (B33)."""
    if visit.get("password_at"):
        visit.note(complying=True)
    return onward(visit)


@step
def cancel(visit: Visit) -> Response:
    """Begin again with the question who it is."""
    visit.row.user_id = None
    visit.note(password_at=None, user_name="")
    return onward(visit)


@step
def change_password(visit: Visit) -> Response:
    """Replace a password that must be changed (pages.md 1.3)."""
    user = visit.user
    if not visit.get("password_at") or not must_change(visit.tenant, user):
        return onward(visit)
    if problem := _problem(visit):
        return page(visit, "change_password", "ConvergedChangePassword", error=visit.words[problem])
    set_password(visit.tenant, user, visit.fields["newpasswd"])
    visit.note(password_at=visit.now.isoformat())
    return onward(visit)


def _problem(visit: Visit) -> str | None:
    old, new = visit.fields.get("currentpasswd", ""), visit.fields.get("newpasswd", "")
    if not check_password(visit.tenant, visit.user, old):
        return "current_password_wrong"
    differs = new != visit.fields.get("confirmnewpasswd")
    if differs and "first-confirmation-unread" not in visit.tenant.bent:
        return "passwords_differ"
    refused = refuse_password(visit.tenant, visit.user, new, forgotten=False)
    if refused is None or _is_let_pass(refused, visit.tenant.bent):
        return None
    return told_as(refused, visit.tenant.bent, Place.SIGN_IN)


def _is_let_pass(refused: Refusal | Finding, bent: Bent) -> bool:
    """Whether the first password of one's own is held to less than any other: it is not."""
    return bent.meets(
        {
            "first-password-may-be-short": refused is Refusal.TOO_SHORT,
            "first-password-takes-two-kinds": refused is Refusal.TOO_SIMPLE,
            "first-password-skips-own-list": refused is Finding.BLOCKED_WORD,
        }
    )
