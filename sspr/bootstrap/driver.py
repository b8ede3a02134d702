"""Playwright's driver: it comes with a Node.js that lacks a library on bare systems."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from sspr.bootstrap import debian
from sspr.bootstrap.node import ensure_node
from sspr.bootstrap.tools import ToolFailed, call
from sspr.errors import UsageError

OTHER_NODE = "PLAYWRIGHT_NODEJS_PATH"
"""The environment variable by which Playwright takes another Node.js for its driver."""

LIBRARY_PACKAGE = "libatomic1"


def ensure_driver() -> None:
    """
    Let Playwright's driver start, in this process and in those that it starts.

    Raises:
        UsageError: It does not and cannot be mended.
    """
    if OTHER_NODE in os.environ or _starts():
        return
    try:
        os.environ[OTHER_NODE] = str(ensure_node().node)
    except ToolFailed as failure:
        _mend_library(failure)


def _mend_library(earlier: ToolFailed) -> None:
    try:
        debian.install(LIBRARY_PACKAGE)
    except ToolFailed as failure:
        raise UsageError(
            f"Playwright's driver does not start and there is no other Node.js ({earlier}; "
            f"{failure}); install Node.js 20 or newer, or the library libatomic."
        ) from None


def _starts() -> bool:
    spec = find_spec("playwright")
    if spec is None or spec.origin is None:
        return False
    node = Path(spec.origin).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
    try:
        call(node, "--version")
    except ToolFailed:
        return False
    return True
