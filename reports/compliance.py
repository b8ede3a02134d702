"""``compliance.json``: one verdict a requirement, with what was declared, configured, observed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from sspr.settings import alike, place_of, settings_of
from sspr.verdict import Verdict, deciding, explained, overall, verdict_of, waived
from sspr.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reports.ledger import Ledger
    from sspr.events import ScenarioFinished
    from sspr.requirements import Catalogue, Requirement


# What stands where a run was interrupted before it could say more.
_NO_RUN = {"id": "", "harness": "", "python": "", "browser": ""}
_NO_TENANT = {"kind": "", "name": "", "service_date": "", "emulate": "", "deviations": []}


def compliance(ledger: Ledger, catalogue: Catalogue) -> dict[str, Any]:
    """The whole document; requirements that the run did not set out to check stand apart."""
    named = {id_ for each in ledger.scenarios for id_ in each.requirements} | set(ledger.planned)
    met = {each.id: _met(each, ledger) for each in catalogue if each.id in named}
    checked = [_checked(catalogue[id_], ledger, catalogue, met) for id_ in met]
    verdicts = [Verdict(each["verdict"]) for each in checked]
    counts = Counter(verdicts)
    unknown = sorted(id_ for id_ in named if id_ not in catalogue)
    return {
        "run": _run(ledger, unknown),
        "policy": ledger.started.get("policy", {}),
        "tenant": {**_NO_TENANT, **ledger.started.get("tenant", {})},
        "verdict": overall(verdicts).value,
        "counts": {verdict.value: counts[verdict] for verdict in Verdict},
        "requirements": checked,
        "not_checked": [
            _not_checked(requirement, _day(ledger))
            for requirement in catalogue
            if requirement.id not in named
        ],
    }


def _run(ledger: Ledger, unknown: list[str]) -> dict[str, Any]:
    strangers = [f"A scenario names {id_}, which no requirement is called." for id_ in unknown]
    return {
        **_NO_RUN,
        **ledger.started.get("run", {}),
        "policy_file": ledger.started.get("policy_file", ""),
        "started": ledger.began,
        "finished": ledger.ended,
        "interrupted": ledger.interrupted,
        "scenarios": len(ledger.scenarios),
        "harness_failures": [*ledger.failures, *_stumbled(ledger.scenarios), *strangers],
        "leaked": ledger.leaks,
    }


def _stumbled(scenarios: Iterable[ScenarioFinished]) -> list[str]:
    return [f"{each.scenario.name}: {each.reason}" for each in scenarios if each.outcome == "error"]


def _checked(
    requirement: Requirement,
    ledger: Ledger,
    catalogue: Catalogue,
    met: Mapping[str, tuple[Verdict, str]],
) -> dict[str, Any]:
    scenarios = ledger.of_requirement(requirement.id)
    deviating = {id_ for id_, (verdict, _) in met.items() if verdict is Verdict.DEVIATION}
    presumed = catalogue.presumed_by(requirement.id)
    verdict, reason = explained(*met[requirement.id], presumed & deviating)
    waiver = _waiver(requirement, ledger)
    verdict, reason = waived(verdict, reason, waiver)
    worst = deciding(scenarios)
    policy = settings_of(ledger.started.get("policy", {}))
    declared = {key: policy[key] for key in requirement.policy_keys if key in policy}
    configured = {
        key: ledger.configured[key] for key in requirement.policy_keys if key in ledger.configured
    }
    return {
        **_described(requirement, catalogue),
        "declared": declared,
        "configured": configured,
        "read_from": sorted({ledger.read_from[key] for key in configured}),
        "observed": _observed(verdict, worst, reason),
        "drift": sorted(key for key in configured if not alike(configured[key], declared.get(key))),
        "verdict": verdict.value,
        "reason": reason,
        "expected": worst.expected if worst else "",
        "setting": worst.setting if worst else "",
        "setting_page": place_of(worst.setting) if worst else "",
        "seen": _seen(worst),
        "waiver": waiver,
        "scenarios": [_scenario(each) for each in scenarios],
        "evidence": [
            {**piece.model_dump(mode="json"), "scenario": each.scenario.id}
            for each in scenarios
            for piece in each.evidence
        ],
    }


def _met(requirement: Requirement, ledger: Ledger) -> tuple[Verdict, str]:
    """The verdict on one requirement by what its own scenarios met, and the reason."""
    if not requirement.holds_on(day := _day(ledger)):
        return Verdict.NOT_APPLICABLE, _out_of_date(requirement, day)
    scenarios = ledger.of_requirement(requirement.id)
    return verdict_of(ledger.planned.get(requirement.id, 0), scenarios)


def _waiver(requirement: Requirement, ledger: Ledger) -> dict[str, Any]:
    """The waiver of a requirement, if it has one, and whether it still counted that day."""
    for each in ledger.started.get("waivers", ()):
        if each["requirement"] == requirement.id:
            waiver = Waiver.model_validate(each)
            return {**each, "expired": not waiver.counts_on(_today(ledger))}
    return {}


def _seen(worst: ScenarioFinished | None) -> dict[str, Any]:
    """Where a deviation was seen: the step that found it and what was kept of it."""
    if worst is None or worst.outcome != "deviation":
        return {}
    failed = next((step for step in worst.steps if step.status == "failed"), None)
    kept = set(failed.evidence) if failed else set()
    pieces = [piece for piece in worst.evidence if piece.id in kept] or [*worst.evidence[-1:]]
    return {
        "scenario": worst.scenario.name,
        "step": f"{failed.keyword} {failed.name}" if failed else "",
        "evidence": [piece.path for piece in pieces],
    }


def _described(requirement: Requirement, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "id": requirement.id,
        "statement": requirement.statement,
        "chapter": requirement.chapter,
        "severity": requirement.severity,
        "affects": [*requirement.affects],
        "source": {
            "statements": [*requirement.sources],
            "documents": [catalogue.documents[key].model_dump() for key in requirement.documents],
        },
        "controls": [control.model_dump() for control in requirement.controls],
        "note": requirement.note,
    }


def _observed(verdict: Verdict, worst: ScenarioFinished | None, reason: str) -> str:
    if verdict is Verdict.COMPLIANT:
        return "As declared."
    if verdict in {Verdict.DEVIATION, Verdict.WAIVED} and worst:
        return worst.observed or reason
    return "Not observed."


def _scenario(finished: ScenarioFinished) -> dict[str, Any]:
    return {
        **finished.scenario.model_dump(mode="json"),
        "outcome": finished.outcome,
        "reason": finished.reason,
        "duration_ms": finished.duration_ms,
        "attempts": finished.attempts,
        "second_tries": [each.model_dump(mode="json") for each in finished.second_tries],
        "steps": [step.model_dump(mode="json") for step in finished.steps],
    }


def _not_checked(requirement: Requirement, day: dt.date) -> dict[str, str]:
    reason = requirement.unobservable or "No scenario of this run gathers evidence for it."
    if not requirement.holds_on(day):
        reason = _out_of_date(requirement, day)
    return {"id": requirement.id, "statement": requirement.statement, "reason": reason}


def _out_of_date(requirement: Requirement, day: dt.date) -> str:
    since = f" from {requirement.since}" if requirement.since else ""
    until = f" until {requirement.until}" if requirement.until else ""
    return f"It holds{since}{until}; the service date is {day}."


def _today(ledger: Ledger) -> dt.date:
    """The day of the run, which is not the tenant's."""
    return dt.date.fromisoformat(ledger.began[:10])


def _day(ledger: Ledger) -> dt.date:
    told = ledger.started.get("tenant", {}).get("service_date") or ledger.began[:10]
    return dt.date.fromisoformat(told) if told else dt.datetime.now(dt.UTC).date()
