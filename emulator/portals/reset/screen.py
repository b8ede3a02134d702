"""What a page of the reset portal shows, as plain data for its templates (pages.md 2)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from emulator.actions.reset import holdings, verify
from emulator.actions.reset.flow import View
from emulator.rules import helpdesk
from emulator.rules.branding import banner
from emulator.rules.lifetimes import seconds_to_help
from emulator.rules.naming import named
from emulator.rules.options import Option
from emulator.rules.passwords import shows_strength, told_length
from emulator.rules.proofs import is_masked, masked_address, masked_number
from emulator.store import PhonePrompt

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit
    from emulator.store import ResetFlow

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
    """
    One row of the method picker; the two rows of the mobile phone have no known id.

    ``named`` is the option whose name it bears, which is its own.
    """

    option: str
    named: str
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
    banner: str
    banner_image: str
    support_code: bool
    session_code: str
    correlation_id: str
    user_name: str
    error: str | None
    captcha: str | None
    block: str
    helpdesk: str | None
    offers_contact: bool
    return_url: str
    contacted: bool
    wait: bool
    strength: bool
    told_length: int
    breadcrumb: tuple[Crumb, ...]
    rows: tuple[Row, ...] = ()
    option: str = ""
    panel: str = ""
    where: str = ""
    sent_to: str = ""
    sent: bool = False
    help_after: float | None = None
    shown_number: int | None = None
    questions: tuple[str, ...] = ()


def name_of(flow: ResetFlow) -> str:
    """The name of the flow's view as the hidden field says it, empty where none is known."""
    if flow.view == View.BLOCKED:
        return _BLOCK_NAMES.get(flow.block or "", "ViewError")
    return _VIEW_NAMES.get(View(flow.view), "")


def screen_of(visit: Visit, words: dict[str, str]) -> Screen:
    """The screen that the flow stands at, in the language of ``words``."""
    user = visit.user
    hybrid = bool(user and user.on_premises)
    plain = Screen(
        template=f"{visit.flow.view}.html",
        name=name_of(visit.flow),
        banner=banner(
            visit.tenant.organization.name,
            visit.tenant.organization.domain,
            visit.bent,
            known=user is not None,
            done=visit.flow.view == View.DONE,
        ),
        banner_image=_tile(visit.tenant.organization.name),
        support_code=helpdesk.shows_support_code(visit.bent),
        session_code=str(uuid.uuid5(uuid.NAMESPACE_OID, visit.flow.id)),
        correlation_id=visit.flow.correlation_id,
        user_name=visit.flow.typed_name,
        error=visit.flow.error,
        captcha=visit.flow.captcha_id,
        block=visit.flow.block or "",
        offers_contact=helpdesk.offers_contact(visit.flow.block or "", visit.bent),
        helpdesk=_helpdesk(visit),
        return_url=_return_url(visit),
        contacted=visit.flow.contacted,
        wait=bool(user and user.federated),
        strength=shows_strength(
            visit.bent,
            on_premises=hybrid,
            refused=visit.flow.refused > 0,
            administers=visit.flow.view == View.CHOOSE and visit.administers,
        ),
        told_length=told_length(visit.tenant.organization.writeback.minimum_length, visit.bent),
        breadcrumb=_breadcrumb(visit.flow, words),
    )
    if visit.flow.view != View.VERIFY:
        return plain
    return replace(plain, **_verification(visit))


def _helpdesk(visit: Visit) -> str | None:
    unlinked = {
        "administrators-find-no-helpdesk": lambda: visit.administers,
        "guests-find-no-helpdesk": lambda: visit.is_guest,
    }
    if visit.bent.meets(unlinked) or not helpdesk.is_linked_on(visit.flow.view, visit.bent):
        return None
    return helpdesk.link(visit.tenant.policy.customization, "reset", visit.bent)


def _return_url(visit: Visit) -> str:
    """Where the page that ends a reset leads: back to the sign-in (C32)."""
    reset = visit.flow.view == View.DONE
    astray = visit.bent.meets({"finished-page-leads-astray": reset})
    return "/" if astray else visit.flow.return_url


def _tile(organization: str) -> str:
    """A plain tile with the organisation's initial in place of its logo (G8)."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        '<rect width="40" height="40" fill="#44505c"/>'
        '<text x="20" y="27" text-anchor="middle" font-size="20" fill="#fff">'
        f"{escape(organization[:1])}</text></svg>"
    )
    return f"data:image/svg+xml,{quote(svg)}"


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


def _verification(visit: Visit) -> dict[str, Any]:
    option = Option(visit.flow.option or "")
    return {
        "rows": _rows(visit),
        "option": option.value,
        "panel": _PANELS.get(option, "sent_code.html"),
        "where": _where(visit, option),
        "sent_to": _sent_to(visit),
        "sent": visit.flow.sent_at is not None,
        "help_after": _seconds_to_help(visit),
        "shown_number": _shown_number(visit),
        "questions": tuple(holdings.questions_drawn(visit)),
    }


def _rows(visit: Visit) -> tuple[Row, ...]:
    offered = verify.offered(visit)
    chosen = visit.flow.option
    return tuple(
        Row(o.value, named(o, offered, visit.bent), _RADIOS.get(o, ""), o in offered, o == chosen)
        for o in Option
    )


def _where(visit: Visit, option: Option) -> str:
    value = holdings.value_for(visit) or ""
    if not value or not _is_masked(visit, option):
        return value
    mask = masked_address if option is Option.EMAIL else masked_number
    return mask(value, visit.bent)


def _is_masked(visit: Visit, option: Option) -> bool:
    return is_masked(
        option, visit.bent, administers=lambda: visit.administers, guest=visit.is_guest
    )


def _sent_to(visit: Visit) -> str:
    """What the page that waits for a code tells of its address: nothing, as it told it before."""
    told = "address-shown-once-sent" in visit.bent and visit.flow.option == Option.EMAIL
    return (holdings.value_for(visit) or "") if told else ""


def _seconds_to_help(visit: Visit) -> float | None:
    sent_at, option = visit.flow.sent_at, visit.flow.option or ""
    if sent_at is None:
        return None
    return seconds_to_help(
        sent_at, visit.now, visit.bent, option=option, administers=lambda: visit.administers
    )


def _shown_number(visit: Visit) -> int | None:
    prompt = visit.session.get(PhonePrompt, visit.flow.prompt_id) if visit.flow.prompt_id else None
    return prompt.shown if prompt else None
