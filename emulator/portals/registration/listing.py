"""What someone has registered, as rows of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.actions.duty import methods_of, record_of
from emulator.rules.offering import changeable
from emulator.rules.registration import APPS, Kind

if TYPE_CHECKING:
    from emulator.deviations import Bent
    from emulator.portals.registration.visit import Visit
    from emulator.store import RegisteredMethod

QUESTIONS = "questions"
# Which deviation leaves which method out.
_UNLISTED = {
    Kind.EMAIL.value: "addresses-not-listed",
    Kind.PHONE.value: "mobile-phones-not-listed",
    Kind.OATH.value: "apps-not-listed",
    Kind.AUTHENTICATOR.value: "authenticators-not-listed",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One registered method: ``id`` goes into forms, ``name`` and ``detail`` are shown."""

    id: str
    name: str
    detail: str
    changeable: bool


def rows_of(visit: Visit) -> list[Row]:
    """The visitor's methods, oldest first; to themselves they are shown in full (B47)."""
    bent = visit.tenant.bent
    rows = [
        Row(
            method.id,
            visit.words[f"kind_{method.kind}"],
            "" if method.kind in APPS else _value(method, bent),
            changeable(method.kind, bent),
        )
        for method in methods_of(visit.session, visit.user)
        if _UNLISTED.get(method.kind) not in bent
    ]
    answered = Kind.QUESTIONS in record_of(visit.session, visit.tenant, visit.user).kinds
    if answered and "questions-not-listed" not in bent:
        kind = visit.words["kind_securityQuestions"]
        rows.append(Row(QUESTIONS, kind, "", changeable(Kind.QUESTIONS, bent)))
    if visit.user.mobile_phone and "directory-phone-listed" in bent:
        kind = visit.words["kind_mobilePhone"]
        rows.append(Row("", kind, visit.user.mobile_phone, changeable=False))
    return rows


def _value(method: RegisteredMethod, bent: Bent) -> str:
    former = method.former_value if "former-value-listed" in bent else None
    return former or method.value
