"""An authenticator app: six digits from a shared secret and the tenant's time (RFC 6238)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyotp
from pydantic import SecretStr

if TYPE_CHECKING:
    from sspr.tenant import Tenant

WINDOW = dt.timedelta(seconds=30)
_MARGIN = dt.timedelta(seconds=3)


@dataclass(slots=True)
class Authenticator:
    """
    The app on one person's phone, for one account.

    A code serves once and for thirty seconds. When the window's code has been given out the
    tenant's clock is moved to the next window; where it cannot be moved it is waited for.

    Attributes:
        tenant: Whose time the app goes by.
        secret: The account's secret in base32, as the registration page shows it.
    """

    tenant: Tenant
    secret: SecretStr
    _used: int | None = field(default=None, init=False)

    def code(self) -> SecretStr:
        """A code that has not been given out before and holds for three seconds at least."""
        now = self.tenant.clock.now()
        if window(now) == self._used or end_of(window(now)) - now < _MARGIN:
            self._reach(end_of(window(now)))
        self._used = window(self.tenant.clock.now())
        return self._at(self._used)

    def _reach(self, moment: dt.datetime) -> None:
        if self.tenant.capabilities.has("clock"):
            self.tenant.capabilities.advance(moment - self.tenant.clock.now())
        else:
            self.tenant.clock.wait_until(moment)

    def _at(self, number: int) -> SecretStr:
        letters = "".join(self.secret.get_secret_value().split()).upper()
        return SecretStr(pyotp.TOTP(letters).at(int(number * WINDOW.total_seconds())))


def window(moment: dt.datetime) -> int:
    """The number of the thirty-second window that ``moment`` lies in."""
    return int(moment.timestamp() // WINDOW.total_seconds())


def end_of(number: int) -> dt.datetime:
    """When a window ends and the next begins."""
    return dt.datetime.fromtimestamp((number + 1) * WINDOW.total_seconds(), dt.UTC)
