"""Counting wrong passwords and forgetting them (E19 to E23, C30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.organization import PasswordProtection
from emulator.rules import lockout as rule
from emulator.store import Lockout
from emulator.store.people import holds_a_role

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.deviations import Case
    from emulator.store import User
    from emulator.tenant import Tenant


def is_locked(session: Session, tenant: Tenant, user: User, place: str) -> bool:
    """Whether sign-ins of ``user`` from ``place`` (familiar or unfamiliar) are refused now."""
    spared: dict[str, Case] = {
        "administrators-never-locked-out": lambda: holds_a_role(session, user.id),
        "synchronised-users-never-locked-out": user.synchronized,
    }
    if tenant.bent.meets(spared):
        return False
    rows = [session.get(Lockout, (user.id, place))]
    if "lockout-of-one-locks-all" in tenant.bent:
        rows = list(session.scalars(select(Lockout)))
    return any(rule.is_locked(_count(row), tenant.clock.now()) for row in rows)


def count_wrong(session: Session, tenant: Tenant, user: User, place: str, password: str) -> None:
    """Note a wrong password."""
    row = session.get(Lockout, (user.id, place))
    if row is None:
        row = Lockout(user_id=user.id, place=place, failures=0, bad_hashes=[], locked_before=0)
        session.add(row)
    now, bent = tenant.clock.now(), tenant.bent
    _keep(row, rule.after_wrong(_count(row), password, _limits(tenant), now, bent))


def _limits(tenant: Tenant) -> rule.Limits:
    """The tenant's own (E22)."""
    protection, usual = tenant.organization.protection, PasswordProtection()
    threshold = usual if "lockout-threshold-fixed" in tenant.bent else protection
    length = usual if "lockout-duration-fixed" in tenant.bent else protection
    return rule.Limits(threshold.lockout_threshold, length.lockout_seconds)


def forget(session: Session, user: User) -> None:
    """End every lock of ``user`` and begin to count anew."""
    session.execute(delete(Lockout).where(Lockout.user_id == user.id))


def _count(row: Lockout | None) -> rule.Count:
    if row is None:
        return rule.Count()
    return rule.Count(row.failures, tuple(row.bad_hashes), row.locked_before, row.locked_until)


def _keep(row: Lockout, count: rule.Count) -> None:
    row.failures = count.failures
    row.bad_hashes = list(count.bad_hashes)
    row.locked_before = count.locked_before
    row.locked_until = count.locked_until
