"""Judging, keeping and checking the passwords of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules import passwords as rule
from emulator.rules.password_hashes import Hashes, has_lapsed, signs_in
from emulator.rules.secrets_hash import hash_secret, matches

if TYPE_CHECKING:
    from emulator.rules.banned import Finding
    from emulator.store import User
    from emulator.tenant import Tenant

_CUT = 64  # what a deviation leaves of longer passwords


def check_password(tenant: Tenant, user: User, password: str) -> bool:
    """Whether ``password`` opens the account now."""
    hashes = Hashes(
        current=user.password_hash,
        previous=user.previous_password_hash,
        changed_at=user.password_changed_at,
        synchronized=user.federated,
    )
    if matches(password, user.lingering_password_hash):
        return True
    if has_lapsed(hashes, tenant.clock.now(), tenant.bent, given_out=user.must_change_password):
        return False
    return signs_in(_counting(tenant, password), hashes, tenant.clock.now(), tenant.bent)


def refuse_password(
    tenant: Tenant, user: User, password: str, *, forgotten: bool
) -> rule.Refusal | Finding | None:
    """
    Why ``password`` may not become the account's, or None where it may.

    ``forgotten`` tells a reset (True) from a change (False), see ``rules.passwords.refusal``.
    """
    return rule.refusal(password, _owner(tenant, user), tenant.bent, forgotten=forgotten)


def set_password(tenant: Tenant, user: User, password: str, *, must_change: bool = False) -> None:
    """Keep ``password``, judged or not, as the account's; ``user`` belongs to an open session."""
    user.previous_password_hash = user.password_hash
    user.password_hash = hash_secret(_counting(tenant, password))
    user.password_changed_at = tenant.clock.now()
    user.must_change_password = must_change


def _counting(tenant: Tenant, password: str) -> str:
    """What of ``password`` counts: all of it (E1)."""
    cut = len(password) > _CUT and "long-passwords-cut" in tenant.bent
    return password[:_CUT] if cut else password


def must_change(tenant: Tenant, user: User) -> bool:
    """Whether sign-in asks for a new password: one was given out, or it is too old (E6, C41)."""
    return user.must_change_password or rule.expired(
        user.password_changed_at,
        tenant.organization.password_validity_days,
        tenant.clock.now(),
        tenant.bent,
        never=user.password_never_expires,
    )


def _owner(tenant: Tenant, user: User) -> rule.Owner:
    organization = tenant.organization
    protection = organization.protection
    enforced = protection.custom_list_enforced or "unenforced-list-counts" in tenant.bent
    return rule.Owner(
        given_name=user.given_name,
        surname=user.surname,
        organization=organization.name,
        current_hash=user.password_hash,
        former_hash=user.previous_password_hash,
        custom_terms=protection.custom_terms if enforced else (),
        education=organization.education,
        on_premises_minimum=_on_premises_minimum(tenant, user),
        on_premises_too_young=_is_judged(tenant, user) and _too_young(tenant, user),
    )


def _on_premises_minimum(tenant: Tenant, user: User) -> int | None:
    if not user.on_premises:
        return None
    return tenant.organization.writeback.minimum_length if _is_judged(tenant, user) else 0


def _is_judged(tenant: Tenant, user: User) -> bool:
    """Whether the on-premises directory judges the password: each that it manages (H3)."""
    spared = user.federated and "federated-skip-on-premises-policy" in tenant.bent
    return user.on_premises and not spared


def _too_young(tenant: Tenant, user: User) -> bool:
    age = tenant.organization.writeback.minimum_age_days
    return rule.too_young(user.password_changed_at, age, tenant.clock.now())
