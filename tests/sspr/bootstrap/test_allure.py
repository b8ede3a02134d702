"""The Allure command and the files that pin it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from sspr.bootstrap import allure
from sspr.bootstrap.allure import allure_command, ensure_allure
from sspr.bootstrap.node import Node
from sspr.bootstrap.places import assets
from sspr.bootstrap.tools import ToolFailed, call

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sspr.bootstrap.conftest import Calls


@pytest.fixture
def locked() -> dict[str, dict[str, str]]:
    """The packages of the committed lock file, by path."""
    packages = json.loads((assets() / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {path: package for path, package in packages.items() if path}


def test_every_package_is_pinned_by_digest(locked: dict[str, dict[str, str]]) -> None:
    """Each has an exact version and an integrity digest."""
    assert locked["node_modules/allure"]["version"] == "3.18.0"
    assert len(locked) > 100
    for path, package in locked.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*", package["version"]), path
        assert package["integrity"].startswith("sha512-"), path


def test_no_host_is_named(locked: dict[str, dict[str, str]]) -> None:
    """Where packages come from is the machine's own setting."""
    assert not [path for path, package in locked.items() if "resolved" in package]
    for name in ("requirements.lock", "requirements-node.lock", ".npmrc", "package.json"):
        assert "://" not in (assets() / name).read_text(encoding="utf-8")


def test_the_installed_command_is_the_pinned_one() -> None:
    """It starts and tells the version of the lock file."""
    command = allure_command()
    if command is None:
        pytest.skip("Allure could not be installed on this machine")
    assert call(*command, "--version").strip() == "3.18.0"


def test_a_failed_installation_is_not_taken_for_a_finished_one(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After it there is no command, and the next run tries again."""
    monkeypatch.setattr(allure, "workshop", lambda: tmp_path)
    monkeypatch.setattr(allure, "ensure_node", lambda: Node(tmp_path / "node", tmp_path / "npm"))
    monkeypatch.setattr(allure, "find_node", lambda: Node(tmp_path / "node", tmp_path / "npm"))
    monkeypatch.setattr(allure, "call", calls)
    calls.refuses.add("ci")
    for _ in range(2):
        with pytest.raises(ToolFailed, match="ci is refused"):
            ensure_allure()
        assert allure_command() is None
    calls.refuses.clear()
    assert ensure_allure() == allure_command()


def test_packages_run_no_script_and_leave_no_cache(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Npm runs nothing of what it installs, and its cache is gone afterwards."""
    monkeypatch.setattr(allure, "workshop", lambda: tmp_path)
    monkeypatch.setattr(allure, "ensure_node", lambda: Node(tmp_path / "node", tmp_path / "npm"))
    monkeypatch.setattr(allure, "call", calls)
    ensure_allure()
    (words,) = calls.commands
    assert "--ignore-scripts" in words
    assert not (tmp_path / words[words.index("--cache") + 1]).exists()
