"""An authenticator app: right codes, each given out once, by the tenant's time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from sspr.authenticator import Authenticator, end_of, window
from sspr.capabilities import Capabilities
from sspr.clock import Clock
from sspr.tenant import Application, Mailbox, Tenant

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOON = dt.datetime(2024, 2, 16, 12, tzinfo=dt.UTC)


@dataclass
class StoppedClock(Clock):
    """A clock that moves only when it is moved or waited for."""

    at: dt.datetime = NOON
    waited: list[dt.datetime] = field(default_factory=list)

    def now(self) -> dt.datetime:
        """The time it was stopped at."""
        return self.at + self.offset

    def wait_until(self, moment: dt.datetime) -> None:
        """Be there at once."""
        self.waited.append(moment)
        self.at = moment


class MovableControl:
    """A control API that only moves a clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def advance(self, by: dt.timedelta) -> dt.timedelta:
        """Tell the new offset."""
        return self._clock.offset + by


def tenant(clock: StoppedClock, *names: str) -> Tenant:
    """A tenant with that clock and those capabilities."""
    control = MovableControl(clock)
    return Tenant(
        tenant_id="t",
        domain="contoso.com",
        organization="Contoso",
        application=Application("c", SecretStr("s")),
        mailbox=Mailbox(SecretStr("k"), "abcd1234", "abcd1234.mailosaur.net"),
        clock=clock,
        capabilities=Capabilities(frozenset(names), clock, control),  # type: ignore[arg-type] - moves a clock, no more
    )


@given(
    seconds=st.floats(0, 26),
    secret=st.sampled_from([SECRET, SECRET.lower(), "jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp"]),
)
def test_codes_are_those_of_the_tenants_time(seconds: float, secret: str) -> None:
    """Early enough in a window its code is given, however the secret is written."""
    clock = StoppedClock(at=NOON + dt.timedelta(seconds=seconds))
    code = Authenticator(tenant(clock), SecretStr(secret)).code()
    assert code.get_secret_value() == pyotp.TOTP(SECRET).at(int(NOON.timestamp()))
    assert clock.waited == []


@given(start=st.floats(0, 60), pauses=st.lists(st.floats(0, 70), max_size=5), movable=st.booleans())
def test_a_window_serves_once(start: float, pauses: list[float], movable: bool) -> None:  # noqa: FBT001 - drawn
    """However fast codes are asked for, each comes from a later window than the one before."""
    clock = StoppedClock(at=NOON + dt.timedelta(seconds=start))
    app = Authenticator(tenant(clock, *(["clock"] if movable else [])), SecretStr(SECRET))
    windows = []
    for pause in [0.0, *pauses]:
        clock.at += dt.timedelta(seconds=pause)
        code = app.code().get_secret_value()
        assert code == pyotp.TOTP(SECRET).at(int(clock.now().timestamp()))
        windows.append(window(clock.now()))
        assert end_of(window(clock.now())) - clock.now() >= dt.timedelta(seconds=3)
    assert sorted(set(windows)) == windows


def test_the_clock_is_moved_where_it_can_be() -> None:
    """With the capability nobody waits; without it the window's end is waited for."""
    fast, slow = StoppedClock(), StoppedClock()
    for clock, names in ((fast, ["clock"]), (slow, [])):
        app = Authenticator(tenant(clock, *names), SecretStr(SECRET))
        assert app.code() != app.code()
    assert fast.waited == []
    assert fast.offset == dt.timedelta(seconds=30)
    assert slow.waited == [NOON + dt.timedelta(seconds=30)]


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """The codes are the last six digits of RFC 6238's own examples, Appendix B."""
    at = dt.datetime.fromtimestamp(seconds // 30 * 30, dt.UTC)
    app = Authenticator(tenant(StoppedClock(at=at)), SecretStr("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
    assert app.code().get_secret_value() == code


def test_short_secrets_are_taken() -> None:
    """The eighty bits that registration pages show are enough."""
    assert Authenticator(tenant(StoppedClock()), SecretStr("jbswy3dpehpk3pxp")).code()


def test_an_app_shows_no_secret() -> None:
    """Nothing that is written about an app gives its secret away."""
    assert SECRET not in repr(Authenticator(tenant(StoppedClock()), SecretStr(SECRET)))
