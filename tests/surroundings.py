"""The environment in which tests start commands."""

from __future__ import annotations

import os


def surroundings(**more: str) -> dict[str, str]:
    """
    The environment as a person has it, and ``more``.

    What the workers of these tests put there is left out: a run that it reached would take itself
    for a worker.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return {**own, **more}
