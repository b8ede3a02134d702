"""What is printed at the end of a run: the verdict, what is violated, where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reports.summary import Finding, Summary


def closing_lines(summary: Summary, folder: Path, allure: Path | str) -> Iterator[str]:
    """
    The lines, in the order in which they matter.

    Args:
        summary: What was found.
        folder: The folder of the run.
        allure: Where Allure's report is, or why there is none.
    """
    for finding in summary.violated:
        yield from _violation(finding)
    for finding in summary.inconclusive:
        yield f"not verified  {finding.id}  {finding.statement}  {finding.reason}"
    for failure in summary.harness_failures:
        yield f"harness failure  {failure}"
    for path in summary.leaked:
        yield f"removed because it held a secret  {path}"
    if summary.drift:
        yield f"drift (declared is not what is configured)  {', '.join(summary.drift)}"
    yield ""
    yield f"Verdict: {summary.verdict}  ({_counts(summary.counts)})"
    yield f"Report:  {folder / 'compliance.html'}"
    yield f"Steps:   {allure}"


def print_closing(summary: Summary, folder: Path, allure: Path | str) -> None:
    """Print the lines."""
    for line in closing_lines(summary, folder, allure):
        click.echo(line)


def _violation(finding: Finding) -> Iterator[str]:
    yield ""
    yield f"VIOLATED  {finding.id}  {finding.statement}"
    if finding.expected:
        yield f"  expected  {finding.expected}"
    yield f"  observed  {finding.observed}"
    if finding.setting:
        yield f"  setting   {finding.setting}  {finding.setting_page}".rstrip()


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {verdict}" for verdict, number in counts.items() if number)
