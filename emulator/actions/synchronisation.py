"""What accounts learn from their on-premises directory with the next synchronisation (H11)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from emulator.store import User

if TYPE_CHECKING:
    from emulator.tenant import Tenant

CYCLE = dt.timedelta(minutes=30)
"""After so long an account has been synchronised; chosen: always the whole half hour."""


def announce(tenant: Tenant, user: User, *, enabled: bool) -> None:
    """Note that the account of ``user`` was enabled or disabled on-premises just now."""
    tenant.announced[user.id] = (tenant.clock.now() + CYCLE, enabled)


def catch_up(tenant: Tenant) -> None:
    """Carry over what has been synchronised by now."""
    if not tenant.announced:
        return
    now = tenant.clock.now()
    if "disabled-on-premises-unlearned" in tenant.bent:
        return
    late = CYCLE if "synchronisation-every-hour" in tenant.bent else dt.timedelta()
    due = [user_id for user_id, (at, _) in tenant.announced.items() if at + late <= now]
    with tenant.store.begin() as session:
        for user_id in due:
            _, enabled = tenant.announced.pop(user_id)
            if enabled and "enabled-on-premises-unlearned" in tenant.bent:
                continue
            if user := session.get(User, user_id):
                user.account_enabled = enabled
