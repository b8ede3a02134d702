"""Setting up an address or a telephone: the code that is sent there comes back (B45, B50)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.actions import phone
from emulator.actions.registration import codes
from emulator.actions.registration.wizard import Step
from emulator.portals.registration import course
from emulator.portals.registration.countries import COUNTRIES, number_of, parts_of
from emulator.portals.registration.pages import wizard_page
from emulator.post import Mail
from emulator.rules.registration import Kind
from emulator.store import RegisteredMethod

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit
    from emulator.rules.registration import Duty

_ADDRESS = re.compile(r"[^@\s<>,;\"]{1,64}@[^@\s<>,;\"]+\.[^@\s<>,;\".]{2,}")
_LONGEST_ADDRESS = 254
_VOICE_ONLY = frozenset({Kind.OFFICE_PHONE, Kind.ALTERNATE_PHONE})
_HEADINGS = {
    Kind.PHONE: "phone",
    Kind.ALTERNATE_PHONE: "alternate_phone",
    Kind.OFFICE_PHONE: "office_phone",
    Kind.EMAIL: "email",
}


def show_address(visit: Visit) -> Response:
    """Ask for the address; what the directory knows stands there already (B40)."""
    known = visit.user.other_mails[0] if visit.user.other_mails else ""
    value = visit.wizard.draft.get("value", known)
    return wizard_page(visit, "address", "email", value=value, another=True)


def take_address(visit: Visit) -> Response | None:
    """Send a code to the address."""
    address = visit.fields.get("email", "").strip()
    visit.wizard.draft["value"] = address
    if len(address) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        visit.wizard.error = "email_invalid"
        return None
    _send(visit)
    if "address-kept-before-its-code" in visit.tenant.bent:
        visit.registrar.add(RegisteredMethod(kind=Kind.EMAIL, value=address))
    return None


def show_number(visit: Visit) -> Response:
    """Ask for the number, and whether to text or to call."""
    kind = Kind(visit.wizard.kind)
    country, local = parts_of(visit.wizard.draft.get("value", _known_number(visit, kind)))
    return wizard_page(
        visit,
        "number",
        ("add_phone" if visit.reskinned and kind is Kind.PHONE else _HEADINGS[kind]),
        countries=COUNTRIES,
        country=country,
        local=local,
        texts=_texts(visit, kind),
        calls=kind in _VOICE_ONLY or _duty(visit).voice,
        another=True,
    )


def _duty(visit: Visit) -> Duty:
    return visit.duty


def _texts(visit: Visit, kind: str) -> bool:
    return kind not in _VOICE_ONLY and _duty(visit).texts


def _known_number(visit: Visit, kind: Kind) -> str:
    if kind is Kind.OFFICE_PHONE:
        return next(iter(visit.user.business_phones), "")
    return visit.user.mobile_phone or "" if kind is Kind.PHONE else ""


def take_number(visit: Visit) -> Response | None:
    """Text a code to the number, or call it."""
    number = number_of(visit.fields.get("country", ""), visit.fields.get("number", ""))
    if number is None:
        visit.wizard.error = "number_invalid"
        return None
    visit.wizard.draft["value"] = number
    voice = visit.wizard.kind in _VOICE_ONLY or _duty(visit).voice
    if voice and (visit.fields.get("how") == "call" or not _texts(visit, visit.wizard.kind)):
        _call(visit, number)
    else:
        _send(visit)
    return None


def _call(visit: Visit, number: str) -> None:
    prompt = phone.call(visit.session, visit.tenant, visit.user, number)
    visit.wizard.draft["prompt"] = prompt.id
    visit.wizard.at(Step.CALLING)


def _send(visit: Visit) -> None:
    wizard, value = visit.wizard, str(visit.wizard.draft["value"])
    if not codes.may_send(wizard):
        wizard.error = "too_many_codes"
        return
    by = codes.by_mail if wizard.kind == Kind.EMAIL else codes.by_text
    astray = wizard.kind == Kind.EMAIL and "registration-code-to-primary" in visit.tenant.bent
    letter = by(visit.tenant, wizard, value)
    if astray and isinstance(letter, Mail) and visit.user.mail:
        visit.letters.append(replace(letter, to=visit.user.mail))
    if wizard.kind == Kind.EMAIL or "registration-text-not-sent" not in visit.tenant.bent:
        visit.letters.append(letter)
    wizard.at(Step.CODE)


def show_code(visit: Visit) -> Response:
    """Ask for the code that was sent."""
    mailed = visit.wizard.kind == Kind.EMAIL
    text = visit.words["code_sent"].format(target=visit.wizard.draft["value"])
    heading = _code_heading(visit, mailed=mailed)
    return wizard_page(visit, "code", heading, text=text, mailed=mailed, resend=True)


def _code_heading(visit: Visit, *, mailed: bool) -> str:
    if not visit.reskinned:
        return _HEADINGS[Kind(visit.wizard.kind)]
    return "verify_email" if mailed else "verify_phone"


def take_code(visit: Visit) -> Response | None:
    """Judge the code, or send another."""
    if visit.fields.get("do") == "resend":
        _send(visit)
        return None
    unread = bool(visit.wizard.replaces) and "changed-by-any-code" in visit.tenant.bent
    if not unread and not codes.is_right(visit.tenant, visit.wizard, visit.fields.get("code", "")):
        visit.wizard.error = "code_wrong"
        return None
    return _keep(visit)


def show_calling(visit: Visit) -> Response:
    """*We're calling*: the # key confirms (C16)."""
    number = visit.wizard.draft["value"]
    text = visit.words["calling"].format(target=number)
    return wizard_page(visit, "approval", "phone", shown=None, text=text)


def take_calling(visit: Visit) -> Response | None:
    """See whether the call was confirmed."""
    state = phone.state(visit.session, visit.tenant, str(visit.wizard.draft["prompt"]))
    any_key = state == "denied" and "registration-call-any-key" in visit.tenant.bent
    if state == "approved" or any_key:
        lost = visit.wizard.kind == Kind.PHONE and "called-phone-not-kept" in visit.tenant.bent
        return course.kept(visit, visit.wizard.kind) if lost else _keep(visit)
    if state != "pending":
        visit.wizard.at(Step.NUMBER)
        visit.wizard.error = "not_answered"
    return None


def _keep(visit: Visit) -> Response | None:
    kind, value = visit.wizard.kind, str(visit.wizard.draft["value"])
    if old := _same_kind(visit):
        visit.registrar.replace(old, value)
    else:
        visit.registrar.add(RegisteredMethod(kind=kind, value=value))
    return course.kept(visit, kind)


def _same_kind(visit: Visit) -> RegisteredMethod | None:
    """What is being changed; of each kind of contact a person has one (B38)."""
    return visit.session.scalar(
        select(RegisteredMethod).where(
            RegisteredMethod.user_id == visit.user.id,
            RegisteredMethod.kind == visit.wizard.kind,
            RegisteredMethod.by != "directory",
        )
    )
