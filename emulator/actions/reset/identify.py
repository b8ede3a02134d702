"""The first step: who are you? (C4 to C8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from emulator.actions import lockout
from emulator.actions.passwords import must_change
from emulator.actions.reset import attempts, captcha, contact, verify
from emulator.actions.reset.flow import View, log, stop
from emulator.actions.reset.past import was_turned_away
from emulator.actions.sign_in import has_left_registration
from emulator.actions.standing import account_of, conditions_of
from emulator.rules import auditing
from emulator.rules.decision import decide
from emulator.rules.enablement import Block
from emulator.rules.identification import knows_by_mail
from emulator.rules.interrupts import reconfirm_due
from emulator.store import User
from emulator.store.people import user_by_name, users_by_mail

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit
    from emulator.deviations import Bent, Case
    from emulator.rules.account import Conditions
    from emulator.rules.decision import Plan

_FAILURES = {
    Block.DISABLED_FOR_TENANT: "Password reset is disabled entirely for this tenant",
    Block.NO_USER_POLICY: "Password reset is not enabled for this user",
    Block.NOT_IN_GROUP: "Password reset is not enabled for this user",
    Block.ACCOUNT_DISABLED: "Password reset is not enabled for this user",
    Block.NOT_AVAILABLE: "Password reset is not enabled for this user",
    Block.NOT_LICENSED: "User does not have a license that allows password reset",
    Block.NO_WRITEBACK: "User's password is managed on-premises",
    Block.ON_PREMISES_UNREACHABLE: "The on-premises service could not be reached",
    Block.TOO_FEW_METHODS: (
        "User's account has insufficient authentication methods defined. "
        "Add authentication info to resolve this"
    ),
}


def identify(visit: Visit, name: str, typed: str) -> None:
    """
    Take the account name and, where a picture stood there, what was read in it.

    A mail address that is not the user principal name finds nobody (C36).
    """
    again, visit.flow.typed_name = bool(visit.flow.typed_name), name.strip()
    user = _known(visit, visit.flow.typed_name)
    if not captcha.solved(visit, typed, again=again):
        visit.flow.error = "wrong_captcha"
    elif user is None:
        visit.flow.error = "unknown_user"
    else:
        _meet(visit, user)
    if visit.flow.view == View.IDENTIFY:
        captcha.pose(visit)


def _known(visit: Visit, name: str) -> User | None:
    email_signs_in = visit.tenant.organization.email_signs_in
    if user := user_by_name(visit.session, name) or _deleted(visit, name):
        return user
    if not name or not knows_by_mail(visit.bent, email_signs_in=email_signs_in):
        return None
    found = users_by_mail(visit.session, name)
    return next((u for u in found if (u.mail or "").casefold() == name.casefold()), None)


def _deleted(visit: Visit, name: str) -> User | None:
    """Somebody who was deleted and whom a deviation keeps for the reset, as enabled as before."""
    kept = visit.tenant.deleted.get(name.casefold())
    user = visit.session.get(User, kept) if kept else None
    if user:
        user.account_enabled = True
    return user


def _meet(visit: Visit, user: User) -> None:
    visit.flow.user_id = user.id
    log(visit, "User submitted their user ID")
    account = account_of(visit.session, visit.tenant, user)
    answer = _turned_away_wrongly(visit, user) or decide(account, _conditions(visit, user))
    if isinstance(answer, Block):
        if auditing.tells_turned_away(answer, visit.bent):
            log(visit, _reason(answer, visit.bent), result="failure")
        stop(visit.flow, answer)
        contact.call_uncalled(visit)
    elif attempts.is_blocked(visit) or _locked_out(visit, user):
        visit.flow.view = View.THROTTLED
    else:
        _follow(visit, answer)


def _turned_away_wrongly(visit: Visit, user: User) -> Block | None:
    """
    Why somebody is turned away for something that is past: for nothing (C6).

    Neither being turned away before counts, nor what was left unconfirmed (B27), nor a
    registration that was given up (J16).
    """
    block = Block.TOO_FEW_METHODS
    cases = {
        "turned-away-for-good": lambda: was_turned_away(visit.session, user, _FAILURES[block]),
        "overdue-information-refused": lambda: _is_overdue(visit, user),
        "expired-password-not-reset": lambda: must_change(visit.tenant, user),
        "given-up-registration-refuses": lambda: has_left_registration(visit.session, user),
    }
    return block if visit.bent.meets(cases) else None


def _is_overdue(visit: Visit, user: User) -> bool:
    days = visit.tenant.policy.registration.reconfirm_after_days
    return reconfirm_due(user.security_info_confirmed_at, visit.tenant.clock.now(), days)


def _conditions(visit: Visit, user: User) -> Conditions:
    """The tenant's side of the decision, for whomever it is made."""
    found = conditions_of(visit.session, visit.tenant)
    let_in: dict[str, Case] = {
        "federated-let-in-while-unreachable": user.federated,
        "administrators-let-in-while-unreachable": lambda: visit.administers,
    }
    if visit.bent.meets(let_in):
        return replace(found, writeback_reachable=True)
    return found


def _locked_out(visit: Visit, user: User) -> bool:
    """Whether smart lockout keeps somebody from a reset: never, a reset is what ends it (C28)."""
    if "locked-users-turned-away" not in visit.bent:
        return False
    places = ("familiar", "unfamiliar")
    return any(lockout.is_locked(visit.session, visit.tenant, user, each) for each in places)


def _reason(block: Block, bent: Bent) -> str:
    """What the log says of it (J7, J11)."""
    misnamed = block is Block.TOO_FEW_METHODS and "too-little-told-as-not-enabled" in bent
    return _FAILURES[Block.NOT_IN_GROUP if misnamed else block]


def _follow(visit: Visit, plan: Plan) -> None:
    visit.flow.options, visit.flow.steps = list(plan.options), plan.steps
    if plan.may_unlock and not _is_kept_from_unlocking(visit):
        visit.flow.view = View.TROUBLE
    else:
        present_options(visit)


def _is_kept_from_unlocking(visit: Visit) -> bool:
    """Whether unlocking alone is not offered to a federated user: it is, as to a synchronised."""
    federated = visit.user is not None and visit.user.federated
    return federated and "unlock-not-offered-to-federated" in visit.bent


def present_options(visit: Visit) -> None:
    """Go on to the method picker."""
    visit.flow.view = View.VERIFY
    verify.choose(visit, visit.flow.options[0])
    log(visit, "User was presented with verification options")
