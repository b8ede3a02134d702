"""What a page of the reset portal shows, as plain data for its templates (pages.md 2)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from emulator.actions.reset import holdings, verify
from emulator.actions.reset.flow import View, person
from emulator.rules import helpdesk
from emulator.rules.lifetimes import HELP_AFTER
from emulator.rules.methods import Option
from emulator.rules.proofs import masked_address, masked_number
from emulator.store import PhonePrompt

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import ResetFlow
    from emulator.tenant import Tenant

# Views whose real name nobody has seen have none here either.
_VIEW_NAMES = {
    View.IDENTIFY: "ViewUserIdentifierVerification",
    View.VERIFY: "ViewMultigateUserControl",
    View.THROTTLED: "ViewThrottled",
}
_BLOCK_NAMES = {
    "SSPR_0009": "ViewSsprNotEnabled",
    "SSPR_0011": "ViewSsprNotEnabledInUserPolicy",
    "SSPR_0013": "ViewUserNotMemberOfScopedAccessGroup",
    "not_available": "ViewFeatureNotAvailable",
    "account_disabled": "ViewUserNotEnabled",
}
_RADIOS = {
    Option.EMAIL: "MultigateAuthenticationControl_AltEmailRadio",
    Option.OFFICE_CALL: "MultigateAuthenticationControl_OfficePhoneRadio",
    Option.QUESTIONS: "MultigateAuthenticationControl_SecurityQuestionsRadio",
    Option.PUSH: "MultigateAuthenticationControl_MobileAppNotificationRadio",
    Option.CODE: "MultigateAuthenticationControl_AppCodeRadio",
}
_PANELS = {
    Option.CALL: "call.html",
    Option.OFFICE_CALL: "call.html",
    Option.PUSH: "push.html",
    Option.QUESTIONS: "questions.html",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the method picker; the two rows of the mobile phone have no known id."""

    option: str
    id: str
    shown: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step in the line above the page."""

    text: str
    current: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything that the templates may ask of a flow."""

    template: str
    name: str
    session_code: str
    correlation_id: str
    user_name: str
    error: str | None
    captcha: str | None
    block: str
    helpdesk: str | None
    return_url: str
    contacted: bool
    wait: bool
    strength: bool
    breadcrumb: tuple[Crumb, ...]
    rows: tuple[Row, ...] = ()
    option: str = ""
    panel: str = ""
    where: str = ""
    sent: bool = False
    help_after: float = 0
    shown_number: int | None = None
    questions: tuple[str, ...] = ()


def name_of(flow: ResetFlow) -> str:
    """The name of the flow's view as the hidden field says it, empty where none is known."""
    if flow.view == View.BLOCKED:
        return _BLOCK_NAMES.get(flow.block or "", "ViewError")
    return _VIEW_NAMES.get(View(flow.view), "")


def screen_of(session: Session, tenant: Tenant, flow: ResetFlow, words: dict[str, str]) -> Screen:
    """The screen that the flow stands at, in the language of ``words``."""
    user = person(session, flow)
    hybrid = bool(user and (user.on_premises_sync_enabled or user.federated))
    plain = Screen(
        template=f"{flow.view}.html",
        name=name_of(flow),
        session_code=str(uuid.uuid5(uuid.NAMESPACE_OID, flow.id)),
        correlation_id=flow.correlation_id,
        user_name=flow.typed_name,
        error=flow.error,
        captcha=flow.captcha_id,
        block=flow.block or "",
        helpdesk=helpdesk.link(tenant.policy.customization, "reset", tenant.bent),
        return_url=flow.return_url,
        contacted=flow.contacted,
        wait=bool(user and user.federated),
        strength=not hybrid,  # C33
        breadcrumb=_breadcrumb(flow, words),
    )
    if flow.view != View.VERIFY:
        return plain
    return replace(plain, **_verification(session, tenant, flow))


def _breadcrumb(flow: ResetFlow, words: dict[str, str]) -> tuple[Crumb, ...]:
    passed = len(flow.passed)
    goal = words["unlock_account" if flow.unlock_only else "choose_password"]
    at_goal = flow.view == View.CHOOSE
    steps = (
        Crumb(
            words["verification_step"].format(number=n + 1),
            current=n == passed and not at_goal,
            done=n < passed,
        )
        for n in range(flow.steps)
    )
    return (*steps, Crumb(goal, current=at_goal, done=False))


def _verification(session: Session, tenant: Tenant, flow: ResetFlow) -> dict[str, Any]:
    option = Option(flow.option or "")
    return {
        "rows": _rows(tenant, flow),
        "option": option.value,
        "panel": _PANELS.get(option, "sent_code.html"),
        "where": _where(session, tenant, flow, option),
        "sent": flow.sent_at is not None,
        "help_after": _seconds_to_help(tenant, flow),
        "shown_number": _shown_number(session, flow),
        "questions": tuple(holdings.questions_drawn(session, flow)),
    }


def _rows(tenant: Tenant, flow: ResetFlow) -> tuple[Row, ...]:
    offered = verify.offered(tenant, flow)
    return tuple(Row(o.value, _RADIOS.get(o, ""), o in offered, o == flow.option) for o in Option)


def _where(session: Session, tenant: Tenant, flow: ResetFlow, option: Option) -> str:
    value = holdings.value_for(session, tenant, flow) or ""
    mask = masked_address if option is Option.EMAIL else masked_number
    return mask(value, tenant.bent) if value else ""


def _seconds_to_help(tenant: Tenant, flow: ResetFlow) -> float:
    """How long until *Try again* and *Contact your administrator* appear (C19)."""
    if flow.sent_at is None:
        return 0
    left = flow.sent_at + HELP_AFTER - tenant.clock.now()
    return max(0, round(left.total_seconds(), 1))


def _shown_number(session: Session, flow: ResetFlow) -> int | None:
    prompt = session.get(PhonePrompt, flow.prompt_id) if flow.prompt_id else None
    return prompt.shown if prompt else None
