"""What stands next in a registration: the next method, the end, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from emulator.actions.duty import offered_to, record_of
from emulator.actions.registration.wizard import Mode, Step, Wizard
from emulator.rules.offering import addable, alternatives, plan
from emulator.rules.registration import MFA_CAPABLE, Kind, lacks_factor

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit
    from emulator.rules.registration import Duty, Record

SIGN_IN = "https://login.microsoftonline.com/common/reprocess"
SECURITY_INFO = "/security-info"

_FIRST_STEP = {
    Kind.AUTHENTICATOR: Step.APP,
    Kind.OATH: Step.APP_SETUP,
    Kind.EMAIL: Step.ADDRESS,
    Kind.PHONE: Step.NUMBER,
    Kind.ALTERNATE_PHONE: Step.NUMBER,
    Kind.OFFICE_PHONE: Step.NUMBER,
    Kind.QUESTIONS: Step.QUESTIONS,
}


def begin(visit: Visit, mode: Mode, ctx: str = "") -> None:
    """Start a wizard that asks for whatever is missing."""
    duty, kept = visit.duty, _record(visit)
    offered = offered_to(visit.user, duty, managing=False, bent=visit.tenant.bent)
    visit.wizard = Wizard(
        mode, ctx=ctx, queue=[*plan(kept.kinds, offered, duty, visit.tenant.bent)]
    )
    if _turned_away(visit, duty, kept):
        visit.wizard.at(Step.BARRED)
        return
    if not visit.wizard.queue:
        visit.wizard.at(Step.REVIEW if _says_so(visit) else Step.APP)
        return
    visit.registrar.start()
    next_kind(visit)


def _turned_away(visit: Visit, duty: Duty, kept: Record) -> bool:
    """Whether nothing can be registered (K11); unasked everyone who is enabled may (B19)."""
    bent, unasked = visit.tenant.bent, visit.wizard.mode is Mode.SETUP and not duty.asked
    if "not-enabled-not-told" in bent or lacks_factor(kept.kinds, duty):
        return False
    return not duty.enabled or (unasked and "unasked-registration-refused" in bent)


def begin_one(visit: Visit, kind: Kind, replaces: str = "") -> None:
    """Start a wizard for one method, from the security info page."""
    visit.wizard = Wizard(Mode.MANAGE, queue=[kind], replaces=replaces)
    visit.registrar.start()
    next_kind(visit)


def next_kind(visit: Visit) -> None:
    """Turn to the first step of what is first in the queue."""
    visit.wizard.draft = {}
    visit.wizard.at(_FIRST_STEP[Kind(visit.wizard.kind)])


def choices(visit: Visit) -> tuple[Kind, ...]:
    """What can be set up instead of the current method (B36), or added (B38)."""
    duty, wizard = visit.duty, visit.wizard
    kinds = _record(visit).kinds
    if wizard.mode is Mode.MANAGE:
        bent = visit.tenant.bent
        return addable(offered_to(visit.user, duty, managing=True, bent=bent), kinds, bent)
    offered = offered_to(visit.user, duty, managing=False, bent=visit.tenant.bent)
    return alternatives(kinds, wizard.queue, offered, duty, visit.tenant.bent)


def choose(visit: Visit, kind: Kind) -> None:
    """Set up ``kind`` instead of the current method."""
    visit.wizard.queue[:1] = [kind]
    next_kind(visit)


def kept(visit: Visit, kind: str) -> Response | None:
    """The current method is registered: say so, or go on."""
    wizard = visit.wizard
    wizard.done.append(kind)
    wizard.queue = wizard.queue[1:]
    wizard.draft, wizard.replaces = {}, ""
    if kind in MFA_CAPABLE:
        visit.proved()
    if visit.reskinned or wizard.mode is Mode.MANAGE:
        wizard.at(Step.ADDED)
        return None
    return go_on(visit)


def go_on(visit: Visit) -> Response | None:
    """After a method: the next one, or what closes the registration; a way back where it ends."""
    wizard = visit.wizard
    if wizard.mode is not Mode.MANAGE and _wants_one_more(visit):
        wizard.queue = [choices(visit)[0]]
    if wizard.queue:
        next_kind(visit)
        return None
    return _close(visit)


def _wants_one_more(visit: Visit) -> bool:
    if "wizard-asks-one-more" not in visit.tenant.bent:
        return False
    wizard = visit.wizard
    return len(wizard.done) == visit.duty.required and not wizard.queue and bool(choices(visit))


def _close(visit: Visit) -> Response | None:
    wizard = visit.wizard
    if wizard.mode is Mode.MANAGE:
        _complete_once(visit)
        return leave(visit)
    visit.registrar.complete()
    if not _says_so(visit) or (wizard.mode is Mode.INTERRUPT and visit.reskinned):
        return leave(visit)
    wizard.at(Step.SUCCESS if wizard.mode is Mode.INTERRUPT else Step.REVIEW)
    return None


def _says_so(visit: Visit) -> bool:
    """Whether a registration that is complete closes with a page (B31, B40)."""
    confirming = visit.wizard.mode is Mode.INTERRUPT and not visit.wizard.done
    return confirming or "registration-not-closed" not in visit.tenant.bent


def _complete_once(visit: Visit) -> None:
    if visit.user.security_info_confirmed_at is None:
        visit.registrar.complete()


def leave(visit: Visit) -> Response:
    """Back to the sign-in that led here, or to the security info page."""
    ctx = visit.wizard.ctx
    visit.wizard = Wizard(Mode.MANAGE)
    target = f"{SIGN_IN}?{urlencode({'ctx': ctx})}" if ctx else SECURITY_INFO
    return RedirectResponse(target, status_code=303)


def _record(visit: Visit) -> Record:
    return record_of(visit.session, visit.tenant, visit.user)
