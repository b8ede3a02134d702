"""An authenticator app: six digits from a shared secret and the tenant's time (RFC 6238)."""

from __future__ import annotations

import base64
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from pydantic import SecretStr

if TYPE_CHECKING:
    from sspr.tenant import Tenant

_SECONDS = 30
_DIGITS = 6
WINDOW = dt.timedelta(seconds=_SECONDS)
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
        # Entra's secrets have 80 bits, fewer than generators ask for by themselves.
        sha = SHA1()  # noqa: S303 - what RFC 6238 says
        totp = TOTP(_key(self.secret), _DIGITS, sha, _SECONDS, enforce_key_length=False)
        return SecretStr(totp.generate(number * _SECONDS).decode())


def _key(secret: SecretStr) -> bytes:
    letters = "".join(secret.get_secret_value().split()).upper()
    return base64.b32decode(letters + "=" * (-len(letters) % 8))


def window(moment: dt.datetime) -> int:
    """The number of the thirty-second window that ``moment`` lies in."""
    return int(moment.timestamp() // _SECONDS)


def end_of(number: int) -> dt.datetime:
    """When a window ends and the next begins."""
    return dt.datetime.fromtimestamp((number + 1) * _SECONDS, dt.UTC)
