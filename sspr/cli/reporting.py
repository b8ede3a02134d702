"""Making the reports of a run, Allure's beside our own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sspr.bootstrap.tools import ToolFailed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reports.summary import Summary


def prepare_allure() -> list[str] | str:
    """The words that start Allure, or why it cannot be had; a run does without it."""
    from sspr.bootstrap.allure import ensure_allure

    try:
        return ensure_allure()
    except ToolFailed as failure:
        return f"no Allure report: {failure}"


def make_reports(folder: Path, allure: Sequence[str] | str) -> tuple[Summary, Path | str]:
    """The summary of a run, and Allure's report or the reason why there is none."""
    from reports import build
    from reports.manifest import write_manifest

    with ThreadPoolExecutor(max_workers=1) as beside:
        page = beside.submit(_allure_page, folder, allure)
        summary = build(folder)
        answer = page.result()
    # Each of the two wrote it while the other was still at work.
    write_manifest(folder)
    return summary, answer


def _allure_page(folder: Path, allure: Sequence[str] | str) -> Path | str:
    from reports.allure import AllureFailed, generate

    if isinstance(allure, str):
        return allure
    try:
        return folder / generate(folder.absolute(), allure).relative_to(folder.absolute())
    except AllureFailed as failure:
        return f"no Allure report: {failure}"
