"""The pages that ask for a second factor (PageID ConvergedTFA)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from emulator.actions import phone
from emulator.actions.sign_in import Factor, Offer, factors
from emulator.deviations import STRAIGHT
from emulator.portals.signin.page import page
from emulator.rules.proofs import masked_number, new_code
from emulator.rules.secrets_hash import hash_secret

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.signin.visit import Visit

PAGE_ID = "ConvergedTFA"
CALLS = frozenset({Factor.CALL, Factor.ALTERNATE_CALL, Factor.OFFICE_CALL})


def ask(visit: Visit) -> Response:
    """Begin with the user's default factor, or the most secure one."""
    offers = factors(visit.session, visit.tenant, visit.user)
    default = visit.user.default_factor
    chosen = next((offer for offer in offers if offer.factor == default), offers[0])
    return begin(visit, chosen)


def choices(visit: Visit, error: str = "") -> Response:
    """The list of the user's factors."""
    offers = factors(visit.session, visit.tenant, visit.user)
    rows = [{"id": str(o.factor), "text": _text(visit, o)} for o in offers]
    return page(visit, "proofs", PAGE_ID, offers=rows, error=error)


def _text(visit: Visit, offer: Offer) -> str:
    return visit.words[f"factor_{offer.factor}"].format(target=shown_number(offer.target))


def shown_number(number: str) -> str:
    """A number as the pages of the second factor show it: ``+XX XXXXXXXX27``."""
    return "+XX " + masked_number(number.partition(" ")[2], STRAIGHT).replace("*", "X")


def begin(visit: Visit, offer: Offer) -> Response:
    """Start the proof that ``offer`` stands for, and show the page that waits for it."""
    visit.note(factor=str(offer.factor), tries=0)
    if offer.factor is Factor.PUSH:
        return _push(visit)
    if offer.factor in CALLS:
        return _call(visit, offer)
    if offer.factor is Factor.TEXT:
        _send_text(visit, offer)
    return code_page(visit)


def _push(visit: Visit) -> Response:
    prompt = phone.push(visit.session, visit.tenant, visit.user)
    visit.note(prompt=prompt.id)
    return page(visit, "approval", PAGE_ID, shown=prompt.shown)


def _call(visit: Visit, offer: Offer) -> Response:
    prompt = phone.call(visit.session, visit.tenant, visit.user, offer.target)
    visit.note(prompt=prompt.id)
    return page(visit, "approval", PAGE_ID, shown=None)


def _send_text(visit: Visit, offer: Offer) -> None:
    code = new_code()
    visit.note(code=hash_secret(code), code_at=visit.now.isoformat(), target=offer.target)
    body = f"Use verification code {code} for Microsoft authentication."
    visit.afterwards.append(partial(visit.tenant.post.text, offer.target, body))


def code_page(visit: Visit, error: str = "") -> Response:
    """The page that takes a code."""
    words = visit.words
    texted = visit.get("factor") == Factor.TEXT
    target = shown_number(str(visit.get("target"))) if texted else ""
    description = words["code_from_text" if texted else "code_from_app"].format(target=target)
    return page(visit, "code", PAGE_ID, description=description, error=error)
