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
    DeviationSpec(
        "banned-list-ignored", "PWD-08", "Passwords that too many people use are accepted."
    ),
    DeviationSpec("banned-score-lax", "PWD-09", "A password of four points is accepted."),
    DeviationSpec("own-name-accepted", "PWD-10", "The owner's name may stand in the password."),
    DeviationSpec("short-password-accepted", "PWD-01", "A password of seven characters is set."),
    DeviationSpec("two-classes-enough", "PWD-02", "Two kinds of characters are enough."),
    DeviationSpec("unicode-password-accepted", "PWD-03", "A letter outside ASCII is accepted."),
    DeviationSpec(
        "reuse-on-change-accepted", "PWD-04", "A change may set the last password again."
    ),
    DeviationSpec("old-password-works", "RST-05", "The old password signs in after a reset."),
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
