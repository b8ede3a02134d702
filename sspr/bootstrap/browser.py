"""
Finding a browser: Playwright's own, then what the machine has, the headless shell first.

The headless shell does the same work two to four times faster, but has no window.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sspr.bootstrap.places import workshop
from sspr.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHOSEN = "SSPR_BROWSER"
"""The environment variable that names a browser's program and comes before all else."""

DOWNLOADS = Path(".venv", "browsers")
"""Where a browser that we download goes, from the workshop."""

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
WINDOWED = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_PROGRAMS = {"headless_shell", "chrome-headless-shell", "chrome", "Google Chrome for Testing"}
_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def browser_executable(*, headed: bool = False) -> Path:
    """
    The program of the browser to drive.

    Args:
        headed: Whether it must be able to show a window.

    Raises:
        UsageError: There is none, or the one that the environment names is not there.
    """
    if found := find_browser(headed=headed):
        return found
    need = "with a window " if headed else ""
    raise UsageError(
        f"No browser {need}was found on this machine; install Chromium, Chrome or Edge, "
        f"or name its program in the environment variable {CHOSEN}."
    )


def find_browser(*, headed: bool = False) -> Path | None:
    """As `browser_executable`, but None where there is none."""
    if named := os.environ.get(CHOSEN):
        return _chosen(named)
    return next(_candidates(headed=headed), None)


def _chosen(named: str) -> Path:
    if found := shutil.which(named):
        return Path(found)
    raise UsageError(
        f"{CHOSEN}={named}: there is no such program; mend or unset the environment variable."
    )


def _candidates(*, headed: bool) -> Iterator[Path]:
    if not headed:
        yield from playwrights_own("chromium_headless_shell")
    yield from playwrights_own("chromium")
    yield from _on_path(WINDOWED if headed else SHELLS + WINDOWED)
    yield from _installed_programs()


def playwrights_own(kind: str) -> Iterator[Path]:
    """The browsers that this version of Playwright downloaded and that are complete."""
    if revision := _revision():
        for folder in _download_folders():
            root = folder / f"{kind}-{revision}"
            if (root / "INSTALLATION_COMPLETE").exists():
                yield from (path for path in sorted(root.rglob("*")) if _is_program(path))


def _is_program(path: Path) -> bool:
    return path.name.removesuffix(".exe") in _PROGRAMS and path.is_file()


def _revision() -> str:
    """The revision that the installed Playwright goes with; it works with no other."""
    if not (spec := find_spec("playwright")) or not spec.origin:
        return ""
    known = Path(spec.origin).parent / "driver" / "package" / "browsers.json"
    try:
        browsers = json.loads(known.read_text(encoding="utf-8"))["browsers"]
    except (OSError, ValueError, KeyError):
        return ""
    return str(next((each["revision"] for each in browsers if each["name"] == "chromium"), ""))


def _download_folders() -> Iterator[Path]:
    if named := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        yield Path(named)
    home = Path.home()
    yield {
        "darwin": home / "Library/Caches/ms-playwright",
        "win32": home / "AppData/Local/ms-playwright",
    }.get(sys.platform, home / ".cache/ms-playwright")
    yield workshop() / DOWNLOADS


def _on_path(names: Iterable[str]) -> Iterator[Path]:
    yield from (Path(found) for name in names if (found := shutil.which(name)))


def _installed_programs() -> Iterator[Path]:
    if sys.platform == "darwin":
        programs = map(Path, _MAC)
    else:
        roots = [Path(root) for name in _WINDOWS_ROOTS if (root := os.environ.get(name))]
        programs = (root / program for program in _WINDOWS for root in roots)
    yield from (program for program in programs if program.is_file())
