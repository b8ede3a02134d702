"""The Allure command, from the committed ``package-lock.json`` into ``node_modules``."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import TYPE_CHECKING

from sspr.bootstrap.announce import announced
from sspr.bootstrap.lock import held
from sspr.bootstrap.node import ensure_node, find_node
from sspr.bootstrap.places import assets, workshop
from sspr.bootstrap.stamp import Stamp
from sspr.bootstrap.tools import ToolFailed, call

if TYPE_CHECKING:
    from pathlib import Path

    from sspr.bootstrap.node import Node

_SOURCES = ("package.json", "package-lock.json", ".npmrc")
_COMMAND = ("node_modules", "allure", "cli.js")


def ensure_allure() -> list[str]:
    """
    The words that start the Allure command, which is installed if need be.

    Raises:
        ToolFailed: It cannot be; results are complete without it, only Allure's HTML is not made.
    """
    node = ensure_node()
    _install(node)
    return _words(node)


def allure_command() -> list[str] | None:
    """The words that start the Allure command; None where it is not installed."""
    node = find_node()
    return _words(node) if node and _stamp(assets()).is_current() else None


def _words(node: Node) -> list[str]:
    return [str(node.node), str(workshop().joinpath(*_COMMAND))]


def _stamp(sources: Path) -> Stamp:
    return Stamp(workshop() / "node_modules", *(sources / name for name in _SOURCES))


def _install(node: Node) -> None:
    stamp = _stamp(assets())
    if stamp.is_current():
        return
    try:
        with held(workshop() / ".venv.lock"):
            if not stamp.is_current():
                _npm_ci(node, stamp)
    except OSError as error:
        raise ToolFailed(f"{workshop()}: {error.strerror}") from None


def _npm_ci(node: Node, stamp: Stamp) -> None:
    _bring_sources()
    stamp.begin()
    words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    # Certificate authorities of an organisation's own are the system's, not Node.js's.
    surroundings = {"PATH": _with(node.node.parent), "NODE_USE_SYSTEM_CA": "1"}
    with (
        announced("Installing Allure's packages into node_modules"),
        tempfile.TemporaryDirectory() as cache,
    ):
        call(node.npm, *words, "--cache", cache, folder=workshop(), environment=surroundings)
    stamp.finish()


def _bring_sources() -> None:
    if workshop() != assets():
        for name in _SOURCES:
            shutil.copyfile(assets() / name, workshop() / name)


def _with(folder: Path) -> str:
    """The search path with the Node.js first that ``npm`` itself is to run on."""
    return os.pathsep.join([str(folder), os.environ.get("PATH", os.defpath)])
