"""
The emulator as a process: ``python -m emulator``.

When it serves it prints one JSON line, the greeting, and nothing else on standard output.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from emulator import bearing
from emulator.deviations import NAMES, Bent
from emulator.faults import PROFILES, combine
from emulator.server import Server, Settings
from sspr.errors import UsageError
from sspr.policy import load_policy

if TYPE_CHECKING:
    import datetime as dt


@click.command()
@click.option("--policy", type=click.Path(path_type=Path), default=Path("policies/tutorial.toml"))
@click.option("--service-date", type=click.DateTime(["%Y-%m-%d"]), default=None)
@click.option("--port", type=click.IntRange(0, 65535), default=0)
@click.option("--deviate", multiple=True, type=click.Choice(sorted(NAMES)))
@click.option("--fault", multiple=True, type=click.Choice(sorted(PROFILES)))
@click.option("--watched", is_flag=True, help="Note which deviations bear on what happens.")
@click.option("--attached", is_flag=True, help="End when standard input closes.")
def main(
    policy: Path,
    service_date: dt.datetime | None,
    port: int,
    deviate: tuple[str, ...],
    fault: tuple[str, ...],
    *,
    watched: bool,
    attached: bool,
) -> None:
    """Run a practice tenant on this machine until it is stopped."""
    try:
        settings = Settings(
            policy=load_policy(policy),
            bent=Bent.of(*deviate),
            service_date=service_date.date() if service_date else None,
            port=port,
            faults=combine(fault),
            watched=watched,
        )
        if watched:
            bearing.watch()
        asyncio.run(_serve(settings, attached=attached))
    except UsageError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"port {port} cannot be used ({error.strerror}); choose another with --port.")


def _refuse(line: str) -> None:
    click.echo(line, err=True)
    sys.exit(2)


async def _serve(settings: Settings, *, attached: bool) -> None:
    over = asyncio.Event()
    if attached:
        _when_stdin_closes(over)
    async with Server.started(settings) as server:
        gc.freeze()  # what was imported stays: no collection need look at it again
        print(json.dumps(server.greeting()), flush=True)  # noqa: T201 - the greeting is the output
        await over.wait()


def _when_stdin_closes(over: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def watch() -> None:
        # Unbuffered: a thread that holds a buffer's lock would abort the interpreter at its end.
        while os.read(0, 4096):
            pass
        loop.call_soon_threadsafe(over.set)

    threading.Thread(target=watch, daemon=True, name="stdin-watch").start()


if __name__ == "__main__":
    main()
