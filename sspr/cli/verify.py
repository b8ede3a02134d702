"""``sspr verify``: whether results are still what the run wrote."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sspr.cli.results_folder import LATEST, RESULTS


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path), default=RESULTS / LATEST)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(folder: Path, *, as_json: bool) -> int:
    """
    Check that the results in FOLDER are still what the run wrote.

    The journal is held against itself, the evidence against the journal, the report against both
    and every file against the manifest. FOLDER is results/latest unless named. It ends with 1
    where something was changed.
    """
    from reports.verify import problems

    found = problems(folder)
    if as_json:
        click.echo(json.dumps({"folder": str(folder), "problems": found}, indent=2))
    else:
        click.echo("\n".join(found) or f"{folder}: nothing was changed since the run.")
    return 1 if found else 0
