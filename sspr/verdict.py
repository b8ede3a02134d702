"""
From what scenarios saw to one verdict a requirement, as pure functions.

What was not observed is never compliant: a requirement is compliant only where a scenario of it
passed and none came to another end than *passed* or *not applicable*.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sspr.events import Outcome, ScenarioFinished


class Verdict(StrEnum):
    """How a requirement, or a whole run, came out."""

    COMPLIANT = "compliant"
    DEVIATION = "deviation"
    INCONCLUSIVE = "inconclusive"
    NOT_APPLICABLE = "not applicable"
    WAIVED = "waived"


_WORST_FIRST: tuple[Outcome, ...] = (
    "deviation",
    "error",
    "inconclusive",
    "passed",
    "not-applicable",
)
_VERDICT_OF: dict[Outcome, Verdict] = {
    "deviation": Verdict.DEVIATION,
    "error": Verdict.INCONCLUSIVE,
    "inconclusive": Verdict.INCONCLUSIVE,
    "passed": Verdict.COMPLIANT,
    "not-applicable": Verdict.NOT_APPLICABLE,
}
UNSEEN = "The run ended before this was observed."


def deciding(scenarios: Iterable[ScenarioFinished]) -> ScenarioFinished | None:
    """The scenario that decides: of those with the worst outcome the first that explains itself."""
    return min(
        scenarios,
        key=lambda each: (_WORST_FIRST.index(each.outcome), not each.expected),
        default=None,
    )


def verdict_of(planned: int, scenarios: Sequence[ScenarioFinished]) -> tuple[Verdict, str]:
    """
    The verdict on one requirement, and the reason where there is one.

    Args:
        planned: How many scenarios of the requirement the run set out to carry out.
        scenarios: Those that were carried out.
    """
    worst = deciding(scenarios)
    if worst is None:
        return Verdict.INCONCLUSIVE, UNSEEN
    verdict = _VERDICT_OF[worst.outcome]
    if verdict is Verdict.COMPLIANT and len(scenarios) < planned:
        return Verdict.INCONCLUSIVE, UNSEEN
    if worst.outcome == "error":
        return verdict, f"The harness failed: {worst.reason}"
    return verdict, worst.reason


def explained(verdict: Verdict, reason: str, deviating: Collection[str]) -> tuple[Verdict, str]:
    """
    The verdict where ``deviating`` requirements are taken for granted, and the reason.

    What deviates cannot be told apart from what they make it deviate by. The run deviates all the
    same, by them.
    """
    if verdict is not Verdict.DEVIATION or not deviating:
        return verdict, reason
    others = ", ".join(sorted(deviating))
    told = f"It takes {others} for granted and cannot be told apart from that deviation."
    return Verdict.INCONCLUSIVE, f"{reason} {told}".strip()


def waived(verdict: Verdict, reason: str, waiver: Mapping[str, Any]) -> tuple[Verdict, str]:
    """
    The verdict where ``waiver`` may accept a deviation, and the reason.

    Nothing but a deviation can be waived: what was not observed stays unobserved. A waiver whose
    time is over does not count, and says so.
    """
    if verdict is not Verdict.DEVIATION or not waiver:
        return verdict, reason
    if waiver["expired"]:
        return verdict, f"{reason} Its waiver by {waiver['by']} ended on {waiver['until']}.".strip()
    until = f"Accepted by {waiver['by']} until {waiver['until']}"
    return Verdict.WAIVED, f"{until}: {waiver['reason']}"


def overall(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on the run: nothing observed at all is inconclusive."""
    counted = Counter(verdicts)
    for verdict in (Verdict.DEVIATION, Verdict.INCONCLUSIVE, Verdict.COMPLIANT, Verdict.WAIVED):
        if counted[verdict]:
            return verdict
    return Verdict.NOT_APPLICABLE if counted else Verdict.INCONCLUSIVE


def exit_code(verdict: Verdict, *, harness_failed: bool) -> int:
    """
    What the command ends with.

    A deviation was seen, so it counts even where the harness failed elsewhere.
    """
    if verdict is Verdict.DEVIATION:
        return 1
    if harness_failed:
        return 4
    return 3 if verdict is Verdict.INCONCLUSIVE else 0
