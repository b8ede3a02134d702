"""The folder of a run: new or empty, writable, and the newest one easy to find."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from pathlib import Path

from sspr.errors import UsageError

RESULTS = Path("results")
LATEST = "latest"


def make(named: Path | None) -> Path:
    """
    Make the folder that was ``named``, or one named by the time (UTC) in ``results``.

    Raises:
        UsageError: It holds something already or cannot be written.
    """
    folder = named or _by_time()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(
                f"{folder}: is not empty; every run needs a folder of its own, "
                "name another with --results."
            )
        _prove_writable(folder)
    except OSError as error:
        raise UsageError(
            f"{folder}: results cannot be written here ({error.strerror}); "
            "name a folder that can be written to with --results."
        ) from None
    return folder


def discard(folder: Path) -> None:
    """Remove a folder in which nothing was recorded."""
    shutil.rmtree(folder, ignore_errors=True)


def point_latest(folder: Path) -> None:
    """Let ``results/latest`` name ``folder``, if that is where it lies."""
    if folder.resolve().parent != RESULTS.resolve():
        return
    latest = RESULTS / LATEST
    fresh = RESULTS / f".{LATEST}-{os.getpid()}"
    with contextlib.suppress(OSError):
        _name(fresh, folder.name)
        fresh.replace(latest)


def _name(fresh: Path, target: str) -> None:
    """A link; on systems that allow none, a text file with the name of the folder."""
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(target, target_is_directory=True)
    except (OSError, NotImplementedError):
        fresh.write_text(target + "\n", encoding="utf-8")


def _by_time() -> Path:
    name = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H-%M-%SZ}"
    taken = sum(1 for _ in RESULTS.glob(f"{name}*")) if RESULTS.is_dir() else 0
    return RESULTS / (f"{name}-{taken + 1}" if taken else name)


def _prove_writable(folder: Path) -> None:
    probe = folder / ".probe"
    probe.touch()
    probe.unlink()
