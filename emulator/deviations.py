"""
The ways in which this tenant can misbehave on request.

Reading the list is reading what can go wrong. Each name is asked for at exactly one place,
the rule that it bends: ``if "user-mail-missing" in bent``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviationSpec:
    """
    One way to break one requirement.

    Attributes:
        name: What ``--deviate`` takes.
        requirement: The id of the requirement that it breaks.
        sentence: What then happens, in one sentence.
    """

    name: str
    requirement: str
    sentence: str


DEVIATIONS: tuple[DeviationSpec, ...] = (
    DeviationSpec("user-mail-missing", "NOT-01", "No mail tells the user that a reset took place."),
    DeviationSpec(
        "admin-mail-missing",
        "NOT-05",
        "No mail alerts administrators to an administrator's reset.",
    ),
    DeviationSpec(
        "second-step-missing",
        "RST-03",
        "One verification step is enough where two are asked.",
    ),
    DeviationSpec(
        "group-check-missing", "ENA-02", "A user outside the enabled group may reset the password."
    ),
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


STRAIGHT = Bent()
