"""Journals of runs whose scenarios are made up, and what the reports on them say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sspr.events import ScenarioFinished, ScenarioRecord, StepRecord
from sspr.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

POLICY = {
    "notifications": {"users": True, "all_admins": True},
    "methods": {"required_to_reset": 2, "allowed": ["email"]},
}


def finished(outcome: str, *requirements: str, **more: Any) -> dict[str, Any]:
    """The body of an event of a scenario that came to ``outcome``."""
    scenario = ScenarioRecord(
        id=f"features/a.feature:{outcome}{requirements}",
        name=more.pop("name", outcome),
        feature="A promise",
        uri="features/a.feature",
    )
    step = StepRecord(keyword="Then", name="it holds", status="passed")
    body = ScenarioFinished(
        scenario=scenario,
        requirements=requirements,
        outcome=outcome,  # type: ignore[arg-type]  # the tests name real outcomes
        steps=(step,),
        **more,
    )
    return body.model_dump(mode="json")


def journal(
    folder: Path,
    *scenarios: dict[str, Any],
    end: bool = True,
    waivers: tuple[dict[str, str], ...] = (),
    **tenant: Any,
) -> Path:
    """Write a journal of a run with ``scenarios`` into ``folder``."""
    with Journal(folder / "events.jsonl") as writer:
        writer.append(
            "run-started",
            run={"id": "run-1", "harness": "0.1.0", "python": "3.11"},
            policy=POLICY,
            policy_file="tutorial.toml",
            waivers=[*waivers],
            tenant={
                "kind": "emulator",
                "name": "emulator",
                "service_date": "2024-02-16",
                "emulate": "",
                "deviations": [],
                **tenant,
            },
        )
        plan = [{"scenario": s["scenario"], "requirements": s["requirements"]} for s in scenarios]
        writer.append("planned", scenarios=plan)
        for scenario in scenarios[: None if end else -1]:
            writer.append("scenario-finished", **scenario)
        if end:
            writer.append("run-finished", interrupted=False)
    return folder


def compliance(folder: Path) -> dict[str, Any]:
    """The document of ``folder``, and its requirements by id."""
    document: dict[str, Any] = json.loads((folder / "compliance.json").read_text("utf-8"))
    document["by_id"] = {each["id"]: each for each in document["requirements"]}
    return document
