"""
The Allure report: one HTML file that opens from disk and makes no request to anywhere.

Allure 3 in several files fetches its data, which browsers refuse under ``file://``, so one file
it is. Allure puts an analytics script into each report whatever its settings say; it is taken
out, and a content security policy keeps everything else at home, attached mails included.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from reports.manifest import write_manifest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = "Self-service password reset"
_ANALYTICS = re.compile(
    r"<script[^>]*\bsrc=\"https?://[^\"]*\"[^>]*>\s*</script>\s*"
    r"(?:<script>(?:(?!</script>).)*\bgtag\((?:(?!</script>).)*</script>)?",
    re.DOTALL,
)
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src data: blob: '
    "'unsafe-inline' 'unsafe-eval'; form-action 'none'\">"
)
_SECONDS = 120


class AllureFailed(Exception):  # noqa: N818 - reads as what happened
    """The report could not be made; the text says why."""


def generate(results: Path, command: Sequence[str]) -> Path:
    """
    Make ``allure-report/index.html`` from ``allure-results``.

    Args:
        results: The folder of the run.
        command: What starts Allure, such as node and the path of its ``cli.js``.

    Raises:
        AllureFailed: Allure is not there, failed, or made a report that calls home.
    """
    results = results.resolve()  # Allure is started in there
    folder = results / "allure-report"
    source = str(results / "allure-results")
    options = ["--single-file", "--report-name", NAME, "--report-language", "en"]
    _run([*command, "awesome", source, "--output", str(folder), *options], results)
    index = folder / "index.html"
    if not index.is_file():
        raise AllureFailed("Allure made no report.")
    index.write_text(keep_at_home(index.read_text("utf-8")), "utf-8")
    write_manifest(results)
    return index


def keep_at_home(page: str) -> str:
    """
    The page without scripts from elsewhere, and with a policy that allows none.

    Raises:
        AllureFailed: Something is left that would be loaded from elsewhere.
    """
    page = _ANALYTICS.sub("", page).replace("<head>", f"<head>{_POLICY}", 1)
    if re.search(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"https?:", page):
        raise AllureFailed("Allure's report would load something from elsewhere.")
    if _POLICY not in page:
        raise AllureFailed("Allure's report has no head to put a content security policy into.")
    return page


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - the command that the bootstrap found
            command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AllureFailed(f"Allure could not be started: {error}") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise AllureFailed(f"Allure failed: {said[-1]}")
