"""The process of a run and all that descends from it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sspr.cli import orphans
from sspr.cli.child import Child
from sspr.cli.follow import follow

FOREVER = "import threading; threading.Event().wait()"
FAMILY = """
import subprocess, sys
stubborn = [sys.executable, "-c", "import signal; signal.pause()"]
print(subprocess.Popen(stubborn, start_new_session=True).pid, flush=True)
"""


def exists(folder: Path) -> bool:
    """Whether a process still runs."""
    try:
        return "Z" not in (folder / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of processes by /proc")
def test_descendants_in_groups_of_their_own_have_ended_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the block is left, a stubborn grandchild that had left the group is gone as well."""
    monkeypatch.setattr(orphans, "_PATIENCE_MS", 50)
    log = tmp_path / "log"
    with Child([sys.executable, "-c", FAMILY], log, {}) as child:
        assert child.ended(within=20) == 0
        assert exists(Path("/proc") / log.read_text().strip())
    assert not exists(Path("/proc") / log.read_text().strip())


def test_an_interrupted_block_ends_the_child(tmp_path: Path) -> None:
    """Ctrl-C in the middle leaves no process."""

    def interrupted() -> None:
        with Child([sys.executable, "-c", FOREVER], tmp_path / "log", {}) as child:
            kept.append(child)
            raise KeyboardInterrupt

    kept: list[Child] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert kept[0].ended(within=0) is not None


def test_every_event_is_shown_once_and_in_order(tmp_path: Path) -> None:
    """Events are followed while they are written, half-written lines included."""
    journal = tmp_path / "events.jsonl"
    writes = (
        "import sys\n"
        "file = open(sys.argv[1], 'w')\n"
        "for number in range(200):\n"
        "    for part in ('{\"seq\": ', f'{number}}}', '\\n'):\n"
        "        file.write(part); file.flush()\n"
    )
    with Child([sys.executable, "-c", writes, str(journal)], tmp_path / "log", {}) as child:
        assert [event["seq"] for event in follow(child, journal)] == [*range(200)]


def test_a_child_that_writes_no_journal_shows_nothing(tmp_path: Path) -> None:
    """There is nothing to show, and no error."""
    with Child([sys.executable, "-c", ""], tmp_path / "log", {}) as child:
        assert list(follow(child, tmp_path / "events.jsonl")) == []
