"""Unlocking an account, with a reset or instead of one (C28 to C30, F15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions.reset import news
from emulator.actions.reset.flow import View, record, stop
from emulator.rules.auditing import RESET, UNLOCK
from emulator.rules.enablement import Block
from emulator.rules.unlocking import ends_lockout, unlocks_on_premises
from emulator.store import AuditEvent, Lockout
from emulator.store.log import tells_of

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit


def unlock_account(visit: Visit) -> None:
    """Unlock the flow's on-premises account and leave its password."""
    if "unlock-refused" in visit.bent:
        stop(visit.flow, Block.ON_PREMISES_REFUSES)
        return
    if not _is_vain(visit):
        end_lockout(visit)
    if not _is_untold(visit):
        record(visit, UNLOCK, "Successfully completed unlock.")
    if "unlock-told-as-reset" in visit.bent:
        record(visit, RESET, "Successfully completed reset.")
    visit.flow.view = View.UNLOCKED
    if user := visit.user:
        user.must_change_password |= visit.bent.meets(
            {
                "unlock-wants-new-password": True,
                "administrators-unlock-wants-new-password": lambda: visit.administers,
            }
        )
        news.tell(visit, user)


def _is_vain(visit: Visit) -> bool:
    """Whether an unlock of this kind changes nothing: each lifts the on-premises lock (C29)."""
    return visit.bent.meets(
        {
            "further-unlock-changes-nothing": lambda: has_unlocked(visit),
            "administrators-unlock-changes-nothing": lambda: visit.administers,
        }
    )


def _is_untold(visit: Visit) -> bool:
    """Whether an unlock of this kind leaves no row: each leaves one (J2)."""
    user = visit.user
    return visit.bent.meets(
        {
            "further-unlock-row-missing": lambda: has_unlocked(visit),
            "federated-unlock-row-missing": user is not None and user.federated,
            "administrators-unlock-row-missing": lambda: visit.administers,
        }
    )


def has_unlocked(visit: Visit) -> bool:
    """Whether the flow's person has unlocked the account before."""
    return tells_of(visit.session, visit.flow.user_id, AuditEvent.activity == UNLOCK)


def was_locked(visit: Visit) -> bool:
    """Whether wrong passwords have locked the flow's account since the last right one."""
    locks = select(Lockout).where(Lockout.user_id == visit.flow.user_id, Lockout.locked_before > 0)
    return visit.session.scalars(locks).first() is not None


def end_lockout(visit: Visit) -> None:
    """End what locks the account, in the cloud where what was chosen does that, and on-premises."""
    if ends_lockout(
        visit.bent, unlock_only=visit.flow.unlock_only, administers=lambda: visit.administers
    ):
        mine = delete(Lockout).where(Lockout.user_id == visit.flow.user_id)
        visit.session.execute(mine)
    user = visit.user
    if (
        user
        and user.on_premises_locked
        and unlocks_on_premises(
            visit.bent,
            unlock_only=visit.flow.unlock_only,
            further=lambda: news.resets_of(visit, user) > 0,
        )
    ):
        user.on_premises_locked = False
