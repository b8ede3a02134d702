"""Whether a process of a run carries out scenarios, or only leads the workers that do."""

from __future__ import annotations

import os

LEADS = "SSPR_LEADS"
"""Set where workers carry out the scenarios; they inherit it."""

_WORKER = "PYTEST_XDIST_WORKER"


def only_leads() -> bool:
    """Whether this process leads workers; it then starts without what a scenario takes."""
    return LEADS in os.environ and _WORKER not in os.environ
