"""The summary picture of the compliance page, drawn as SVG."""

from __future__ import annotations

from collections import Counter
from typing import Any

VERDICTS = ("compliant", "deviation", "inconclusive", "waived", "not applicable")


def ring(counts: dict[str, int]) -> list[dict[str, Any]]:
    """
    The arcs of the ring: ``verdict``, ``length`` and ``offset`` in percent of the circle.

    Usage: ``stroke-dasharray="{length} {100 - length}" stroke-dashoffset="{-offset}"``.
    """
    total, offset, arcs = sum(counts.values()), 0.0, []
    for verdict in VERDICTS:
        length = 100 * counts.get(verdict, 0) / total if total else 0
        if length:
            arcs.append({"verdict": verdict, "length": length, "offset": offset})
        offset += length
    return arcs


def bars(requirements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One stacked bar a chapter, in the order of the chapters."""
    chapters: dict[str, Counter[str]] = {}
    for requirement in requirements:
        chapters.setdefault(requirement["chapter"], Counter())[requirement["verdict"]] += 1
    return [
        {
            "chapter": chapter,
            "total": counts.total(),
            "parts": [
                {"verdict": verdict, "count": counts[verdict]}
                for verdict in VERDICTS
                if counts[verdict]
            ],
        }
        for chapter, counts in chapters.items()
    ]
