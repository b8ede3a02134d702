"""One request to the registration by someone who is signed in there."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from emulator.actions.duty import duty_of
from emulator.actions.notify import Letter, send
from emulator.actions.registration.enrol import Registrar
from emulator.actions.registration.wizard import Mode, Wizard
from emulator.actions.sign_in import factors
from emulator.portals import keep
from emulator.portals.forms import check_canary, read_form
from emulator.portals.session import MY_SIGN_INS, send_to_sign_in
from emulator.portals.wording import language_of, words
from emulator.store import PortalSession, User
from emulator.store.people import holds_a_role
from emulator.timeline import Era

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.rules.registration import Duty
    from emulator.tenant import Tenant

FRESH = dt.timedelta(minutes=10)  # S11
_A_MINUTE = dt.timedelta(minutes=1)


@dataclass(slots=True)
class Visit:
    """
    One request to the registration.

    Attributes:
        request: The request.
        session: The open unit of work; it is committed before the answer leaves.
        row: The visitor's session.
        user: Who is signed in.
        wizard: The registration under way; a fresh one where none is.
        fields: What the form sent.
        letters: What is to be sent once the work is committed.
    """

    request: Request
    session: Session
    row: PortalSession
    user: User
    wizard: Wizard
    fields: dict[str, str] = field(default_factory=dict)
    letters: list[Letter] = field(default_factory=list)
    _duty: Duty | None = None

    @property
    def duty(self) -> Duty:
        """What the policy asks of the visitor; nothing that happens here changes it."""
        if self._duty is None:
            self._duty = duty_of(self.session, self.tenant, self.user)
        return self._duty

    @property
    def tenant(self) -> Tenant:
        """The tenant."""
        return self.request.state.tenant  # type: ignore[no-any-return]

    @property
    def registrar(self) -> Registrar:
        """Who writes down what happens in this wizard."""
        return Registrar(self.session, self.tenant, self.user, self.wizard.flow)

    @property
    def words(self) -> dict[str, str]:
        """The labels in the language of the request."""
        return words("registration", language_of(self.request))

    @property
    def reskinned(self) -> bool:
        """Whether the pages are those of 2025 and later."""
        return self.tenant.timeline.has(Era.RESKINNED_WIZARD)

    def proved(self) -> None:
        """Note that a second factor has just been shown."""
        now = self.tenant.clock.now().isoformat()
        self.row.data["mfa_at"] = now
        under_way = self.session.get(PortalSession, self.wizard.ctx) if self.wizard.ctx else None
        if under_way is not None:
            under_way.data["mfa_at"] = now


async def serve(request: Request, handler: Callable[[Visit], Response], back_to: str) -> Response:
    """
    Let ``handler`` answer for whoever is signed in, once that is proved recently enough.

    A form must return the anti-forgery value of its page. ``back_to`` is where the sign-in page
    sends people who have to pass there first.
    """
    fields = await read_form(request) if request.method == "POST" else None
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        visit = _visit(request, session)
        if visit is not None and not _needs_proof(visit):
            answer = _handled(visit, handler, fields)
        else:
            answer = None
    if answer is None or visit is None:
        return send_to_sign_in(request, MY_SIGN_INS, back_to=back_to, mfa_within=_within(request))
    await send(tenant.post, visit.letters)
    return answer


def _visit(request: Request, session: Session) -> Visit | None:
    tenant = request.state.tenant
    row = keep.find(session, tenant, request.cookies.get(MY_SIGN_INS.name), MY_SIGN_INS.name)
    user = session.get(User, row.user_id) if row else None
    if row is None or user is None or not user.account_enabled:
        return None
    kept = row.data.get("wizard")
    wizard = Wizard.from_json(deepcopy(kept)) if isinstance(kept, dict) else Wizard(Mode.MANAGE)
    return Visit(request, session, row, user, wizard)


def _handled(
    visit: Visit, handler: Callable[[Visit], Response], fields: dict[str, str] | None
) -> Response:
    if fields is not None:
        check_canary(fields, visit.row.canary)
        visit.fields = fields
    answer = handler(visit)
    if visit.row.data.get("wizard") != (wizard := visit.wizard.to_json()):
        visit.row.data["wizard"] = wizard
    return answer


def _needs_proof(visit: Visit) -> bool:
    """Whoever has a second factor must have shown it (B33), lately so since 2025 (S11)."""
    within = _within(visit.request)
    if within is None or not factors(visit.session, visit.tenant, visit.user):
        return False
    proved = keep.time_of(visit.row, "mfa_at")
    if proved is not None and _any_age_serves(visit):
        return False
    return proved is None or visit.tenant.clock.now() - proved > within


def _any_age_serves(visit: Visit) -> bool:
    """Whether a second factor serves here however old it is: nobody's does (S11)."""
    return visit.tenant.bent.meets(
        {
            "stale-factor-changes-security-info": visit.request.method == "POST",
            "administrators-factor-never-stale": lambda: holds_a_role(visit.session, visit.user.id),
        }
    )


def _within(request: Request) -> dt.timedelta | None:
    tenant: Tenant = request.state.tenant
    managing = not request.query_params.get("setup")
    if managing and "managing-without-mfa" in tenant.bent:
        return None
    if "security-info-without-mfa" in tenant.bent:
        return None
    fresh = tenant.timeline.has(Era.FRESH_MFA_FOR_SECURITY_INFO)
    if not fresh or "security-info-with-stale-mfa" in tenant.bent:
        return MY_SIGN_INS.lasts
    if "mfa-fresh-for-longer" in tenant.bent:
        return FRESH + _A_MINUTE
    return FRESH - _A_MINUTE if "mfa-stale-too-soon" in tenant.bent else FRESH
