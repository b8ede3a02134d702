"""The kinds of values that options take."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sspr.bootstrap.places import assets, clone

if TYPE_CHECKING:
    from click import Context, Parameter

FILE = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)


class Day(click.ParamType[dt.date]):
    """A day, such as 2024-02-16."""

    name = "date"

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> dt.date:
        """The day that ``value`` names."""
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2024-02-16.", param, ctx)


DAY = Day()


def default_policy() -> Path:
    """The tutorial's policy, by the shortest path that leads there."""
    shipped = Path("policies", "tutorial.toml")
    return shipped if clone() == Path.cwd() else assets() / shipped
