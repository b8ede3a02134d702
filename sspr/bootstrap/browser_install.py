"""Getting a browser where the machine has none: Playwright's download, else Debian's package."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sspr.bootstrap import debian
from sspr.bootstrap.announce import announced, say
from sspr.bootstrap.browser import DOWNLOADS, browser_executable, find_browser, playwrights_own
from sspr.bootstrap.driver import ensure_driver
from sspr.bootstrap.places import workshop
from sspr.bootstrap.tools import ToolFailed, call
from sspr.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "chromium-headless-shell"
WINDOWED_PACKAGE = "chromium"


def ensure_browser(*, headed: bool = False) -> Path:
    """
    The program of a browser, installed if there is none, and a driver that starts.

    Raises:
        UsageError: There is none and no way to get one; the text says what was tried.
    """
    ensure_driver()
    if found := find_browser(headed=headed):
        return found
    say("There is no browser on this machine that can be driven.")
    tried = []
    for way in (_download, _from_debian):
        try:
            way(headed=headed)
            return browser_executable(headed=headed)
        except (ToolFailed, UsageError) as failure:
            tried.append(str(failure))
    raise UsageError(
        f"No browser was found and none could be installed ({'; '.join(tried)}); "
        "install Chromium, Chrome or Edge and start again."
    )


def _download(*, headed: bool) -> None:
    words = ["chromium", "--no-shell" if headed else "--only-shell"]
    folder = workshop() / DOWNLOADS
    with announced(f"Downloading Playwright's Chromium into {folder}"):
        call(
            sys.executable, "-m", "playwright", "install", *words,
            environment={"PLAYWRIGHT_BROWSERS_PATH": str(folder)},
        )  # fmt: skip
        for program in playwrights_own("chromium" if headed else "chromium_headless_shell"):
            _check_starts(program)


def _check_starts(program: Path) -> None:
    """A bare system lacks libraries that the download expects; then it is of no use."""
    if sys.platform == "linux":
        call(program, "--version")


def _from_debian(*, headed: bool) -> None:
    # Fonts come along: the package's own dependencies include one family.
    debian.install(WINDOWED_PACKAGE if headed else PACKAGE)
