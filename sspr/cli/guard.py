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
    from sspr.cli.app import app

    signal.signal(signal.SIGTERM, _as_interrupt)
    try:
        return int(app.main([*arguments], prog_name="sspr", standalone_mode=False) or 0)
    except UsageError as error:
        return _end(str(error), WRONG_USE)
    except click.ClickException as error:
        return _end(_line_of(error), WRONG_USE)
    except (KeyboardInterrupt, click.Abort) as error:
        return _end(str(error) or "Interrupted.", INTERRUPTED)
    except BrokenPipeError:
        # The reader, such as head, has seen enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last border: all else is a failure of ours
        return _end(_failure(error), HARNESS_FAILED)


def _as_interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - signal's signature
    raise KeyboardInterrupt


def _end(line: str, code: int) -> int:
    click.echo(line, err=True)
    return code


def _line_of(error: click.ClickException) -> str:
    command = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "sspr"
    )
    return f"{command}: {error.format_message()} See {command} --help."


def _failure(error: Exception) -> str:
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
