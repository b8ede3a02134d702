"""Waivers: deviations that somebody has accepted, with a reason and for a time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from sspr.errors import UsageError
from sspr.requirements import load_catalogue
from sspr.toml_file import Kind, read_toml

if TYPE_CHECKING:
    from pathlib import Path

_KIND = Kind("waivers", "name one with --waivers, or leave it out")
Words = Annotated[str, Field(min_length=1, pattern=r"\S")]


class Waiver(BaseModel):
    """
    One accepted deviation.

    Attributes:
        requirement: The id of the requirement that may deviate.
        reason: Why that is accepted.
        by: Who accepted it.
        until: The last day on which it counts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    requirement: str
    reason: Words
    by: Words
    until: dt.date

    def counts_on(self, day: dt.date) -> bool:
        """Whether it still counts on ``day``."""
        return day <= self.until


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    waiver: tuple[Waiver, ...] = ()


def load_waivers(path: Path) -> tuple[Waiver, ...]:
    """
    Read and check a waivers file.

    Raises:
        UsageError: The file is missing or wrong, names a requirement that nobody knows, or one
            twice.
    """
    waivers = read_toml(path, _File, _KIND).waiver
    ids = [each.requirement for each in waivers]
    for id_ in ids:
        if id_ not in load_catalogue():
            raise UsageError(f"{path}: no requirement is called {id_}; see sspr requirements.")
        if ids.count(id_) > 1:
            raise UsageError(f"{path}: {id_} is waived twice; keep one of the two.")
    return waivers
