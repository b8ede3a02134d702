"""``compliance.csv``: one line a requirement; no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

COLUMNS = (
    "id",
    "verdict",
    "statement",
    "chapter",
    "severity",
    "declared",
    "configured",
    "observed",
    "expected",
    "reason",
    "setting",
    "setting_page",
    "affects",
    "waived",
    "sources",
    "documents",
    "controls",
    "scenarios",
    "evidence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def spreadsheet(document: dict[str, Any]) -> str:
    """The text of the file, with CRLF line ends (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for requirement in document["requirements"]:
        row = _row(requirement)
        writer.writerow([inert(row[column]) for column in COLUMNS])
    return text.getvalue()


def inert(cell: str) -> str:
    """``cell``, preceded by an apostrophe where a spreadsheet would calculate it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _row(requirement: dict[str, Any]) -> dict[str, str]:
    controls = requirement["controls"]
    return {
        **{key: requirement[key] for key in COLUMNS if isinstance(requirement.get(key), str)},
        "declared": _settings(requirement["declared"]),
        "configured": _settings(requirement["configured"]),
        "affects": " ".join(requirement["affects"]),
        "waived": _waiver(requirement["waiver"]),
        "sources": " ".join(requirement["source"]["statements"]),
        "documents": "; ".join(each["title"] for each in requirement["source"]["documents"]),
        "controls": "; ".join(f"{c['framework']} {c['version']} {c['id']}" for c in controls),
        "scenarios": "; ".join(f"{s['name']}: {s['outcome']}" for s in requirement["scenarios"]),
        "evidence": " ".join(piece["path"] for piece in requirement["evidence"]),
    }


def _waiver(waiver: dict[str, Any]) -> str:
    if not waiver:
        return ""
    over = "expired " if waiver["expired"] else "until "
    return f"{over}{waiver['until']} by {waiver['by']}: {waiver['reason']}"


def _settings(settings: dict[str, Any]) -> str:
    return "; ".join(f"{key} = {json.dumps(value)}" for key, value in settings.items())
