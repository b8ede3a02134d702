"""Finding a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sspr.bootstrap import browser
from sspr.bootstrap.browser import SHELLS, WINDOWED, browser_executable, find_browser
from sspr.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sspr.bootstrap.conftest import Machine


def download(
    folder: Path, kind: str, program: str = "chrome-headless-shell", *, complete: bool = True
) -> Path:
    """What Playwright leaves when it has downloaded a browser."""
    root = folder / f"{kind}-{browser._revision()}"
    (root / "place").mkdir(parents=True)
    (root / "place" / program).touch()
    if complete:
        (root / "INSTALLATION_COMPLETE").touch()
    return root / "place" / program


def test_the_headless_shell_comes_before_every_other(machine: Machine) -> None:
    """Of all that are installed the fastest is taken."""
    programs = {name: machine.put(name) for name in SHELLS + WINDOWED}
    assert browser_executable() == programs[SHELLS[0]]


@pytest.mark.parametrize("name", [*SHELLS, *WINDOWED])
def test_each_known_browser_will_do(machine: Machine, name: str) -> None:
    """Any one of them alone is found."""
    program = machine.put(name)
    assert find_browser() == program


def test_a_window_needs_more_than_the_headless_shell(machine: Machine) -> None:
    """With ``headed`` the shells do not count."""
    for name in SHELLS:
        machine.put(name)
    assert find_browser(headed=True) is None
    chromium = machine.put("chromium")
    assert find_browser(headed=True) == chromium


def test_playwrights_own_comes_first(machine: Machine) -> None:
    """The download that belongs to this Playwright goes before the machine's."""
    machine.put(SHELLS[0])
    own = download(machine.home / ".cache/ms-playwright", "chromium_headless_shell")
    assert find_browser() == own


def test_a_download_that_broke_off_does_not_count(machine: Machine) -> None:
    """Only what Playwright marked as complete is used."""
    folder = machine.home / ".cache/ms-playwright"
    download(folder, "chromium_headless_shell", complete=False)
    assert find_browser() is None


@pytest.mark.usefixtures("machine")
def test_a_download_of_our_own_is_found_again(tmp_path: Path) -> None:
    """What the set-up put inside the clone is found at the next start."""
    own = download(tmp_path / "workshop/.venv/browsers", "chromium", "chrome")
    assert find_browser(headed=True) == own


def test_the_environment_may_name_the_browser(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A named program comes before all that would be found."""
    machine.put(SHELLS[0])
    mine = machine.put("my-browser")
    monkeypatch.setenv("SSPR_BROWSER", str(mine))
    assert find_browser() == mine


def test_a_named_browser_that_is_not_there_is_one_line(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not silently replaced by another."""
    machine.put(SHELLS[0])
    monkeypatch.setenv("SSPR_BROWSER", "/nowhere/browser")
    with pytest.raises(UsageError, match=r"/nowhere/browser.*unset"):
        find_browser()


def test_no_browser_is_one_line(machine: Machine) -> None:
    """The line says what to install."""
    with pytest.raises(UsageError, match="install Chromium, Chrome or Edge"):
        browser_executable()
    assert not list(machine.home.iterdir())


def test_on_windows_the_usual_folders_are_searched(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edge is on every Windows, though not on its search path."""
    edge = machine.home / "Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    monkeypatch.setenv("PROGRAMFILES(X86)", str(machine.home))
    assert find_browser(headed=True) == edge


@pytest.mark.usefixtures("machine")
def test_on_a_mac_the_applications_are_searched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Applications are on no search path there."""
    chrome = tmp_path / "Google Chrome"
    chrome.touch()
    monkeypatch.setattr(browser.sys, "platform", "darwin")
    monkeypatch.setattr(browser, "_MAC", (str(chrome),))
    assert find_browser() == chrome
