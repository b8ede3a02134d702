"""Using up a code of an authenticator app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.duty import methods_of
from emulator.rules.registration import Kind
from emulator.rules.totp import used_window

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import User
    from emulator.tenant import Tenant

_APPS = frozenset({Kind.AUTHENTICATOR, Kind.OATH})


def use_app_code(session: Session, tenant: Tenant, user: User, code: str) -> bool:
    """Whether one of the user's apps shows ``code`` now; a code that served serves no more."""
    for method in methods_of(session, user):
        if method.kind not in _APPS:
            continue
        window = used_window(
            method.value,
            code,
            tenant.clock.now(),
            last_window=method.last_window,
            bent=tenant.bent,
        )
        if window is not None:
            method.last_window = max(window, method.last_window or window)
            return True
    return False
