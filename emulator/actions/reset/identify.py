"""The first step: who are you? (C4 to C8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.reset import attempts, captcha, verify
from emulator.actions.reset.flow import View, log, stop
from emulator.actions.standing import account_of, conditions_of
from emulator.rules.decision import decide
from emulator.rules.enablement import Block
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.rules.decision import Plan
    from emulator.store import ResetFlow, User
    from emulator.tenant import Tenant

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


def identify(session: Session, tenant: Tenant, flow: ResetFlow, name: str, typed: str) -> None:
    """
    Take the account name and, where a picture stood there, what was read in it.

    A mail address that is not the user principal name finds nobody (C36).
    """
    flow.typed_name = name.strip()
    user = user_by_name(session, flow.typed_name)
    if not captcha.solved(session, tenant, flow, typed):
        flow.error = "wrong_captcha"
    elif user is None:
        flow.error = "unknown_user"
    else:
        _meet(session, tenant, flow, user)
    if flow.view == View.IDENTIFY:
        captcha.pose(session, tenant, flow)


def _meet(session: Session, tenant: Tenant, flow: ResetFlow, user: User) -> None:
    flow.user_id = user.id
    log(session, tenant, flow, "User submitted their user ID")
    answer = decide(account_of(session, tenant, user), conditions_of(session, tenant))
    if isinstance(answer, Block):
        log(session, tenant, flow, _FAILURES[answer], result="failure")
        stop(flow, answer)
    elif attempts.is_blocked(session, tenant, user.id):
        flow.view = View.THROTTLED
    else:
        _follow(session, tenant, flow, answer)


def _follow(session: Session, tenant: Tenant, flow: ResetFlow, plan: Plan) -> None:
    flow.options, flow.steps, flow.may_unlock = list(plan.options), plan.steps, plan.may_unlock
    if plan.may_unlock:
        flow.view = View.TROUBLE
    else:
        present_options(session, tenant, flow)


def present_options(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """Go on to the method picker."""
    flow.view = View.VERIFY
    verify.choose(session, tenant, flow, flow.options[0])
    log(session, tenant, flow, "User was presented with verification options")
