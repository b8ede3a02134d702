"""``sspr requirements``: what is checked, with sources and controls."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sspr.requirements import Requirement


@click.command("requirements")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(*, as_json: bool) -> None:
    """
    List what is checked: every requirement with its sources and the controls it proves.

    Sources are the numbered statements of Microsoft's documentation that a requirement follows
    from; the documents themselves stand in the JSON.
    """
    from sspr.requirements import load_catalogue

    catalogue = load_catalogue()
    if as_json:
        click.echo(json.dumps(catalogue.as_json(), indent=2, ensure_ascii=False))
        return
    for chapter, requirements in groupby(catalogue, key=lambda each: each.chapter):
        click.secho(f"\n{chapter}", bold=True)
        for requirement in requirements:
            click.echo("\n".join(_lines(requirement)))


def _lines(requirement: Requirement) -> Iterator[str]:
    yield f"  {requirement.id}  {requirement.statement}"
    yield f"          {requirement.severity}; follows from {', '.join(requirement.sources)}"
    if requirement.since or requirement.until:
        since, until = requirement.since or "ever", requirement.until or "now"
        yield f"          holds from {since} until {until}"
    if requirement.controls:
        yield f"          proves {'; '.join(map(str, requirement.controls))}"
