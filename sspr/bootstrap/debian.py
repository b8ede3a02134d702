"""Debian's package manager, where the machine has one and we may use it."""

from __future__ import annotations

import os
import shutil

from sspr.bootstrap.announce import announced
from sspr.bootstrap.tools import ToolFailed, call

_QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def may_install() -> bool:
    """Whether there is an ``apt-get`` and we are root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """
    Install ``package`` with what it depends on, and nothing that is merely recommended.

    Raises:
        ToolFailed: It cannot be installed.
    """
    if not may_install():
        raise ToolFailed("apt-get is not there or needs root")
    with announced(f"Installing the Debian package {package} with apt-get"):
        call("apt-get", "update", "-q", environment=_QUIET)
        call("apt-get", "install", "-qy", "--no-install-recommends", package, environment=_QUIET)
