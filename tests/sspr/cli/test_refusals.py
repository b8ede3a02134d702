"""Bad input gets one clear line, exit code 2, and leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.sspr.cli.conftest import Command

ENABLED = '[enablement]\nenabled = "all"\n'


def refused(told: subprocess.CompletedProcess[str], *words: str) -> None:
    """See that the command refused with one line that holds ``words``."""
    assert told.returncode == 2, told.stderr
    assert told.stdout == ""
    (line,) = told.stderr.splitlines()
    for word in words:
        assert word in line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[enablement\n", ["policy.toml", "line 1"]),
        (ENABLED + "enabeled = 1\n", ["policy.toml:3", "enabeled", "spelling"]),
        (ENABLED + "[methods]\nrequired_to_reset = 3\n", ["policy.toml:4", "required_to_reset"]),
        (ENABLED + '[methods]\nallowed = ["carrierPigeon"]\n', ["carrierPigeon", "known are"]),
        ('[enablement]\nenabled = "selected"\n', ["group"]),
    ],
    ids=["malformed", "unknown key", "out of range", "unknown method", "no group"],
)
def test_a_policy_that_is_not_good(sspr: Command, text: str, words: list[str]) -> None:
    """The line names file, line, key and mend, whichever option gave the file."""
    (sspr.folder / "policy.toml").write_text(text, encoding="utf-8")
    refused(sspr("run", "--policy", "policy.toml"), *words)
    refused(sspr("run", "--emulate", "policy.toml"), *words)
    refused(sspr("emulator", "--policy", "policy.toml"), *words)
    assert not (sspr.folder / "results").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--policy", "missing.toml"], ["missing.toml", "--policy"]),
        (["--emulate", "missing.toml"], ["missing.toml"]),
        (["--tenant", "missing.toml"], ["missing.toml"]),
        (["--tenant", "missing.toml", "--deviate", "user-mail-missing"], ["--deviate", "emulator"]),
        (["--tenant", "missing.toml", "--service-date", "2024-02-16"], ["--service-date"]),
        (["--deviate", "user-mail-mising"], ["did you mean user-mail-missing?"]),
        (["--waivers", "missing.toml"], ["missing.toml", "--waivers"]),
        (["--deviate", "qqq"], ["qqq", "sspr deviations list"]),
        (["--service-date", "tomorrow"], ["tomorrow", "2024-02-16"]),
        (["--workers", "0"], ["--workers"]),
        (["--no-such-option"], ["--no-such-option", "--help"]),
    ],
)
def test_an_option_that_is_not_good(sspr: Command, arguments: list[str], words: list[str]) -> None:
    """The line names the option and the mend."""
    refused(sspr("run", *arguments), *words)
    assert not (sspr.folder / "results").exists()


def test_an_unknown_command(sspr: Command) -> None:
    """The line says where the known ones stand."""
    refused(sspr("rum"), "rum", "sspr --help")


def test_a_results_folder_that_cannot_be_written(sspr: Command) -> None:
    """The line names the folder and the option."""
    (sspr.folder / "file").touch()
    refused(sspr("run", "--results", "file/inside"), "file/inside", "--results")


def test_a_second_run_into_the_same_folder(sspr: Command) -> None:
    """What lies there is not touched."""
    (sspr.folder / "run").mkdir()
    (sspr.folder / "run" / "events.jsonl").write_text("kept", encoding="utf-8")
    refused(sspr("run", "--results", "run"), "run: is not empty", "--results")
    assert [path.name for path in (sspr.folder / "run").iterdir()] == ["events.jsonl"]


def test_a_browser_that_is_not_there(sspr: Command) -> None:
    """The line names the variable; no empty folder of results stays."""
    told = sspr("run", environment={"SSPR_BROWSER": "/nowhere/browser"})
    refused(told, "/nowhere/browser", "SSPR_BROWSER")
    assert not list((sspr.folder / "results").glob("*"))


def test_no_browser_and_no_way_to_get_one(sspr: Command, tmp_path: Path) -> None:
    """The line tells what was tried, and no process or folder stays."""
    programs = tmp_path / "programs"
    programs.mkdir()
    told = sspr(
        "run",
        environment={
            "PATH": str(programs),
            "HOME": str(tmp_path),
            "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "none"),
            "PLAYWRIGHT_NODEJS_PATH": str(tmp_path / "no-node"),
        },
    )
    assert told.returncode == 2
    assert told.stdout == ""
    assert "install Chromium, Chrome or Edge and start again." in told.stderr.splitlines()[-1]
    assert "Traceback" not in told.stderr
    assert not list((sspr.folder / "results").glob("*"))
    assert sspr.left_behind() == []


@pytest.mark.parametrize(
    ("expression", "words"),
    [("no-such-scenario", ["no-such-scenario", "RST-01"]), ("and and", ["and and"])],
)
def test_a_selection_that_selects_nothing(sspr: Command, expression: str, words: list[str]) -> None:
    """It is no compliant run: the line names the expression, and no folder stays."""
    refused(sspr("run", "--select", expression), *words)
    assert not list((sspr.folder / "results").glob("*"))
    assert sspr.left_behind() == []
