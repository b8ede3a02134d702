"""The real command, in a folder of its own, with every process that it starts in view."""

from __future__ import annotations

import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[3]
PATIENCE_SECONDS = 180
MARK = "SSPR_TEST_MARK"


@dataclass
class Command:
    """Starts ``sspr`` in ``folder``; all that descends from it carries a mark."""

    folder: Path
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)

    def __call__(
        self, *arguments: str | Path, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        process = self.start(*arguments, environment=environment)
        try:
            out, err = process.communicate(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def start(
        self, *arguments: str | Path, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start it."""
        return subprocess.Popen(
            [sys.executable, "-m", "sspr", *map(str, arguments)],
            cwd=self.folder,
            env={
                **surroundings(),
                "PYTHONPATH": str(ROOT),
                MARK: self.mark,
                **(environment or {}),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def left_behind(self) -> list[str]:
        """What still runs of all that it started, browsers and emulators included."""
        mark = f"{MARK}={self.mark}".encode()
        return [name for name, environment in _processes() if mark in environment]


def _processes() -> list[tuple[str, bytes]]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            entry = ((folder / "cmdline").read_text(), (folder / "environ").read_bytes())
        except OSError:
            continue
        found.append(entry)
    return found


@pytest.fixture
def sspr(tmp_path: Path) -> Command:
    """The command, in an empty folder."""
    return Command(tmp_path)
