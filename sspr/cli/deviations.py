"""``sspr deviations``: the ways in which the emulator can misbehave."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from sspr.cli import detection


@click.group("deviations")
def command() -> None:
    """
    Show how the emulator can be made to misbehave.

    Each deviation breaks one requirement on purpose. A run with --deviate proves that the harness
    notices.
    """


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def list_(*, as_json: bool) -> None:
    """List the deviations: name, requirement, and what then happens."""
    from emulator.deviations import DEVIATIONS

    if as_json:
        document = {"deviations": [asdict(spec) for spec in DEVIATIONS]}
        click.echo(json.dumps(document, indent=2, ensure_ascii=False, default=str))
        return
    width = max(len(spec.name) for spec in DEVIATIONS)
    for spec in DEVIATIONS:
        click.echo(f"{spec.name:<{width}}  {spec.requirement}  {spec.sentence}")


command.add_command(detection.command)
