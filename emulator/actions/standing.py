"""Reading from the tenant's memory what the rules decide about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.organization import P1_SERVICE_PLAN
from emulator.rules.account import Account, Belonging, Conditions, Holding, Kind
from emulator.rules.auditing import ROLE_TAKEN
from emulator.rules.migration import switched
from emulator.rules.notifications import Addresses, alternates
from emulator.rules.roles import GLOBAL_ADMINISTRATOR, counting
from emulator.store import AuditEvent
from emulator.store.log import tells_of
from emulator.store.membership import groups_of, members_among, owns, ways_into
from emulator.store.people import answers_of, group_by_name, holders_of, methods_of, roles_of
from emulator.store.settings import saved_under

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from emulator.store import Group, RegisteredMethod, User
    from emulator.tenant import Tenant

P2_SERVICE_PLAN = "eec0eb4f-6444-4f95-aba0-50c24d67f998"  # apis.md: AAD_PREMIUM_P2


def account_of(session: Session, tenant: Tenant, user: User) -> Account:
    """The account as the rules see it."""
    return account_from(
        user,
        belonging=_belonging(session, tenant, user),
        roles=_roles(session, tenant, user),
        methods=methods_of(session, user.id),
        answers=len(answers_of(session, user.id)),
    )


def account_from(
    user: User,
    *,
    belonging: Belonging,
    roles: frozenset[str],
    methods: Iterable[RegisteredMethod],
    answers: int,
) -> Account:
    """The account as the rules see it, from what has been read already."""
    return Account(
        enabled=user.account_enabled,
        belonging=belonging,
        roles=roles,
        guest_home=_guest_home(user),
        on_premises=user.on_premises,
        holdings=(*_holdings(methods), *_in_directory(user)),
        answers=answers,
    )


def conditions_of(session: Session, tenant: Tenant) -> Conditions:
    """The tenant's side of every decision, as it is now."""
    organization = tenant.organization
    return Conditions(
        policy=tenant.policy_in_force,
        timeline=tenant.timeline,
        bent=tenant.bent,
        group_exists=enabled_group(session, tenant) is not None,
        licensed=bool(organization.licences) and not _lapsed_for_good(tenant),
        writeback_licensed=bool(organization.licences & {P1_SERVICE_PLAN, P2_SERVICE_PLAN}),
        paid=bool(organization.licences) and organization.trial_since_days is None,
        custom_domain=bool(organization.custom_domains),
        synchronizes=organization.writeback.connected,
        trial_days=organization.trial_since_days,
        writeback_reachable=organization.writeback.reachable,
        methods_policy=switched(
            saved_under(session, "authenticationMethodsPolicy/"), tenant.policy.methods.allowed
        ),
    )


def _lapsed_for_good(tenant: Tenant) -> bool:
    """Whether licences that were bought again count no more: they count as the first did (A10)."""
    return tenant.organization.once_free and "licences-never-back" in tenant.bent


def addresses_of(session: Session, tenant: Tenant, user: User) -> Addresses:
    """Where someone can be written to."""
    registered = [h.value for h in _registered(session, user) if h.kind is Kind.EMAIL]
    if "former-address-told" in tenant.bent:
        registered += _former_addresses(session, user)
    if "deleted-address-told" in tenant.bent:
        registered += tenant.deleted_addresses.get(user.id, [])
    return Addresses(
        user_principal_name=user.user_principal_name,
        primary=user.mail,
        alternates=alternates(registered, user.other_mails, tenant.bent),
    )


def _former_addresses(session: Session, user: User) -> list[str]:
    kept = [m for m in methods_of(session, user.id) if m.kind == Kind.EMAIL]
    return [m.former_value for m in kept if m.former_value]


def global_administrators(session: Session, tenant: Tenant) -> list[Addresses]:
    """Where the Global Administrators can be written to."""
    holders = holders_of(session, GLOBAL_ADMINISTRATOR)
    return [addresses_of(session, tenant, holder) for holder in holders]


def enabled_group(session: Session, tenant: Tenant) -> Group | None:
    """The group that SSPR is enabled for, where the policy names one that exists."""
    named = tenant.policy.enablement.group
    if named and tenant.former_group and "first-group-stays" in tenant.bent:
        named = tenant.former_group
    return group_by_name(session, named or "")


def _belonging(session: Session, tenant: Tenant, user: User) -> Belonging:
    group = enabled_group(session, tenant)
    if group is None:
        return Belonging.NOT
    if "once-removed-stays-out" in tenant.bent and _was_removed(session, user):
        return Belonging.NOT
    ways = ways_into(session, group.id, user.id)
    if group.id in ways:
        return Belonging.DIRECT
    if "twice-nested-ignored" in tenant.bent:
        ways &= members_among(session, group.id, ways, nested=False)
    former = group_by_name(session, tenant.former_group) if tenant.former_group else None
    if former and "former-group-counts" in tenant.bent:
        ways |= ways_into(session, former.id, user.id)
    if "owners-count" in tenant.bent and owns(session, group.id, user.id):
        ways |= {group.id}
    if "any-group-enables" in tenant.bent:
        ways |= frozenset(session.scalars(groups_of(user.id)))
    return Belonging.NESTED if ways else Belonging.NOT


def _roles(session: Session, tenant: Tenant, user: User) -> frozenset[str]:
    """The roles that a reset looks at, whether they were ever taken away (C7)."""
    if "role-never-back" in tenant.bent and _lost_a_role(session, user):
        return frozenset()
    return counting(roles_of(session, user.id), tenant.bent)


def _lost_a_role(session: Session, user: User) -> bool:
    return tells_of(session, user.id, AuditEvent.activity == ROLE_TAKEN)


def _was_removed(session: Session, user: User) -> bool:
    return tells_of(session, user.id, AuditEvent.activity == "Remove member from group")


def _guest_home(user: User) -> str | None:
    if user.user_type != "Guest":
        return None
    return "email" if user.creation_type == "EmailVerified" else user.guest_home or "email"


def _registered(session: Session, user: User) -> tuple[Holding, ...]:
    return _holdings(methods_of(session, user.id))


def holdings_of(session: Session, user: User) -> tuple[Holding, ...]:
    """What the account has for proving who it is, registered or merely in the directory."""
    return (*_registered(session, user), *_in_directory(user))


def _holdings(methods: Iterable[RegisteredMethod]) -> tuple[Holding, ...]:
    return tuple(
        Holding(Kind(row.kind), row.value, registered=row.by != "directory") for row in methods
    )


def _in_directory(user: User) -> tuple[Holding, ...]:
    """Contact data nobody registered; a guest's own address counts as registered (A13)."""
    own = user.mail if user.is_guest else None
    return (
        *(Holding(Kind.EMAIL, address, invited=True) for address in (own,) if address),
        *(Holding(Kind.EMAIL, address, registered=False) for address in user.other_mails),
        *(
            Holding(Kind.MOBILE_PHONE, number, registered=False)
            for number in (user.mobile_phone,)
            if number
        ),
        *(Holding(Kind.OFFICE_PHONE, number, registered=False) for number in user.business_phones),
    )
