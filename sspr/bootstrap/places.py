"""Where things lie, in a clone and in an installed wheel."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def clone() -> Path | None:
    """The root of the clone that this code lies in; None where it was installed from a wheel."""
    root = _PACKAGE.parent
    return root if (root / "requirements.lock").is_file() else None


def assets() -> Path:
    """The folder that holds ``features``, ``policies`` and the lock files."""
    return clone() or _PACKAGE / "_data"


def workshop() -> Path:
    """The folder for what is installed beside the environment, such as ``node_modules``."""
    return clone() or Path(sys.prefix) / "share" / "sspr-harness"
