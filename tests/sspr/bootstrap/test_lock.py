"""One set-up at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from sspr.bootstrap.lock import held

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HOLD = """
import sys
from pathlib import Path
from sspr.bootstrap.lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_who_comes_second_waits_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lock is got only when the other process has let go of it."""
    lock = tmp_path / "lock"
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert first.stdout.readline() == b"held\n"
    got = threading.Event()

    def second() -> None:
        with held(lock):
            got.set()

    waiting = threading.Thread(target=second)
    waiting.start()
    assert not got.wait(0.2)
    first.communicate()
    waiting.join(10)
    assert got.is_set()
    assert "waiting" in capsys.readouterr().err


def test_a_killed_holder_stops_nobody(tmp_path: Path) -> None:
    """The system takes the lock back from a process that is gone."""
    lock = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        first.stdout.readline()
        first.kill()
    with held(lock):
        assert lock.exists()
