"""Getting a browser where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sspr.bootstrap import browser_install, debian
from sspr.bootstrap.browser_install import ensure_browser
from sspr.bootstrap.tools import ToolFailed
from sspr.errors import UsageError

if TYPE_CHECKING:
    from tests.sspr.bootstrap.conftest import Calls, Machine


@pytest.fixture
def bare(machine: Machine, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine without a browser, whose installations are only written down."""
    monkeypatch.setattr(browser_install, "ensure_driver", lambda: None)
    monkeypatch.setattr(browser_install, "call", calls)
    monkeypatch.setattr(debian, "call", calls)
    monkeypatch.setattr(debian, "may_install", lambda: True)
    return machine


def test_a_browser_that_is_there_is_taken_without_a_word(
    bare: Machine, calls: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is installed and nothing said."""
    program = bare.put("chromium")
    assert ensure_browser() == program
    assert calls.commands == []
    assert capsys.readouterr().err == ""


def test_debians_package_is_named_and_comes_without_extras(
    bare: Machine, calls: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the download fails the package manager installs one package, and says which."""
    calls.refuses.add("playwright")

    def apt(*command: str, **others: Any) -> None:
        calls(*command, **others)
        bare.put("chromium-headless-shell")

    monkeypatch.setattr(debian, "call", apt)
    assert ensure_browser().name == "chromium-headless-shell"
    assert calls.commands[-1][-2:] == ["--no-install-recommends", "chromium-headless-shell"]
    assert "Debian package chromium-headless-shell" in capsys.readouterr().err


@pytest.mark.usefixtures("bare")
def test_a_window_takes_the_whole_browser(calls: Calls) -> None:
    """With ``headed`` neither way installs the shell."""
    with pytest.raises(UsageError):
        ensure_browser(headed=True)
    assert "--no-shell" in calls.commands[0]
    assert calls.commands[-1][-1] == "chromium"


@pytest.mark.usefixtures("bare")
def test_no_way_to_a_browser_is_one_line_with_what_was_tried(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way that failed is told, and what to do instead."""
    calls.refuses.add("playwright")
    monkeypatch.setattr(debian, "may_install", lambda: False)
    with pytest.raises(UsageError, match=r"playwright is refused; apt-get .* needs root.*install"):
        ensure_browser()


def test_a_download_that_does_not_start_is_not_enough(
    bare: Machine, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bare system lacks its libraries; then Debian's package is tried."""
    program = bare.put("chrome-headless-shell")
    program.rename(bare.home / "downloaded")
    monkeypatch.setattr(
        browser_install, "playwrights_own", lambda _kind: [bare.home / "downloaded"]
    )
    calls.refuses.add(str(bare.home / "downloaded"))
    with pytest.raises(UsageError, match="downloaded is refused"):
        ensure_browser()
    assert any("apt-get" in words for words in calls.commands)


def test_only_root_may_ask_the_package_manager(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without rights nothing is called."""
    monkeypatch.setattr(debian, "call", calls)
    monkeypatch.setattr(debian, "may_install", lambda: False)
    with pytest.raises(ToolFailed, match="root"):
        debian.install("chromium")
    assert calls.commands == []
