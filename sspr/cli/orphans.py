"""
What a killed process leaves behind: browsers and emulators in groups of their own.

They end by themselves when they notice. On Linux we take them in and wait for that, so that the
command never ends before the last of them; elsewhere they are on their own.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import sys
from pathlib import Path

_SET_CHILD_SUBREAPER = 36
_PATIENCE_MS = 5000
_MOST_GENERATIONS = 10


def adopt() -> frozenset[int]:
    """Become the parent of orphaned descendants from now on; the children we have already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    return children()


def children() -> frozenset[int]:
    """The ids of our children, ended or not; none where the system does not tell."""
    found: set[int] = set()
    for told in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found.update(map(int, told.read_text(encoding="ascii").split()))
    return frozenset(found)


def see_off(own: frozenset[int]) -> None:
    """Wait until every child but ``own`` has ended; who takes too long is killed."""
    for _ in range(_MOST_GENERATIONS):
        orphans = children() - own
        if not orphans:
            return
        for orphan in orphans:
            _see_off(orphan)


def _see_off(orphan: int) -> None:
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        if not _has_ended(orphan):
            os.kill(orphan, signal.SIGKILL)
        os.waitpid(orphan, 0)


def _has_ended(pid: int) -> bool:
    """Wait for the end of ``pid``, as long as our patience lasts."""
    descriptor = os.pidfd_open(pid)
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        return bool(poll.poll(_PATIENCE_MS))
    finally:
        os.close(descriptor)
