"""``sspr test``: the harness's own tests."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click

from sspr.bootstrap.announce import say
from sspr.bootstrap.places import clone
from sspr.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


_MOST_WORKERS = 4


@click.command(
    "test",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    options_metavar="",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[PYTEST ARGUMENTS]...")
def command(arguments: tuple[str, ...]) -> int:
    """
    Run the harness's own tests.

    They show that the harness itself works on this machine and that the emulator behaves as
    Microsoft documents. Arguments go on to pytest, such as '-k journal' or 'tests/reports'.
    """
    root = clone()
    if root is None:
        raise UsageError("The tests are not part of the installed package; run them in a clone.")
    _set_up()
    return _pytest(root, arguments)


def _set_up() -> None:
    """What tests of the browser and of the report need; without Allure those are skipped."""
    from sspr.bootstrap.browser_install import ensure_browser
    from sspr.cli.reporting import prepare_allure

    ensure_browser()
    allure = prepare_allure()
    if isinstance(allure, str):
        say(allure)


def _pytest(root: Path, arguments: tuple[str, ...]) -> int:
    command = [sys.executable, "-m", "pytest", *(arguments or _side_by_side())]
    os.chdir(root)
    if sys.platform != "win32":
        os.execv(sys.executable, command)  # noqa: S606 - our own interpreter
    return subprocess.call(command)  # noqa: S603 - as above


def _side_by_side() -> tuple[str, ...]:
    """All tests at once need minutes; a file stays with one worker, since it shares a browser."""
    workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    if workers == 1:
        return ()
    return ("-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder")
