"""Stamps: what a folder was made from, and whether it was made to the end."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_STAMP = ".sspr-made-from"
_UNDER_WAY = ".sspr-under-way"


class Stamp:
    """
    The stamp of one installed folder.

    Attributes:
        folder: What was installed.
        digest: The SHA-256 over the files that it is made from.
    """

    def __init__(self, folder: Path, *sources: Path) -> None:
        self.folder = folder
        self.digest = _digest(sources)

    def is_current(self) -> bool:
        """Whether the folder was made to the end, from these very sources."""
        if self.was_interrupted():
            return False
        try:
            return (self.folder / _STAMP).read_text(encoding="ascii") == self.digest
        except (OSError, UnicodeDecodeError):
            return False

    def was_interrupted(self) -> bool:
        """Whether somebody began to make the folder and never finished."""
        return (self.folder / _UNDER_WAY).exists()

    def begin(self) -> None:
        """Mark the folder as under way."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / _UNDER_WAY).touch()

    def finish(self) -> None:
        """Mark the folder as made."""
        (self.folder / _STAMP).write_text(self.digest, encoding="ascii")
        (self.folder / _UNDER_WAY).unlink(missing_ok=True)


def _digest(sources: tuple[Path, ...]) -> str:
    total = hashlib.sha256()
    for source in sources:
        total.update(source.read_bytes())
    return total.hexdigest()
