"""Whether the results of a run are still what the run wrote."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from reports.compliance import compliance
from reports.ledger import read_ledger
from reports.manifest import NAME
from sspr.errors import UsageError
from sspr.journal import broken_links
from sspr.requirements import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reports.ledger import Ledger


def problems(results: Path) -> list[str]:
    """
    What is wrong with the results, one sentence each; empty where nothing is.

    The journal is held against itself, the evidence against the journal, the report against both,
    and every file against the manifest.

    Raises:
        UsageError: The folder holds no journal or no manifest, or one of them cannot be read.
    """
    ledger = read_ledger(results)
    return [
        *_journal(results),
        *_evidence(results, ledger),
        *_report(results, ledger),
        *_manifest(results),
    ]


def _journal(results: Path) -> Iterator[str]:
    for line in broken_links(results / "events.jsonl"):
        yield f"events.jsonl:{line}: does not follow from the line before; one of them was changed."


def _evidence(results: Path, ledger: Ledger) -> Iterator[str]:
    for scenario in ledger.scenarios:
        for piece in scenario.evidence:
            found = _digest(results / piece.path)
            if not found and piece.path not in ledger.leaks:
                yield f"{piece.path}: is missing."
            elif found and found != piece.sha256:
                yield f"{piece.path}: is not what the scenario saw."


def _report(results: Path, ledger: Ledger) -> Iterator[str]:
    path = results / "compliance.json"
    if not path.is_file():
        yield "compliance.json: is missing."
    elif _json(path) != compliance(ledger, load_catalogue()):
        yield "compliance.json: does not follow from the journal by this version of the harness."


def _manifest(results: Path) -> Iterator[str]:
    listed = {entry["path"]: entry["sha256"] for entry in _json(results / NAME)["files"]}
    for path, sha256 in listed.items():
        found = _digest(results / path)
        if found != sha256:
            yield f"{path}: {'was changed' if found else 'is missing'}, says the manifest."
    files = (path for path in sorted(results.rglob("*")) if path.is_file())
    for name in (path.relative_to(results).as_posix() for path in files):
        if name not in {*listed, NAME}:
            yield f"{name}: is not in the manifest."


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be read ({error}); make the reports again.") from None
