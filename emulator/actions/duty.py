"""What the tenant asks of one person, and what that person has registered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from emulator.actions.standing import account_of, conditions_of
from emulator.deviations import STRAIGHT, Bent
from emulator.rules.enablement import turned_away
from emulator.rules.gates import steps_required
from emulator.rules.methods import allowed
from emulator.rules.multifactor import registers
from emulator.rules.offering import offered
from emulator.rules.options import METHOD, Option
from emulator.rules.registration import Duty, Kind, Record
from emulator.store import people
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.rules.account import Account, Conditions
    from emulator.store import RegisteredMethod, User
    from emulator.tenant import Tenant


MFA_GRACE = dt.timedelta(days=14)  # security defaults let people put it off that long


def duty_of(session: Session, tenant: Tenant, user: User) -> Duty:
    """
    What the policy asks of ``user``.

    Deviations that bend a reset leave registration as it is, so each shows where it belongs.
    """
    account = account_of(session, tenant, user)
    conditions = replace(conditions_of(session, tenant), bent=STRAIGHT)
    required = steps_required(account, conditions)
    if account.is_administrator and "administrators-register-as-users" in tenant.bent:
        required = tenant.policy.methods.required_to_reset
    options = allowed(account, conditions, required)
    barred = _is_barred(account, conditions)
    let_in = barred and "barred-admin-registers" in tenant.bent
    return Duty(
        enabled=let_in or turned_away(account, conditions) is None,
        permitted=_permitted(account, options, tenant),
        at_first=frozenset(tenant.first.methods.allowed if tenant.former else ()),
        required=required + _asked_beyond(tenant),
        asked=tenant.policy.registration.required_at_sign_in,
        reconfirm_after_days=tenant.policy.registration.reconfirm_after_days,
        barred=barred and not let_in,
        voice=Option.CALL in options,
        texts=Option.SMS in options,
        mfa=tenant.organization.security_defaults,
        mfa_grace_over=tenant.clock.now() >= user.created_at + MFA_GRACE,
        multifactor=registers(
            tenant.organization.multifactor_methods, tenant.policy.methods.migration_state
        ),
    )


def _asked_beyond(tenant: Tenant) -> int:
    """How many methods more are asked because everyone is enabled: none (A7)."""
    everyone = tenant.policy.enablement.enabled == "all"
    return int(everyone and "all-asks-for-one-more" in tenant.bent)


def _permitted(account: Account, options: frozenset[Option], tenant: Tenant) -> frozenset[Method]:
    methods, bent = frozenset(METHOD[option] for option in options), tenant.bent
    if not account.is_administrator and "registration-follows-reset-policy" in bent:
        methods &= {*tenant.policy.methods.allowed}
    if "registration-offers-forbidden-method" in bent:
        methods |= frozenset(Method) - {Method.SECURITY_QUESTIONS}
    if account.is_administrator and "admin-registers-questions" in bent:
        methods |= {Method.SECURITY_QUESTIONS}
    return methods


def _is_barred(account: Account, conditions: Conditions) -> bool:
    as_user = replace(account, roles=frozenset())
    return turned_away(as_user, conditions) is None and turned_away(account, conditions) is not None


def methods_of(session: Session, user: User) -> Sequence[RegisteredMethod]:
    """What ``user`` or an administrator registered, oldest first; not what the directory holds."""
    return [each for each in people.methods_of(session, user.id) if each.by in {"user", "admin"}]


def record_of(session: Session, tenant: Tenant, user: User) -> Record:
    """What ``user`` has registered, questions included once enough are answered."""
    kinds = [method.kind for method in methods_of(session, user)]
    answers = [each for each in people.answers_of(session, user.id) if not each.deleted]
    if len(answers) >= tenant.policy.methods.questions_to_register:
        kinds.append(Kind.QUESTIONS)
    known = _in_directory(user)
    if known and "directory-data-counts-as-registered" in tenant.bent:
        kinds += known
    return Record(tuple(kinds), user.security_info_confirmed_at, user.security_info_gates)


def _in_directory(user: User) -> list[Kind]:
    held = {
        Kind.EMAIL: user.other_mails,
        Kind.PHONE: user.mobile_phone,
        Kind.OFFICE_PHONE: user.business_phones,
    }
    return [kind for kind, value in held.items() if value]


def offered_to(user: User, duty: Duty, *, managing: bool, bent: Bent = STRAIGHT) -> frozenset[Kind]:
    """What ``user`` can register now."""
    known = bool(user.business_phones)
    return offered(duty, has_business_phone=known, managing=managing, bent=bent)
