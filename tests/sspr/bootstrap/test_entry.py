"""From the Python that a person calls to the environment of a clone, for real."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
ASKED = "import sys; print(sys.prefix, sys.argv[1:])"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with the set-up, no packages to install, and a command that says where it runs."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / "sspr" / "bootstrap", folder / "sspr" / "bootstrap")
    for name in ("__init__.py", "__main__.py", "errors.py"):
        shutil.copy(ROOT / "sspr" / name, folder / "sspr" / name)
    guard = folder / "sspr" / "cli" / "guard.py"
    guard.parent.mkdir()
    guard.write_text(f"def run_command(arguments):\n    {ASKED}\n    return 7\n", encoding="utf-8")
    (folder / "requirements.lock").touch()
    return folder


def start(clone: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the command with a Python that is not the clone's, and an empty home."""
    home = clone.parent / "home"
    home.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "sspr", *arguments],
        cwd=clone,
        env={"PATH": os.defpath, "HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_command_goes_on_in_the_clones_environment(clone: Path) -> None:
    """With the same arguments and the same exit code; the home stays empty, twice in a row."""
    for _ in range(2):
        running = start(clone, "run", "--select", "a b")
        out, err = running.communicate()
        assert out.strip() == f"{clone / '.venv'} ['run', '--select', 'a b']", err
        assert running.returncode == 7
    assert err == ""
    assert not list((clone.parent / "home").iterdir())


def test_an_interrupted_set_up_is_begun_anew(clone: Path) -> None:
    """Ctrl-C ends it with 130 and one more line, and the next start completes it."""
    running = start(clone)
    for line in running.stderr:
        if line.startswith("Making"):
            break
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 130
    assert err.splitlines() == ["Interrupted; the next start begins the set-up anew."]
    again = start(clone)
    out, err = again.communicate()
    assert again.returncode == 7, err
    assert str(clone / ".venv") in out


def test_a_list_that_cannot_be_installed_is_one_last_line(clone: Path) -> None:
    """It says what failed and what to do; there is no traceback, and the exit code is 2."""
    (clone / "requirements.lock").write_text("./nowhere\n", encoding="utf-8")
    running = start(clone)
    out, err = running.communicate()
    assert (running.returncode, out) == (2, "")
    assert "Traceback" not in err
    assert "start again" in err.splitlines()[-1]
