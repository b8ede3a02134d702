"""
The ways in which this tenant can misbehave on request, one file a chapter.

Reading the files is reading what can go wrong. Each name is asked for at exactly one place,
the rule that it bends, as ``if "<name>" in bent``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    Case = bool | Callable[[], bool]

CHAPTERS = (
    "enablement", "registration", "reset", "unlock", "administrators", "notifications",
    "customization", "passwords", "hybrid", "audit", "configuration",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DeviationSpec:
    """
    One way to break one requirement.

    Attributes:
        name: What ``--deviate`` takes.
        requirement: The id of the requirement that it breaks.
        sentence: What then happens, in one sentence.
        policy: The sample policy under which it shows, a file name in ``policies`` without ending.
        service_date: The day on which it shows; None for the policy's own.
    """

    name: str
    requirement: str
    sentence: str
    policy: str = "tutorial"
    service_date: dt.date | None = None


def _read(chapter: str) -> list[DeviationSpec]:
    text = (resources.files(__name__) / f"{chapter}.toml").read_text(encoding="utf-8")
    return [DeviationSpec(**entry) for entry in tomllib.loads(text)["deviation"]]


BY_CHAPTER: dict[str, tuple[DeviationSpec, ...]] = {
    chapter: tuple(_read(chapter)) for chapter in CHAPTERS
}

DEVIATIONS: tuple[DeviationSpec, ...] = tuple(
    spec for specs in BY_CHAPTER.values() for spec in specs
)

NAMES = frozenset(spec.name for spec in DEVIATIONS)


class Bent(frozenset[str]):
    """The names of the deviations that are switched on."""

    __slots__ = ()

    @classmethod
    def of(cls, *names: str) -> Bent:
        """
        Switch on ``names``.

        Raises:
            ValueError: A name is in no deviation.
        """
        if unknown := sorted(set(names) - NAMES):
            raise ValueError(f"no deviation is called {unknown[0]!r}")
        return cls(names)

    def meets(self, cases: Mapping[str, Case]) -> bool:
        """
        Whether one of the deviations in ``cases`` is switched on whose case it is.

        What takes reading to know is given as a question; it is asked under its deviation alone.
        """
        return any(name in self and is_met(case) for name, case in cases.items())


def is_met(case: Case) -> bool:
    """Whether it is so, asking where it has to be asked."""
    return case() if callable(case) else case


STRAIGHT = Bent()
