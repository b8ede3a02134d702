"""Making every report of a run from its journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reports.compliance import compliance
from reports.junit import junit
from reports.ledger import read_ledger
from reports.manifest import write_manifest
from reports.page import page
from reports.spreadsheet import spreadsheet
from reports.summary import Summary
from sspr.requirements import load_catalogue

if TYPE_CHECKING:
    from pathlib import Path


def build(results: Path) -> Summary:
    """
    Make every report of a run, finished or interrupted, from its journal alone.

    The same journal gives the same reports, so they can be made again at any time.

    Raises:
        UsageError: The folder holds no journal, or one that was changed.
    """
    ledger = read_ledger(results)
    document = compliance(ledger, load_catalogue())
    text = json.dumps(document, indent=2, ensure_ascii=False)
    (results / "compliance.json").write_text(text + "\n", "utf-8")
    (results / "compliance.html").write_text(page(document, results), "utf-8")
    (results / "compliance.csv").write_bytes(b"\xef\xbb\xbf" + spreadsheet(document).encode())
    (results / "junit.xml").write_bytes(junit(ledger))
    write_manifest(results)
    return Summary.of(document)
