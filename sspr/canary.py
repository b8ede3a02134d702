"""The search for secrets in the files of a run, inside zip files as well."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from sspr.secrets import VAULT, Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The pixels are compressed, so no text search finds anything in them; masks keep them clean.
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")


def leaking(folder: Path, vault: Vault = VAULT) -> list[Path]:
    """
    The files below ``folder`` in which a secret of ``vault`` stands in any spelling.

    Other workers may still be writing: a file that has gone meanwhile is theirs to search.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if any(map(vault.leaks, _texts(_read(path))))]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith(_PICTURES):
        return
    yield data.decode("utf-8", "replace")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from _texts(archive.read(name))
