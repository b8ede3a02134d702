"""Who is enabled for, registered for and capable of reset: the registration report (A20, J19)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from emulator.actions.standing import account_from, conditions_of, enabled_group
from emulator.deviations import STRAIGHT, Bent
from emulator.rules.account import Belonging, Kind
from emulator.rules.auditing import ROLE_TAKEN
from emulator.rules.enablement import turned_away
from emulator.rules.gates import enough, steps_required
from emulator.rules.methods import usable
from emulator.rules.roles import counting
from emulator.store import AuditEvent, RegisteredMethod, RoleAssignment, SecurityAnswer, User
from emulator.store.membership import members_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.rules.account import Account, Conditions
    from emulator.tenant import Tenant
    from sspr.policy import Policy

# How the report names what people have (J20), in its usual order.
REPORTED = {
    Kind.EMAIL: ("email",),
    Kind.MOBILE_PHONE: ("mobilePhone",),
    Kind.ALTERNATE_MOBILE_PHONE: ("alternateMobilePhone",),
    Kind.OFFICE_PHONE: ("officePhone",),
    Kind.AUTHENTICATOR: ("microsoftAuthenticatorPush", "softwareOneTimePasscode"),
    Kind.SOFTWARE_OATH: ("softwareOneTimePasscode",),
}
QUESTIONS = "securityQuestion"
DELETED = "deleted security info"  # J4: by the user or by an administrator
LEFT_GROUP = "Remove member from group"
_PREFERRED = (  # what a second factor is asked by when nothing else is chosen, strongest first
    (Kind.AUTHENTICATOR, "push"),
    (Kind.SOFTWARE_OATH, "oath"),
    (Kind.MOBILE_PHONE, "sms"),
    (Kind.ALTERNATE_MOBILE_PHONE, "voiceAlternateMobile"),
    (Kind.OFFICE_PHONE, "voiceOffice"),
)


@dataclass(frozen=True, slots=True)
class Details:
    """
    One person's row of the report.

    Attributes:
        user: Whose row it is.
        is_admin: Whether they hold any directory role.
        enabled: Whether the policy lets them reset.
        registered: Whether they have as many methods as a reset takes steps.
        capable: Whether they can reset now: both enabled and registered (A20).
        methods: What they registered, as the report names it.
        preferred: The second factor they are asked for first.
        mfa: Whether they have a second factor; addresses and questions are none (B4).
    """

    user: User
    is_admin: bool
    enabled: bool
    registered: bool
    capable: bool
    methods: tuple[str, ...]
    preferred: str
    mfa: bool


def details_of(session: Session, tenant: Tenant, users: Sequence[User]) -> list[Details]:
    """The rows of ``users``, read together; deviations of a reset do not reach the report."""
    conditions = replace(
        conditions_of(session, tenant), bent=STRAIGHT, policy=_policy_asked(tenant)
    )
    accounts = _accounts(session, tenant, users)
    pasts = _pasts(session, [user.id for user in users])
    return [
        _row(user, accounts[user.id], conditions, tenant.bent, pasts[user.id]) for user in users
    ]


def _policy_asked(tenant: Tenant) -> Policy:
    """The policy in force, or under a deviation one with the number of methods of before."""
    policy = tenant.policy_in_force
    if "report-asks-the-first-number" not in tenant.bent:
        return policy
    first = {"required_to_reset": tenant.first.methods.required_to_reset}
    return policy.model_copy(update={"methods": policy.methods.model_copy(update=first)})


def _row(
    user: User, account: Account, conditions: Conditions, bent: Bent, past: frozenset[str]
) -> Details:
    deleted = DELETED in past
    steps = steps_required(account, conditions)
    if account.is_administrator and "report-asks-administrators-less" in bent:
        steps = conditions.policy.methods.required_to_reset
    options = usable(account, conditions, steps)
    unregistered = {
        "report-registers-no-hybrid-users": account.on_premises,
        "report-registers-no-guests": account.guest_home is not None,
    }
    if bent.meets(unregistered):
        options = ()
    enabled, has_enough = turned_away(account, conditions) is None, enough(options, steps, STRAIGHT)
    return Details(
        user=user,
        is_admin=(bool(account.roles) and "report-names-no-administrators" not in bent)
        or (ROLE_TAKEN in past and "report-keeps-lost-roles" in bent),
        enabled=enabled
        or "report-enables-everyone" in bent
        or (LEFT_GROUP in past and "report-enables-who-left" in bent),
        registered=has_enough
        or ("report-counts-any-method" in bent and bool(options))
        or ("report-registers-directory-data" in bent and bool(user.other_mails))
        or (deleted and "report-registers-who-deleted" in bent),
        capable=enabled
        and (
            has_enough
            or "report-capable-unregistered" in bent
            or (deleted and "report-capable-who-deleted" in bent)
        ),
        methods=_reported(account, conditions, bent, deleted=deleted),
        preferred=_preferred(account),
        mfa=_has_factor(account, bent),
    )


def _has_factor(account: Account, bent: Bent) -> bool:
    held = {holding.kind for holding in account.holdings if holding.registered}
    counting = {kind for kind, _ in _PREFERRED}
    if "report-calls-addresses-factors" in bent:
        counting.add(Kind.EMAIL)
    if "report-forgets-factors" in bent:
        counting -= {Kind.AUTHENTICATOR, Kind.SOFTWARE_OATH}
    return bool(held & counting)


def _reported(
    account: Account, conditions: Conditions, bent: Bent, *, deleted: bool
) -> tuple[str, ...]:
    unregistered = "report-lists-directory-data" in bent
    kinds = {each.kind for each in account.holdings if each.registered or unregistered}
    if deleted and "report-keeps-deleted-address" in bent:
        kinds.add(Kind.EMAIL)
    if "report-forgets-office-phone" in bent:
        kinds.discard(Kind.OFFICE_PHONE)
    if "report-forgets-alternate-phones" in bent:
        kinds.discard(Kind.ALTERNATE_MOBILE_PHONE)
    if "report-forgets-apps" in bent:
        kinds -= {Kind.AUTHENTICATOR, Kind.SOFTWARE_OATH}
    names = [name for kind, words in REPORTED.items() if kind in kinds for name in words]
    answered = account.answers >= conditions.policy.methods.questions_to_register
    if answered and "report-forgets-questions" not in bent:
        names.append(QUESTIONS)
    return tuple(dict.fromkeys(names))


def _preferred(account: Account) -> str:
    kinds = {holding.kind for holding in account.holdings if holding.registered}
    return next((name for kind, name in _PREFERRED if kind in kinds), "none")


def _accounts(session: Session, tenant: Tenant, users: Sequence[User]) -> dict[str, Account]:
    ids = [user.id for user in users]
    roles, methods = _roles(session, ids), _methods(session, ids)
    answers, belonging = _answers(session, ids), _belonging(session, tenant, ids)
    return {
        user.id: account_from(
            user,
            belonging=belonging.get(user.id, Belonging.NOT),
            roles=counting(frozenset(roles[user.id]), tenant.bent),
            methods=methods[user.id],
            answers=answers.get(user.id, 0),
        )
        for user in users
    }


def _roles(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    rows = select(RoleAssignment).where(RoleAssignment.user_id.in_(ids))
    found = defaultdict(list)
    for held in session.scalars(rows):
        found[held.user_id].append(held.role_definition_id)
    return found


def _methods(session: Session, ids: Sequence[str]) -> dict[str, list[RegisteredMethod]]:
    rows = select(RegisteredMethod).where(
        RegisteredMethod.user_id.in_(ids),
        RegisteredMethod.by != "nobody",  # deleted, whatever a deviation keeps of it
    )
    found = defaultdict(list)
    for method in session.scalars(rows):
        found[method.user_id].append(method)
    return found


def _pasts(session: Session, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """What the audit log tells of ``ids`` that a deviation of the report goes by."""
    found: dict[str, set[str]] = defaultdict(set)
    for ending in (DELETED, ROLE_TAKEN, LEFT_GROUP):
        rows = select(AuditEvent.target_id).where(
            AuditEvent.target_id.in_(ids), AuditEvent.activity.endswith(ending)
        )
        for each in session.scalars(rows):
            found[each or ""].add(ending)
    return {each: frozenset(found[each]) for each in ids}


def _answers(session: Session, ids: Sequence[str]) -> dict[str, int]:
    rows = select(SecurityAnswer.user_id, func.count()).where(SecurityAnswer.user_id.in_(ids))
    found = session.execute(rows.group_by(SecurityAnswer.user_id))
    return {row[0]: row[1] for row in found}


def _belonging(session: Session, tenant: Tenant, ids: Sequence[str]) -> dict[str, Belonging]:
    group = enabled_group(session, tenant)
    if group is None:
        return {}
    forgotten = "report-forgets-nested-members" in tenant.bent
    within = () if forgotten else members_among(session, group.id, ids)
    nested = dict.fromkeys(within, Belonging.NESTED)
    direct = members_among(session, group.id, ids, nested=False)
    return nested | dict.fromkeys(direct, Belonging.DIRECT)
