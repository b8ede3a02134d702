"""Calling another program of the set-up, with its words kept for when it fails."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class ToolFailed(Exception):  # noqa: N818 - a fact about the tool, turned into a line by the caller
    """A program could not be started or ended with an error; the text is its last words."""


def call(
    *command: str | Path, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> str:
    """
    Run ``command`` to its end and return what it printed.

    Raises:
        ToolFailed: It is not there or did not end with 0.
    """
    try:
        done = subprocess.run(  # noqa: S603 - programs the caller found, no shell
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise ToolFailed(f"{command[0]}: {error.strerror}") from None
    if done.returncode:
        raise ToolFailed(_last_words(done.stderr.splitlines() or done.stdout.splitlines()))
    return done.stdout


def _last_words(lines: Sequence[str]) -> str:
    """The line that says what went wrong: the first that names an error, else the last."""
    said = [line.strip() for line in lines if line.strip()]
    errors = [line for line in said if "error" in line.lower()]
    return (errors or said[-1:] or ["it said nothing"])[0]
