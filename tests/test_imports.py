"""Who may know whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from importlinter.cli import lint_imports

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent


def test_every_room_knows_only_whom_it_may(capsys: pytest.CaptureFixture[str]) -> None:
    """The import contracts of ``pyproject.toml`` hold."""
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_the_set_up_needs_no_package() -> None:
    """What runs before the environment stands imports the standard library alone."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "sspr" / "bootstrap").glob("*.py"))
    ]
    assert len(modules) > 5
    words = f"import sspr.__main__, {', '.join(modules)}"
    bare = subprocess.run(
        [sys.executable, "-S", "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert bare.stderr == ""
