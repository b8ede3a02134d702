"""``sspr emulator``: a practice tenant to click through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sspr.cli.types import DAY, FILE, default_policy

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


@click.command("emulator")
@click.option(
    "--policy",
    type=FILE,
    default=default_policy,
    show_default="policies/tutorial.toml",
    help="The policy that the tenant follows.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default="a free one",
    help="The loopback port that it serves on.",
)
@click.option(
    "--service-date",
    type=DAY,
    metavar="DATE",
    help="The day whose Microsoft behaviour it shows.  [default: the policy's]",
)
def command(policy: Path, port: int, service_date: dt.date | None) -> int:
    """
    Open a practice tenant on this machine, to see what a policy feels like.

    A browser window of its own opens, in which Microsoft's addresses lead to the emulator; your
    everyday browser is left alone. Sign in as one of the practice users that are printed, register,
    reset passwords, and read the mails in the inbox page. Everything is gone when you close it.
    """
    from sspr.cli.practice import practise

    return practise(policy, port, service_date)
