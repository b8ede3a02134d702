"""Whether someone may sign in, and with what second factor."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.actions import lockout
from emulator.actions.duty import duty_of, methods_of, record_of
from emulator.actions.passwords import check_password
from emulator.actions.reset import attempts
from emulator.actions.standing import account_of
from emulator.rules.account import Belonging
from emulator.rules.auditing import CANCELLED
from emulator.rules.counting import bars_sign_in, ended_by_sign_in
from emulator.rules.interrupts import Interrupt, interrupt, skippable
from emulator.rules.methods import telephony_over
from emulator.rules.registration import MFA_CAPABLE, Kind
from emulator.store import AuditEvent
from emulator.store.log import tells_of
from emulator.store.people import holds_a_role, roles_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.deviations import Case
    from emulator.store import User
    from emulator.tenant import Tenant


class Outcome(StrEnum):
    """What came of a password; the value is the error code of the page, where there is one."""

    RIGHT = "0"
    WRONG = "50126"
    LOCKED = "50053"
    DISABLED = "50057"


class Factor(StrEnum):
    """A second factor by the name that the page uses (pages.md 1.4)."""

    PUSH = "PhoneAppNotification"
    APP_CODE = "PhoneAppOTP"
    TEXT = "OneWaySMS"
    CALL = "TwoWayVoiceMobile"
    ALTERNATE_CALL = "TwoWayVoiceAlternateMobile"
    OFFICE_CALL = "TwoWayVoiceOffice"


_FACTORS: dict[str, tuple[Factor, ...]] = {
    Kind.AUTHENTICATOR: (Factor.PUSH, Factor.APP_CODE),
    Kind.OATH: (Factor.APP_CODE,),
    Kind.PHONE: (Factor.TEXT, Factor.CALL),
    Kind.ALTERNATE_PHONE: (Factor.ALTERNATE_CALL,),
    Kind.OFFICE_PHONE: (Factor.OFFICE_CALL,),
}
MOST_PUT_OFF = 3  # under a deviation; only SSPR asks for ever (B20)
TELEPHONY = frozenset({Factor.TEXT, Factor.CALL, Factor.ALTERNATE_CALL, Factor.OFFICE_CALL})


@dataclass(frozen=True, slots=True)
class Offer:
    """A second factor that someone has; ``target`` is the phone number, where it has one."""

    factor: Factor
    target: str


def try_password(
    session: Session, tenant: Tenant, user: User, password: str, *, familiar: bool
) -> Outcome:
    """
    What comes of ``password``; a wrong one counts towards smart lockout.

    While an account is locked even the right password is refused and no wrong one counts; a
    federated account also while it is locked on-premises, where its password is judged (H10).
    Whether the account is disabled is told only to who knows the password.
    """
    place = "familiar" if familiar else "unfamiliar"
    locked_on_premises = user.federated and user.on_premises_locked
    if locked_on_premises or lockout.is_locked(session, tenant, user, place):
        return Outcome.LOCKED
    if not check_password(tenant, user, password):
        lockout.count_wrong(session, tenant, user, place, password)
        locked = lockout.is_locked(session, tenant, user, place)
        return Outcome.LOCKED if locked else Outcome.WRONG
    if bars_sign_in(
        tenant.bent,
        blocked=attempts.blocks(session, tenant, user),
        administers=lambda: account_of(session, tenant, user).is_administrator,
    ):
        return Outcome.LOCKED
    lockout.forget(session, user)
    if ended_by_sign_in(tenant.bent):
        attempts.forget_of(session, user)
    if not user.account_enabled:
        return Outcome.DISABLED
    return Outcome.RIGHT


def factors(session: Session, tenant: Tenant, user: User) -> tuple[Offer, ...]:
    """The second factors that ``user`` has, the most secure first (B4, B33)."""
    offers = {
        factor: Offer(factor, method.value if factor in TELEPHONY else "")
        for method in methods_of(session, user)
        if method.kind in MFA_CAPABLE
        for factor in _FACTORS[method.kind]
    }
    spared: dict[str, Case] = {
        "administrators-need-no-second-factor": lambda: holds_a_role(session, user.id),
        "hybrid-users-need-no-second-factor": user.on_premises,
    }
    if tenant.bent.meets(spared):
        return ()
    if "phones-are-no-second-factor" in tenant.bent:
        offers = {f: offer for f, offer in offers.items() if f not in TELEPHONY}
    external = user.is_guest
    if telephony_over(tenant.timeline, roles_of(session, user.id), external=external):
        offers = {f: offer for f, offer in offers.items() if f not in TELEPHONY}
    return tuple(offers[factor] for factor in Factor if factor in offers)


def interrupt_of(session: Session, tenant: Tenant, user: User) -> Interrupt:
    """What the sign-in of ``user`` is interrupted for."""
    duty = duty_of(session, tenant, user)
    if tenant.bent.meets(_unasked(session, tenant, user)):
        return Interrupt.NONE
    unconfirmed: dict[str, Case] = {
        "administrators-never-confirm": lambda: holds_a_role(session, user.id),
        "hybrid-users-never-confirm": user.on_premises,
    }
    if tenant.bent.meets(unconfirmed):
        duty = replace(duty, reconfirm_after_days=0)
    met = interrupt(duty, record_of(session, tenant, user), tenant.clock.now(), tenant.bent)
    confirmed = met is Interrupt.NONE and user.security_info_confirmed_at is not None
    if confirmed and "signing-in-counts-as-confirming" in tenant.bent:
        user.security_info_confirmed_at = tenant.clock.now()
    return met


def _unasked(session: Session, tenant: Tenant, user: User) -> dict[str, Case]:
    """By deviation, whether a user is of the kind that is not asked to register: none is (B18)."""
    return {
        "interrupt-missing-for-administrators": lambda: holds_a_role(session, user.id),
        "nested-members-not-asked": lambda: _is_nested(session, tenant, user),
        "only-members-asked": lambda: _is_outside(session, tenant, user),
        "who-left-not-asked-again": lambda: has_left_registration(session, user),
        "hybrid-users-not-asked": user.on_premises,
        "guests-not-asked": user.is_guest,
    }


def _is_nested(session: Session, tenant: Tenant, user: User) -> bool:
    return account_of(session, tenant, user).belonging is Belonging.NESTED


def _is_outside(session: Session, tenant: Tenant, user: User) -> bool:
    account = account_of(session, tenant, user)
    return account.belonging is Belonging.NOT and not account.roles


def has_left_registration(session: Session, user: User) -> bool:
    """Whether ``user`` has ever left a registration before it was complete (J5)."""
    return tells_of(session, user.id, AuditEvent.activity == CANCELLED)


def may_skip(session: Session, tenant: Tenant, user: User) -> bool:
    """Whether ``user`` may put the interrupt off."""
    kinds = record_of(session, tenant, user).kinds
    week_over = tenant.clock.now() >= user.created_at + dt.timedelta(days=7)
    if week_over and "interrupt-unskippable-after-a-week" in tenant.bent:
        return False
    if tenant.put_off[user.id] >= MOST_PUT_OFF and "put-off-three-times" in tenant.bent:
        return False
    return skippable(kinds, duty_of(session, tenant, user), tenant.bent)
