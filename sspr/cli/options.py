"""The options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from sspr.cli.types import FILE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any]")

SERIES = click.option(
    "--results", type=FOLDER, help="Where the runs are recorded; a series that was stopped goes on."
)
TABLE = click.option(
    "--json", "document", type=FILE, help="Write the table into this file as JSON."
)
SELECT = click.option("--select", default="", metavar="EXPR", help="Only some scenarios.")


def workers(default: int = 1) -> Callable[[_Command], _Command]:
    """How many browsers work side by side."""
    return click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=default,
        show_default=True,
        help="How many browsers work side by side.",
    )


def one_in(meaning: str) -> Callable[[_Command], _Command]:
    """A sample of one in K; ``meaning`` is its help."""
    return click.option(
        "--one-in",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        metavar="K",
        help=meaning,
    )
