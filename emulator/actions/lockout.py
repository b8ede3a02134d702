"""Counting wrong passwords and forgetting them (E19 to E23, C30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from emulator.rules import lockout as rule
from emulator.store import Lockout

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import User
    from emulator.tenant import Tenant


def is_locked(session: Session, tenant: Tenant, user: User, place: str) -> bool:
    """Whether sign-ins of ``user`` from ``place`` (familiar or unfamiliar) are refused now."""
    return rule.is_locked(_count(session.get(Lockout, (user.id, place))), tenant.clock.now())


def count_wrong(session: Session, tenant: Tenant, user: User, place: str, password: str) -> None:
    """Note a wrong password."""
    row = session.get(Lockout, (user.id, place))
    if row is None:
        row = Lockout(user_id=user.id, place=place, failures=0, bad_hashes=[], locked_before=0)
        session.add(row)
    protection = tenant.organization.protection
    limits = rule.Limits(protection.lockout_threshold, protection.lockout_seconds)
    _keep(row, rule.after_wrong(_count(row), password, limits, tenant.clock.now(), tenant.bent))


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
