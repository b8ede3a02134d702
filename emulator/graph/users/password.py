"""Setting somebody's password on their behalf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.audit import Event, Service
from emulator.actions.notify import administrator_reset_mail
from emulator.actions.passwords import refuse_password, set_password
from emulator.actions.standing import global_administrators
from emulator.graph.errors import bad_request
from emulator.rules.auditing import BY_ADMIN, agent
from emulator.rules.passwords import Refusal, must_replace
from emulator.rules.roles import is_listed_administrator
from emulator.store.people import holds_a_role, roles_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call
    from emulator.store import User
    from emulator.tenant import Tenant

HOMES_ELSEWHERE = frozenset({"entra", "msa", "google"})


def told(tenant: Tenant, user: User) -> Event:
    """What the log says when an administrator sets the password of ``user`` (J2, J9, J12)."""
    writer = agent(tenant.bent, on_premises=user.on_premises)
    return Event(
        BY_ADMIN,
        service=Service.SSPR,
        operation="Reset",
        reason="Successfully completed reset.",
        details=[{"key": "OnPremisesAgent", "value": writer}],
    )


def _is_kept_elsewhere(tenant: Tenant, user: User) -> bool:
    """Whether another directory keeps the password of ``user`` (A15)."""
    elsewhere = user.guest_home in HOMES_ELSEWHERE
    return elsewhere and "guest-password-given-out" not in tenant.bent


def _is_refused(tenant: Tenant, user: User, password: str) -> bool:
    refused = refuse_password(tenant, user, password, forgotten=True)
    excused = {
        "short-password-given-out": refused is Refusal.TOO_SHORT,
        "plain-password-given-out": refused is Refusal.TOO_SIMPLE,
    }
    return refused is not None and not tenant.bent.meets(excused)


def put_password(
    call: Call, session: Session, user: User, password: str, *, must_change: bool
) -> None:
    """
    Give ``user`` a password.

    Nobody has to change one that never expires on-premises (H14).

    Raises:
        GraphError: It does not comply with the password policy, or belongs to an account whose
            home is elsewhere (A15) or on-premises with nothing written back (H8).
    """
    if _is_kept_elsewhere(call.tenant, user):
        raise bad_request("The password of an account from another directory cannot be set here.")
    if user.on_premises and not call.tenant.policy.writeback.enabled:
        raise bad_request("The password is managed on-premises and cannot be written back.")
    if _is_refused(call.tenant, user, password):
        raise bad_request(
            "The specified password does not comply with password complexity requirements. "
            "Please provide a different password."
        )
    forced = must_replace(
        call.tenant.bent,
        wanted=must_change,
        on_premises=user.on_premises,
        never_expires=user.on_premises_never_expires,
        administers=lambda: holds_a_role(session, user.id),
    )
    set_password(call.tenant, user, password, must_change=forced)


def tell(call: Call, session: Session, user: User) -> None:
    """Write to whom it concerns that ``user`` was given a password: to nobody (F6)."""
    bent = call.tenant.bent
    to_administrator = is_listed_administrator(roles_of(session, user.id))
    alerts = "admin-mail-on-given-password" in bent or (
        to_administrator and "alert-on-administrators-given-password" in bent
    )
    told = global_administrators(session, call.tenant) if alerts else []
    call.letters.extend(
        administrator_reset_mail(call.tenant, each.primary, user.user_principal_name)
        for each in told
        if each.primary
    )
