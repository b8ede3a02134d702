"""Reading ``policy.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sspr.policy.model import Policy
from sspr.toml_file import Kind, read_toml

if TYPE_CHECKING:
    from pathlib import Path

_KIND = Kind(
    "policy",
    "name one with --policy, such as policies/tutorial.toml",
    nouns={"allowed": "method", "migration_state": "migration state"},
)


def load_policy(path: Path) -> Policy:
    """
    Read and check a policy file.

    Raises:
        UsageError: The file is missing, is no TOML, has an unknown key or a value out of range.
    """
    return read_toml(path, Policy, _KIND)
