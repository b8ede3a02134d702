"""The emulator as a process of ours: it starts, begins anew, and never outlives us."""

from __future__ import annotations

import datetime as dt
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from sspr.control import ControlError
from sspr.embedded import Embedded
from sspr.errors import UsageError
from sspr.policy import load_policy

if TYPE_CHECKING:
    from sspr.tenant import Tenant

POLICY = Path("policies/tutorial.toml")
ENDS_WITHIN_SECONDS = 20
ORPHAN = """
import sys
from pathlib import Path
from sspr.embedded import Embedded
emulator = Embedded.start(Path(sys.argv[1]))
print(emulator._process.pid, emulator.route.port, flush=True)
sys.stdin.read()
"""


def _answers(tenant: Tenant) -> bool:
    assert tenant.route is not None
    try:
        with httpx.Client(transport=tenant.route.httpx_sync_transport()) as client:
            return client.get("https://emulator.test/").status_code < 500
    except httpx.TransportError:
        return False


def test_a_greeting_makes_a_tenant(embedded: Embedded, emulated: Tenant) -> None:
    """The tenant has every capability and the policy's day, and is not a live one."""
    assert not emulated.live
    assert emulated.clock.today() == dt.date(2024, 2, 16)
    assert emulated.organization == "Contoso"
    assert all(map(emulated.capabilities.has, ("clock", "captcha", "push", "call", "reset")))
    assert _answers(embedded.tenant)


def test_a_tenant_shows_no_secret(emulated: Tenant) -> None:
    """Nothing that is written about a tenant gives a secret away."""
    secrets = (emulated.application.client_secret, emulated.mailbox.api_key)
    assert not [each for each in secrets if each.get_secret_value() in repr(emulated)]


def test_the_clock_is_moved_on_both_sides(emulated: Tenant) -> None:
    """After a move the harness and the tenant agree on the time to the millisecond."""
    emulated.capabilities.advance(dt.timedelta(days=2, seconds=1.5))
    before = emulated.clock.offset
    emulated.capabilities.advance(dt.timedelta())
    assert abs(emulated.clock.offset - before) < dt.timedelta(milliseconds=1)
    assert emulated.clock.today() == dt.date(2024, 2, 18)


def test_each_tenant_begins_as_it_is_told(embedded: Embedded) -> None:
    """Policy and service date hold from the first moment of a tenant."""
    policy = load_policy(POLICY)
    tenant = embedded.reset(policy, service_date=dt.date(2026, 11, 22), deviations=[])
    assert tenant.clock.today() == dt.date(2026, 11, 22)
    tenant = embedded.reset(policy, service_date=dt.date(2024, 2, 16))
    assert tenant.clock.today() == dt.date(2024, 2, 16)


def test_a_refused_order_says_why(embedded: Embedded) -> None:
    """What the control API does not take is told in its own words."""
    with pytest.raises(ControlError, match="no deviation is called"):
        embedded.control.set_deviations(["nonsense"])


def test_a_wrong_policy_is_one_line(tmp_path: Path) -> None:
    """An emulator that refuses to start says why, in one line and without a traceback."""
    path = tmp_path / "policy.toml"
    path.write_text('[enablement]\nenabled = "perhaps"\n', encoding="utf-8")
    with pytest.raises(UsageError) as told:
        Embedded.start(path)
    assert f"{path}:2: enablement.enabled = 'perhaps'" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_stopped_emulator_is_gone() -> None:
    """After the end nothing answers any more."""
    emulator = Embedded.start(POLICY)
    assert _answers(emulator.tenant)
    emulator.stop()
    assert not _answers(emulator.tenant)


@pytest.mark.skipif(sys.platform != "linux", reason="waits for another's process")
def test_an_emulator_never_outlives_its_owner() -> None:
    """When whoever started it is killed without a chance to clean up, the emulator ends too."""
    owner = subprocess.Popen(
        [sys.executable, "-c", ORPHAN, str(POLICY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert owner.stdin is not None
    assert owner.stdout is not None
    emulator = os.pidfd_open(int(owner.stdout.readline().split()[0]))
    os.kill(owner.pid, signal.SIGKILL)
    owner.wait()
    owner.stdin.close()
    owner.stdout.close()
    ended, _, _ = select.select([emulator], [], [], ENDS_WITHIN_SECONDS)
    os.close(emulator)
    assert ended
