"""The border of the command: whatever happens inside becomes a line and an exit code."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sspr.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

WRONG_USE = 2
HARNESS_FAILED = 4
INTERRUPTED = 130


def run_command(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; nothing is raised."""
    signal.signal(signal.SIGTERM, _as_interrupt)
    try:
        return _carry_out([*arguments])
    except BrokenPipeError:
        # The reader, such as head, has seen enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last border
        line, code = _told(error)
        click.echo(line, err=True)
        return code


def _carry_out(arguments: list[str]) -> int:
    from sspr.cli.app import app

    try:
        # Not app.main(): it would turn Ctrl-C into an exception without our words.
        with app.make_context("sspr", arguments) as context:
            return int(app.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code


def _told(error: BaseException) -> tuple[str, int]:
    """The line that tells of ``error``, and the exit code."""
    match error:
        case UsageError():
            return str(error), WRONG_USE
        case click.exceptions.NoArgsIsHelpError():
            return error.format_message(), WRONG_USE
        case click.ClickException():
            return _line_of(error), WRONG_USE
        case KeyboardInterrupt():
            return str(error) or "Interrupted.", INTERRUPTED
    return _failure(error), HARNESS_FAILED


def _as_interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - signal's signature
    raise KeyboardInterrupt


def _line_of(error: click.ClickException) -> str:
    command = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "sspr"
    )
    return f"{command}: {error.format_message()} See {command} --help."


def _failure(error: BaseException) -> str:
    from sspr.secrets import redact

    details = redact("".join(traceback.format_exception(error)))
    summary = redact(f"{type(error).__name__}: {error}").splitlines()[0]
    return f"The harness itself failed ({summary}). The details are in {_log(details)}."


def _log(details: str) -> Path:
    name = f"sspr-failure-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S}.log"
    for folder in (Path("results"), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(details, encoding="utf-8")
        except OSError:
            continue
        return folder / name
    return Path(os.devnull)
