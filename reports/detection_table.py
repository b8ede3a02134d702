"""The table of deviations, for programs and for people: what was broken, and who noticed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sspr.requirements import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reports.detection import Detection

_HEAD = ("Deviation", "Breaks", "Caught", "Noticed by", "Shown to others", "Collateral")
_SUMMARY_HEAD = ("Chapter", "Deviations", "Caught", "By scenarios", "Shown to others", "Collateral")
_INTRODUCTION = """\
# What the scenarios notice

Each line breaks one rule of the emulated tenant and tells which scenario noticed. A deviation is
*caught* where the requirement that it breaks is reported. What is reported beside it though its
rule was left alone is *collateral*; it is looked for in the scenarios of other requirements. *Shown
to others* tells how many of these met the deviation, and of how many that could tell; the others
cannot, since to them the tenant behaves as if nothing were broken. A requirement that takes the
broken one for granted is not collateral: where both deviate a run calls it *inconclusive* and names
the other, as the catalogue has it (`python3 -m sspr requirements --json`, *presumes*).

`python3 -m sspr deviations check --markdown docs/detection.md` makes this document anew: it shows
each deviation to the scenarios of its own requirement. With `--everywhere` it shows each to all
scenarios that can tell, which takes hours, and with `--everywhere --one-in 20` to one in twenty of
them, other ones for each deviation, and to all where they are twenty at most. Which can tell is
found out first, in a run without deviations: those in which a rule, asked a second time with the
deviation, would have answered otherwise. `--add FOLDER` takes over what an earlier check left in
its results, so that only what is new has to be tried.

The opposite, that a tenant that keeps its promises is called compliant, is shown by
`python3 -m sspr policies check` (any legal policy), `python3 -m sspr faults check` (a bad day of
the network, any order), and that a wrong declaration is told by `python3 -m sspr policies flip`.

"""


def as_document(detections: Sequence[Detection]) -> dict[str, Any]:
    """The table as one JSON object."""
    return {
        "caught": sum(each.caught for each in detections),
        "deviations": [
            {
                "name": each.broken.name,
                "requirement": each.broken.requirement,
                "sentence": each.broken.sentence,
                "caught": each.caught,
                "caught_by": [*each.caught_by],
                "collateral": [
                    {"requirement": id_, "scenario": who} for id_, who in each.collateral
                ],
                "otherwise": [*each.otherwise],
                "others": each.others,
                "able": each.able,
            }
            for each in detections
        ],
    }


def as_markdown(detections: Sequence[Detection]) -> str:
    """The whole document: how it is made, how many were caught, and a table for each chapter."""
    caught = sum(each.caught for each in detections)
    parts = {chapter: [*each] for chapter, each in groupby(_sorted(detections), _chapter)}
    summary = _table(_SUMMARY_HEAD, (_summary(*part) for part in parts.items()))
    chapters = (
        f"\n## {chapter.capitalize()}\n\n{_table(_HEAD, map(_row, part))}"
        for chapter, part in parts.items()
    )
    told = f"{caught} of {len(detections)} deviations are caught."
    return f"{_INTRODUCTION}{told}\n\n{summary}{''.join(chapters)}"


def _sorted(detections: Iterable[Detection]) -> list[Detection]:
    """By chapter, in the order of the catalogue."""
    order = [*dict.fromkeys(each.chapter for each in load_catalogue())]
    return sorted(detections, key=lambda each: order.index(_chapter(each)))


def _chapter(detection: Detection) -> str:
    return load_catalogue()[detection.broken.requirement].chapter


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _summary(chapter: str, detections: Sequence[Detection]) -> tuple[str, ...]:
    scenarios = {who for each in detections for who in each.caught_by}
    blamed = sum(bool(each.collateral) for each in detections)
    return (
        f"[{chapter.capitalize()}](#{chapter})",
        str(len(detections)),
        str(sum(each.caught for each in detections)),
        str(len(scenarios)),
        str(sum(each.others for each in detections)),
        str(blamed or "none"),
    )


def _row(detection: Detection) -> tuple[str, ...]:
    broken = detection.broken
    return (
        f"`{broken.name}`: {broken.sentence}",
        broken.requirement,
        "yes" if detection.caught else "**no**",
        "<br>".join(map(_escape, detection.caught_by)) or "nobody",
        f"{detection.others}" + (f" of {detection.able}" if detection.able is not None else ""),
        _collateral(detection),
    )


def _collateral(detection: Detection) -> str:
    reported = "<br>".join(sorted({id_ for id_, _ in detection.collateral}))
    return reported or ("none" if detection.others or detection.able == 0 else "not looked for")


def _escape(text: str) -> str:
    return text.replace("|", "\\|")
