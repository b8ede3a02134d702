"""The process that carries out the scenarios, and everything that it starts in turn."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

from sspr.cli import orphans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_GOODBYE_SECONDS = 8.0


class Child:
    """
    A process in a group of its own; leaving the ``with`` block ends all that descends from it.

    Ctrl-C reaches it only through us, once, so that it can close what it was writing.
    """

    def __init__(self, command: Sequence[str], log: Path, environment: Mapping[str, str]) -> None:
        self._own = orphans.adopt()
        with log.open("wb") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and modules
                [*command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
                **_apart(),
            )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def ended(self, within: float) -> int | None:
        """Wait up to ``within`` seconds for its end; its exit code, or None if it still runs."""
        try:
            return self._process.wait(within)
        except subprocess.TimeoutExpired:
            return None

    def interrupt(self) -> None:
        """Ask it to stop in good order, and wait for that a few seconds."""
        with contextlib.suppress(ProcessLookupError, KeyboardInterrupt):
            self._process.send_signal(_INTERRUPT)
            self.ended(within=_GOODBYE_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.interrupt()
        _end_group(self._process)
        orphans.see_off(self._own)


if sys.platform == "win32":
    _INTERRUPT = signal.CTRL_BREAK_EVENT

    def _apart() -> dict[str, Any]:
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}

    def _end_group(process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)  # noqa: S603 - fixed words
        process.wait()

else:
    _INTERRUPT = signal.SIGINT

    def _apart() -> dict[str, Any]:
        return {"start_new_session": True}

    def _end_group(process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
