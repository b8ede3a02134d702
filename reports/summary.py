"""What the command says at the end of a run, and what it ends with."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sspr.verdict import Verdict, exit_code


@dataclass(frozen=True, slots=True)
class Finding:
    """A requirement that is violated or could not be verified."""

    id: str
    statement: str
    expected: str
    observed: str
    reason: str
    setting: str
    setting_page: str
    severity: str


@dataclass(frozen=True, slots=True)
class Summary:
    """
    A run in a few lines.

    Attributes:
        verdict: The verdict on the run.
        counts: How many requirements came to each verdict.
        violated: The requirements that deviate.
        inconclusive: Those that could not be verified.
        drift: The policy keys whose setting is not what is declared.
        harness_failures: Where the harness itself failed.
        leaked: Artefacts that held a secret and were removed.
        interrupted: Whether the run was stopped before its end.
        exit_code: What the command ends with.
    """

    verdict: Verdict
    counts: dict[str, int]
    violated: tuple[Finding, ...]
    inconclusive: tuple[Finding, ...]
    drift: tuple[str, ...]
    harness_failures: tuple[str, ...]
    leaked: tuple[str, ...]
    interrupted: bool
    exit_code: int

    @classmethod
    def of(cls, document: dict[str, Any]) -> Summary:
        """The summary of a compliance document."""
        requirements, run = document["requirements"], document["run"]
        verdict = Verdict(document["verdict"])
        return cls(
            verdict=verdict,
            counts=document["counts"],
            violated=_findings(requirements, Verdict.DEVIATION),
            inconclusive=_findings(requirements, Verdict.INCONCLUSIVE),
            drift=tuple(sorted({key for each in requirements for key in each["drift"]})),
            harness_failures=tuple(run["harness_failures"]),
            leaked=tuple(run["leaked"]),
            interrupted=run["interrupted"],
            exit_code=4
            if run["leaked"]
            else exit_code(verdict, harness_failed=bool(run["harness_failures"])),
        )

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def _findings(requirements: list[dict[str, Any]], verdict: Verdict) -> tuple[Finding, ...]:
    keys = Finding.__dataclass_fields__
    return tuple(
        Finding(**{key: requirement[key] for key in keys})
        for requirement in requirements
        if requirement["verdict"] == verdict
    )
