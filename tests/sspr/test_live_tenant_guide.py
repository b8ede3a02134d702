"""What the guide to a live tenant says, against what the code reads and asks for."""

from __future__ import annotations

import re
from pathlib import Path

from emulator.identity.consent import GRANTED
from sspr.tenant_file import load_tenant

GUIDE = (Path(__file__).parents[2] / "docs" / "live-tenant.md").read_text("utf-8")


def test_the_guide_names_the_permissions_that_a_run_has() -> None:
    """The scenarios run with these permissions of Graph, no more and no fewer."""
    rows = "".join(line for line in GUIDE.splitlines() if line.startswith("   | `"))
    assert set(re.findall(r"`([\w-]+(?:\.\w+)+)`", rows)) == GRANTED


def test_the_file_of_the_guide_can_be_read(tmp_path: Path) -> None:
    """Copied as it stands, with its variables set, it describes a tenant."""
    file = tmp_path / "tenant.toml"
    file.write_text(GUIDE.split("```toml\n")[1].split("```")[0], "utf-8")
    variables = dict.fromkeys(re.findall(r'_variable = "(\w+)"', GUIDE), "hidden")
    tenant = load_tenant(file, variables)
    assert (tenant.organization, tenant.live) == ("Contoso", True)
    assert tenant.capabilities.has("text")
