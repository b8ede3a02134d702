"""Whatever happens inside the command becomes a line and an exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.deviations import DEVIATIONS
from sspr.cli.app import COMMANDS, app
from sspr.cli.guard import run_command
from sspr.cli.run import command as run
from sspr.requirements import load_catalogue


def test_a_failure_of_ours_is_one_line_that_names_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 4, and the details stand in the log, not on the screen."""
    monkeypatch.chdir(tmp_path)

    def fail(**_: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr(run, "callback", fail)
    assert run_command(["run"]) == 4
    (line,) = capsys.readouterr().err.splitlines()
    assert "a wheel came off" in line
    log = Path(line.removesuffix(".").rpartition(" ")[2])
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The line says what the interrupted part had to say."""

    def stop(**_: object) -> None:
        raise KeyboardInterrupt("All is kept.")

    monkeypatch.setattr(run, "callback", stop)
    assert run_command(["run"]) == 130
    assert capsys.readouterr().err == "All is kept.\n"


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    """``sspr requirements | head -1`` ends quietly."""
    words = [sys.executable, "-m", "sspr", "requirements"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[3]
    ) as writing:
        writing.stdout.close()
        assert writing.stderr.read() == b""
    assert writing.returncode == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each has a help of its own and stands in the list of commands."""
    assert run_command([name, "--help"]) == 0
    assert f"sspr {name}" in capsys.readouterr().out
    assert app.get_command(None, name).get_short_help_str(limit=200)


@pytest.mark.parametrize(
    ("arguments", "key", "ids"),
    [
        (["requirements"], "requirements", [each.id for each in load_catalogue()]),
        (["deviations", "list"], "deviations", [each.name for each in DEVIATIONS]),
    ],
)
def test_json_is_one_document_and_nothing_else(
    arguments: list[str], key: str, ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It holds all that there is, and so does the list for people."""
    assert run_command([*arguments, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [each.get("id") or each["name"] for each in document[key]] == ids
    assert run_command(arguments) == 0
    listed = capsys.readouterr().out
    assert all(id_ in listed for id_ in ids)


def test_help_loads_no_heavy_library() -> None:
    """The command starts fast: what only a run needs is not read before it runs."""
    words = (
        "import sys; from sspr.cli.guard import run_command; run_command(['--help']); "
        "print({'pydantic', 'httpx', 'playwright', 'rich', 'pytest'} & {*sys.modules})"
    )
    told = subprocess.run(
        [sys.executable, "-c", words],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.endswith("set()\n")
