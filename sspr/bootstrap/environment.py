"""The environment of a clone: ``.venv``, made from ``requirements.lock``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sspr.bootstrap import debian
from sspr.bootstrap.announce import announced, say
from sspr.bootstrap.lock import held
from sspr.bootstrap.stamp import Stamp
from sspr.bootstrap.tools import ToolFailed, call
from sspr.errors import UsageError


def ensure(clone: Path) -> Path:
    """
    The Python of the environment of ``clone``, which is made where it is missing or outdated.

    Raises:
        UsageError: It cannot be made.
    """
    lock_file, folder = clone / "requirements.lock", clone / ".venv"
    python = python_of(folder)
    if not (Stamp(folder, lock_file).is_current() and python.exists()):
        _check_writable(clone)
        with held(clone / ".venv.lock"):
            _make(Stamp(folder, lock_file), lock_file)
    return python


def python_of(folder: Path) -> Path:
    """Where an environment keeps its Python."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_ours(folder: Path) -> bool:
    """Whether this very process runs in the environment ``folder``."""
    return Path(sys.prefix).resolve() == folder.resolve()


def _check_writable(clone: Path) -> None:
    try:
        (clone / ".venv.lock").open("ab").close()
    except OSError as error:
        raise UsageError(
            f"{clone}: the environment .venv cannot be made here ({error.strerror}); "
            "clone into a folder that you may write to."
        ) from None


def _make(stamp: Stamp, lock_file: Path) -> None:
    python = python_of(stamp.folder)
    if stamp.is_current() and python.exists():
        return
    say("First use, or the list of packages has changed: setting up inside this folder.")
    try:
        if stamp.was_interrupted() or not python.exists():
            shutil.rmtree(stamp.folder, ignore_errors=True)
            _make_empty(stamp)
        stamp.begin()
        with announced(f"Installing the packages of {lock_file.name} into {stamp.folder.name}"):
            install_locked(python, lock_file)
        stamp.finish()
    except ToolFailed as failure:
        raise UsageError(
            f"{stamp.folder}: cannot be made ({failure}); see that the package index can be "
            "reached and start again."
        ) from None


def _make_empty(stamp: Stamp) -> None:
    stamp.begin()
    try:
        _venv(stamp.folder)
    except ToolFailed:
        # Debian ships Python without the module that puts pip into an environment.
        debian.install(f"python3.{sys.version_info.minor}-venv")
        _venv(stamp.folder)


def _venv(folder: Path) -> None:
    base = getattr(sys, "_base_executable", None) or sys.executable
    with announced(f"Making the environment {folder.name}"):
        call(base, "-m", "venv", folder)


def install_locked(python: Path, lock_file: Path) -> None:
    """
    Install what ``lock_file`` lists, each file checked against its digest.

    Nothing is kept outside the environment: pip's cache stays unused.

    Raises:
        ToolFailed: pip could not.
    """
    words = ["-m", "pip", "install", "-q", "--no-input", "--no-cache-dir"]
    words += ["--require-hashes", "--no-deps", "-r"]
    call(python, *words, lock_file, environment={"PIP_DISABLE_PIP_VERSION_CHECK": "1"})
