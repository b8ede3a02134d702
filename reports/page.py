"""``compliance.html``: one file for auditors that loads nothing, with thumbnails inside."""

from __future__ import annotations

import base64
import io
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from PIL import Image, UnidentifiedImageError

from reports.picture import bars, ring
from sspr.requirements import people
from sspr.settings import place_of, spelled

if TYPE_CHECKING:
    from pathlib import Path

_THUMBNAIL_WIDTH = 340
_ALL_UP_TO = 120
_WORST_FIRST = ("deviation", "inconclusive", "waived")
_WORDS = {
    "compliant": "Compliant",
    "deviation": "Deviation",
    "inconclusive": "Inconclusive",
    "not applicable": "Not applicable",
    "waived": "Waived",
}


def page(document: dict[str, Any], results: Path) -> str:
    """The page; evidence is linked relative to ``results``, where the file belongs."""
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"seconds": _seconds, "slug": _slug}
    environment.filters |= {"setting": spelled, "people": people}
    environment.globals["titles"] = {
        piece["path"]: piece["title"]
        for requirement in document["requirements"]
        for piece in requirement["evidence"]
    }
    environment.globals["thumbnails"] = _thumbnails(document["requirements"], results)
    template = environment.get_template("compliance.html")
    return template.render(
        document=document,
        words=_WORDS,
        ring=ring(document["counts"]),
        bars=bars(document["requirements"]),
        chapters=[
            (name, [*each])
            for name, each in groupby(document["requirements"], key=lambda each: each["chapter"])
        ],
        attention=_attention(document["requirements"]),
        drifted=_drifted(document["requirements"]),
        frameworks=_frameworks(document["requirements"]),
    )


def _attention(requirements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What deviates, could not be seen, was waived or drifts, the worst first."""
    wanted = [*_WORST_FIRST, "compliant"]
    chosen = [each for each in requirements if each["verdict"] in _WORST_FIRST or each["drift"]]
    chosen = [each for each in chosen if each["verdict"] in wanted]
    return sorted(chosen, key=lambda each: wanted.index(each["verdict"]))


def _drifted(requirements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The settings that are not as declared, each with the requirements that it decides."""
    found: dict[str, list[dict[str, Any]]] = {}
    for requirement in requirements:
        for key in requirement["drift"]:
            found.setdefault(key, []).append(requirement)
    return [
        {
            "key": key,
            "declared": decided[0]["declared"].get(key),
            "configured": decided[0]["configured"][key],
            "page": place_of(key),
            "requirements": decided,
        }
        for key, decided in sorted(found.items())
    ]


def _frameworks(requirements: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """For each framework and version its controls, in order, each with who bears on it."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for requirement in requirements:
        for control in requirement["controls"]:
            name = f"{control['framework']} {control['version']}"
            found.setdefault(name, {}).setdefault(control["id"], []).append(requirement)
    return {
        name: [{"id": id_, "requirements": controls[id_]} for id_ in sorted(controls, key=_natural)]
        for name, controls in sorted(found.items())
    }


def _thumbnails(requirements: list[dict[str, Any]], results: Path) -> dict[str, str]:
    """The small pictures by the path of the large ones."""
    paths = sorted(pictured(requirements))
    with ThreadPoolExecutor() as pool:
        small = pool.map(lambda path: _thumbnail(results / path), paths)
        return {path: data for path, data in zip(paths, small, strict=True) if data}


def pictured(requirements: list[dict[str, Any]]) -> set[str]:
    """
    The paths of the screenshots to show small.

    Where there are too many to look at, these are what scenarios ended with, and all of those
    that did not pass.
    """
    scenarios = {each["id"]: each for every in requirements for each in every["scenarios"]}
    screens: dict[str, list[str]] = {id_: [] for id_ in scenarios}
    for piece in (piece for every in requirements for piece in every["evidence"]):
        if piece["kind"] == "screenshot" and piece["path"] not in screens[piece["scenario"]]:
            screens[piece["scenario"]].append(piece["path"])
    if sum(map(len, screens.values())) <= _ALL_UP_TO:
        return {path for paths in screens.values() for path in paths}
    passed = {id_ for id_, each in scenarios.items() if each["outcome"] == "passed"}
    return {path for id_, paths in screens.items() for path in paths[-1 if id_ in passed else 0 :]}


def _natural(id_: str) -> list[tuple[int, str]]:
    """Sorts 2.9 before 2.10."""
    return [(int(part or 0), text) for text, part in re.findall(r"(\D*)(\d*)", id_)]


def _thumbnail(path: Path) -> str:
    """A small picture as a data URI; empty where there is none to show."""
    try:
        with Image.open(path) as picture:
            small = picture.reduce(max(1, picture.width // _THUMBNAIL_WIDTH)).convert("RGB")
    except (OSError, UnidentifiedImageError):
        return ""
    data = io.BytesIO()
    small.save(data, "JPEG", quality=72, optimize=True)
    return f"data:image/jpeg;base64,{base64.b64encode(data.getvalue()).decode()}"


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f} s"


def _slug(text: str) -> str:
    return text.replace(" ", "-")
