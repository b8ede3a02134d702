"""Machines made of a few programs, and set-ups that are only written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from sspr.bootstrap.tools import ToolFailed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass
class Machine:
    """A search path and a home with nothing in them but what a test puts there."""

    programs: Path
    home: Path

    def put(self, name: str, prints: str = "") -> Path:
        """A program called ``name``."""
        program = self.programs / name
        program.write_text(f"#!/bin/sh\necho '{prints}'\n", encoding="utf-8")
        program.chmod(0o755)
        return program


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine without any program."""
    bare = Machine(tmp_path / "programs", tmp_path / "home")
    bare.programs.mkdir()
    bare.home.mkdir()
    for name in ("SSPR_BROWSER", "PLAYWRIGHT_BROWSERS_PATH", "PLAYWRIGHT_NODEJS_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(bare.programs))
    monkeypatch.setenv("HOME", str(bare.home))
    monkeypatch.setattr("sspr.bootstrap.browser.workshop", lambda: tmp_path / "workshop")
    return bare


@dataclass
class Calls:
    """What would have been called; ``refuses`` are words whose programs fail."""

    refuses: set[str] = field(default_factory=set)
    commands: list[list[str]] = field(default_factory=list)

    def __call__(
        self,
        *command: str | Path,
        folder: Path | None = None,  # noqa: ARG002 - the signature of what it stands for
        environment: Mapping[str, str] | None = None,  # noqa: ARG002 - as above
    ) -> str:
        """Write the command down."""
        words = [str(word) for word in command]
        self.commands.append(words)
        if refused := self.refuses.intersection(words):
            raise ToolFailed(f"{refused.pop()} is refused")
        return ""


@pytest.fixture
def calls() -> Calls:
    """Nothing was called yet."""
    return Calls()
