"""What each control of the portal does, and on which view it may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.actions.reset import captcha, contact, finish, identify, trouble, verify
from emulator.actions.reset.flow import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from emulator.actions.notify import Letter
    from emulator.store import ResetFlow
    from emulator.tenant import Tenant

Fields = dict[str, str]

_PREFIX = "ctl00$ContentPlaceholderMainContent$"
USER_FIELD = _PREFIX + "TextBoxUserIdentifier"
LONGEST_TYPED = 1000


@dataclass(frozen=True, slots=True)
class Deed:
    """What a control does, and the views that have it; an empty set means every view."""

    act: Callable[[Session, Tenant, ResetFlow, Fields], list[Letter] | None]
    views: frozenset[View]


def _identify(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> None:
    name, typed = fields.get(USER_FIELD, ""), fields.get("captcha", "")
    identify.identify(session, tenant, flow, name[:LONGEST_TYPED], typed)


def _new_captcha(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> None:
    flow.typed_name = fields.get(USER_FIELD, "")[:LONGEST_TYPED]
    captcha.pose(session, tenant, flow)


def _trouble(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> None:
    trouble.choose(session, tenant, flow, locked=fields.get("trouble") == "locked")


def _choose(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> None:
    verify.choose(session, tenant, flow, fields.get("option", ""))


def _send(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> list[Letter]:
    return verify.send(session, tenant, flow, fields.get("number", ""))


def _check_code(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> None:
    verify.check_code(session, tenant, flow, fields.get("code", ""))


def _check_answers(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> None:
    typed = [fields.get(f"answer{n}", "") for n in range(len(flow.questions))]
    verify.check_answers(session, tenant, flow, typed)


def _check_prompt(session: Session, tenant: Tenant, flow: ResetFlow, _: Fields) -> None:
    verify.check_prompt(session, tenant, flow)


def _again(_session: Session, _tenant: Tenant, flow: ResetFlow, _: Fields) -> None:
    verify.again(flow)


def _finish(session: Session, tenant: Tenant, flow: ResetFlow, fields: Fields) -> list[Letter]:
    password, confirmation = fields.get("password", ""), fields.get("confirmation", "")
    return finish.finish(session, tenant, flow, password, confirmation)


def _contact(session: Session, tenant: Tenant, flow: ResetFlow, _: Fields) -> None:
    contact.open_form(session, tenant, flow)


def _contact_send(session: Session, tenant: Tenant, flow: ResetFlow, _: Fields) -> list[Letter]:
    return contact.send(session, tenant, flow)


def _cancel(session: Session, tenant: Tenant, flow: ResetFlow, _: Fields) -> None:
    contact.cancel(session, tenant, flow)


_IDENTIFY, _VERIFY = frozenset({View.IDENTIFY}), frozenset({View.VERIFY})
DEEDS = {
    _PREFIX + "ButtonNext": Deed(_identify, _IDENTIFY),
    _PREFIX + "ButtonCancel": Deed(_cancel, frozenset()),
    "new_captcha": Deed(_new_captcha, _IDENTIFY),
    "trouble": Deed(_trouble, frozenset({View.TROUBLE})),
    "choose": Deed(_choose, _VERIFY),
    "send": Deed(_send, _VERIFY),
    "check_code": Deed(_check_code, _VERIFY),
    "check_answers": Deed(_check_answers, _VERIFY),
    "check_prompt": Deed(_check_prompt, _VERIFY),
    "again": Deed(_again, _VERIFY),
    "finish": Deed(_finish, frozenset({View.CHOOSE})),
    "contact": Deed(_contact, frozenset({View.VERIFY, View.BLOCKED, View.THROTTLED})),
    "contact_send": Deed(_contact_send, frozenset({View.CONTACT})),
    "cancel": Deed(_cancel, frozenset()),
}
