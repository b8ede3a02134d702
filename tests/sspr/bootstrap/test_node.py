"""Finding Node.js, and a driver that starts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

import pytest

from sspr.bootstrap import debian, driver, node
from sspr.bootstrap.driver import OTHER_NODE, ensure_driver
from sspr.bootstrap.node import Node, ensure_node, find_node
from sspr.bootstrap.tools import ToolFailed
from sspr.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sspr.bootstrap.conftest import Calls, Machine


@pytest.fixture
def bare(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine without Node.js, in its environment neither."""
    monkeypatch.setattr(node.sys, "executable", str(machine.home / "python"))
    return machine


def test_the_machines_own_is_taken(bare: Machine) -> None:
    """``node`` and ``npm`` of the search path."""
    assert [bare.put("node", "v20.19.0"), bare.put("npm")] == [find_node().node, find_node().npm]


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.9", "no version"])
def test_too_old_is_none(bare: Machine, version: str) -> None:
    """Allure would not start on it."""
    bare.put("node", version)
    bare.put("npm")
    assert find_node() is None


def test_node_without_its_package_manager_is_none(bare: Machine) -> None:
    """Both are needed."""
    bare.put("node", "v24.0.0")
    assert find_node() is None


def test_none_is_installed_from_the_pinned_list(
    bare: Machine, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of its own is installed into the environment, digests checked."""

    def install(python: Path, lock_file: Path) -> None:
        calls(python, lock_file.name)
        bare.put("node", "v24.19.0")
        bare.put("npm")

    monkeypatch.setattr(node, "install_locked", install)
    assert ensure_node() == Node(bare.programs / "node", bare.programs / "npm")
    assert calls.commands == [[str(bare.home / "python"), "requirements-node.lock"]]


def test_a_driver_that_starts_is_left_alone(machine: Machine) -> None:
    """Playwright's own Node.js works on this machine, so nothing is set."""
    assert machine.home.exists()
    ensure_driver()
    assert OTHER_NODE not in os.environ


def test_a_driver_that_does_not_start_gets_another_node(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Playwright is told of one that starts."""
    monkeypatch.setattr(driver, "_starts", lambda: False)
    monkeypatch.setattr(driver, "ensure_node", lambda: Node(machine.home / "node", machine.home))
    monkeypatch.setenv(OTHER_NODE, "")
    monkeypatch.delenv(OTHER_NODE)
    ensure_driver()
    assert os.environ[OTHER_NODE] == str(machine.home / "node")


def test_without_another_node_the_library_is_installed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    """The Debian package that its own Node.js lacks; without that it is one line."""
    assert machine.home.exists()

    def none() -> NoReturn:
        raise ToolFailed("no Node.js to be had")

    monkeypatch.setattr(driver, "_starts", lambda: False)
    monkeypatch.setattr(driver, "ensure_node", none)
    monkeypatch.setattr(debian, "install", calls)
    ensure_driver()
    assert calls.commands == [["libatomic1"]]
    calls.refuses.add("libatomic1")
    with pytest.raises(UsageError, match=r"no Node\.js to be had; libatomic1 is refused"):
        ensure_driver()
