"""What each control of the portal does, and on which view it may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.actions.reset import captcha, contact, finish, identify, trouble, verify
from emulator.actions.reset.flow import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from emulator.actions.reset.visit import Visit

Fields = dict[str, str]

_PREFIX = "ctl00$ContentPlaceholderMainContent$"
USER_FIELD = _PREFIX + "TextBoxUserIdentifier"
LONGEST_TYPED = 1000


@dataclass(frozen=True, slots=True)
class Deed:
    """What a control does, and the views that have it; an empty set means every view."""

    act: Callable[[Visit, Fields], None]
    views: frozenset[View]


def _identify(visit: Visit, fields: Fields) -> None:
    name, typed = fields.get(USER_FIELD, ""), fields.get("captcha", "")
    identify.identify(visit, name[:LONGEST_TYPED], typed)


def _new_captcha(visit: Visit, fields: Fields) -> None:
    visit.flow.typed_name = fields.get(USER_FIELD, "")[:LONGEST_TYPED]
    captcha.pose(visit)


def _trouble(visit: Visit, fields: Fields) -> None:
    trouble.choose(visit, locked=fields.get("trouble") == "locked")


def _choose(visit: Visit, fields: Fields) -> None:
    verify.choose(visit, fields.get("option", ""))


def _send(visit: Visit, fields: Fields) -> None:
    verify.send(visit, fields.get("number", ""))


def _check_code(visit: Visit, fields: Fields) -> None:
    verify.check_code(visit, fields.get("code", ""))


def _check_answers(visit: Visit, fields: Fields) -> None:
    typed = [fields.get(f"answer{n}", "") for n in range(len(visit.flow.questions))]
    verify.check_answers(visit, typed)


def _check_prompt(visit: Visit, _: Fields) -> None:
    verify.check_prompt(visit)


def _again(visit: Visit, _: Fields) -> None:
    verify.again(visit)


def _finish(visit: Visit, fields: Fields) -> None:
    password, confirmation = fields.get("password", ""), fields.get("confirmation", "")
    finish.finish(visit, password, confirmation)


def _contact(visit: Visit, _: Fields) -> None:
    contact.open_form(visit)


def _contact_send(visit: Visit, _: Fields) -> None:
    contact.send(visit)


def _cancel(visit: Visit, _: Fields) -> None:
    contact.cancel(visit)


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
