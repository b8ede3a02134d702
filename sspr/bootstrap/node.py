"""Finding Node.js: the machine's, else the one that comes as a Python package."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from sspr.bootstrap.announce import announced
from sspr.bootstrap.environment import install_locked
from sspr.bootstrap.places import assets
from sspr.bootstrap.tools import ToolFailed, call

OLDEST = (20, 19)
"""What Allure and its packages ask for."""


@dataclass(frozen=True, slots=True)
class Node:
    """The programs ``node`` and ``npm`` that belong together."""

    node: Path
    npm: Path


def find_node() -> Node | None:
    """The first Node.js on the machine that is new enough and has its package manager."""
    ours = str(Path(sys.executable).parent)
    for path in (None, ours):
        node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
        if node and npm and _is_new_enough(node):
            return Node(Path(node), Path(npm))
    return None


def ensure_node() -> Node:
    """
    Node.js, installed into the environment if the machine has none.

    Raises:
        ToolFailed: There is none and it cannot be installed.
    """
    if found := find_node():
        return found
    with announced("Installing Node.js into the environment, for the Allure report"):
        install_locked(Path(sys.executable), assets() / "requirements-node.lock")
    if found := find_node():
        return found
    raise ToolFailed("Node.js was installed but does not start")


def _is_new_enough(node: str) -> bool:
    try:
        version = call(node, "--version")
    except ToolFailed:
        return False
    return tuple(map(int, re.findall(r"\d+", version)[:2])) >= OLDEST
