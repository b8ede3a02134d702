"""Making the environment of a clone."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from sspr.bootstrap import environment
from sspr.bootstrap.environment import ensure, python_of
from sspr.bootstrap.stamp import Stamp
from sspr.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sspr.bootstrap.conftest import Calls


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone whose list of packages is empty."""
    (tmp_path / "requirements.lock").touch()
    return tmp_path


@pytest.fixture
def written_down(calls: Calls, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The commands of the set-up; making an environment leaves a Python in it."""

    def call(*command: Any, **others: Any) -> None:
        calls(*command, **others)
        if "venv" in command:
            python_of(command[-1]).parent.mkdir(parents=True)
            python_of(command[-1]).touch()

    monkeypatch.setattr(environment, "call", call)
    return calls


def test_a_fresh_clone_gets_an_environment_that_runs(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Python that is returned is the one of ``.venv``, and what was done was said."""
    python = ensure(clone)
    asked = "import sys; print(sys.prefix)"
    said = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == str(clone / ".venv")
    assert "requirements.lock" in capsys.readouterr().err


def test_the_second_start_goes_straight_on(
    clone: Path, written_down: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is called and nothing said once the environment stands."""
    ensure(clone)
    done, _ = len(written_down.commands), capsys.readouterr()
    ensure(clone)
    assert len(written_down.commands) == done
    assert capsys.readouterr().err == ""


def test_every_file_is_checked_and_nothing_is_kept_elsewhere(
    clone: Path, written_down: Calls
) -> None:
    """Packages come with their digests checked, and pip's cache stays unused."""
    ensure(clone)
    pip = next(words for words in written_down.commands if "pip" in words)
    assert {"--require-hashes", "--no-deps", "--no-cache-dir"} <= set(pip)


def test_another_list_of_packages_is_installed_into_what_is_there(
    clone: Path, written_down: Calls
) -> None:
    """A changed lock file installs again without throwing the environment away."""
    ensure(clone)
    (clone / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    written_down.commands.clear()
    ensure(clone)
    assert ["pip" in words for words in written_down.commands] == [True]


def test_an_interrupted_installation_is_begun_anew(clone: Path, written_down: Calls) -> None:
    """What is left of it is not built upon."""
    ensure(clone)
    Stamp(clone / ".venv", clone / "requirements.lock").begin()
    half = clone / ".venv" / "half-written"
    half.touch()
    written_down.commands.clear()
    ensure(clone)
    assert not half.exists()
    assert ["venv" in words for words in written_down.commands] == [True, False]


def test_a_failed_installation_is_one_line_and_is_tried_again(
    clone: Path, written_down: Calls
) -> None:
    """It is never taken for a finished one."""
    written_down.refuses.add("pip")
    for _ in range(2):
        with pytest.raises(UsageError, match=r"pip is refused.*start again"):
            ensure(clone)


def test_debian_is_asked_for_the_missing_module(
    clone: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Python comes without ``ensurepip`` its package is installed, and named."""
    calls.refuses.add("venv")
    monkeypatch.setattr(environment, "call", calls)
    installed = []

    def install(package: str) -> None:
        installed.append(package)
        calls.refuses.clear()

    monkeypatch.setattr(environment.debian, "install", install)
    ensure(clone)
    assert installed[0].startswith("python3.")
    assert installed[0].endswith("-venv")


def test_a_clone_that_cannot_be_written_is_one_line(clone: Path) -> None:
    """The line says where and what to do instead."""
    (clone / ".venv.lock").mkdir()
    with pytest.raises(UsageError, match="clone into a folder"):
        ensure(clone)
