"""``manifest.json``: path, size and SHA-256 of every file of a run but itself."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "manifest.json"


def write_manifest(results: Path) -> Path:
    """
    Write the manifest anew; paths are relative, with forward slashes, in order.

    Another report may be in the making beside: a file that has gone meanwhile is left out.
    """
    files = sorted(path for path in results.rglob("*") if path.is_file())
    entries = [*filter(None, (_entry(path, results) for path in files if path != results / NAME))]
    (results / NAME).write_text(json.dumps({"files": entries}, indent=1) + "\n", "utf-8")
    return results / NAME


def _entry(path: Path, results: Path) -> dict[str, str | int] | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return {
        "path": path.relative_to(results).as_posix(),
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
