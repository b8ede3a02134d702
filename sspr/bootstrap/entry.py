"""From the Python that the person called to the one that has the packages."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from sspr.bootstrap import environment
from sspr.bootstrap.announce import say
from sspr.bootstrap.places import clone
from sspr.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WRONG_USE = 2
INTERRUPTED = 130


def enter(arguments: Sequence[str]) -> int:
    """Run the command in the environment of the clone, or right here if we are in it already."""
    try:
        if root := clone():
            python = environment.ensure(root)
            if not environment.is_ours(root / ".venv"):
                return _go_on_in(python, root, arguments)
    except UsageError as error:
        say(str(error))
        return WRONG_USE
    except KeyboardInterrupt:
        say("Interrupted; the next start begins the set-up anew.")
        return INTERRUPTED
    from sspr.cli.guard import run_command

    return run_command(arguments)


def _go_on_in(python: Path, root: Path, arguments: Sequence[str]) -> int:
    command = [str(python), "-m", "sspr", *arguments]
    searched = [str(root), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(searched)}
    if sys.platform != "win32":
        os.execve(python, command, surroundings)  # noqa: S606 - our own interpreter
    # Windows has no exec that keeps the console waiting.
    child = subprocess.Popen(command, env=surroundings)  # noqa: S603 - as above
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue
