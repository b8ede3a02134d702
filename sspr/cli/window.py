"""A browser window of its own, in which every address leads to the emulator."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sspr.wire import Route

_QUIET = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--password-store=basic",
    # Without it the window opens with a warning about the switches of the route.
    "--test-type",
)
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def can_open() -> bool:
    """Whether there is a screen to open a window on."""
    return sys.platform in {"win32", "darwin"} or any(map(os.environ.get, _DISPLAYS))


def command_line(browser: Path | str, route: Route, address: str, profile: str) -> list[str]:
    """What opens ``address`` in a window with a profile of its own, kept in ``profile``."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Chromium refuses to run its sandbox as root.
    rights = ["--no-sandbox"] if as_root and sys.platform == "linux" else []
    switches = [*route.browser_arguments(), *_QUIET, *rights]
    return [str(browser), f"--user-data-dir={profile}", *switches, address]


def printable(words: Sequence[str]) -> str:
    """The command line as a person can paste it into a shell."""
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def show(browser: Path, route: Route, address: str) -> None:
    """Open ``address`` and return when the window is closed."""
    with tempfile.TemporaryDirectory(prefix="sspr-window-", ignore_cleanup_errors=True) as profile:
        words = command_line(browser, route, address, profile)
        window = subprocess.Popen(  # noqa: S603 - the browser that was found, our own switches
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            window.wait()
        finally:
            window.terminate()
            window.wait()
