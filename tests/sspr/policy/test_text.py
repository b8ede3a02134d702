"""A policy that was written down is read as the same one."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from sspr.policy import load_policy
from sspr.policy.drawing import draw_policies
from sspr.policy.text import as_toml

SHIPPED = sorted((Path(__file__).parents[3] / "policies").glob("*.toml"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_shipped_policy_comes_back(file: Path, tmp_path: Path) -> None:
    """Every shipped file is a good policy, and written anew it says the same."""
    policy, copy = load_policy(file), tmp_path / "copy.toml"
    copy.write_text(as_toml(policy), encoding="utf-8")
    assert load_policy(copy) == policy


def test_drawn_policies_come_back(tmp_path: Path) -> None:
    """So do drawn ones, whatever letters the organisation's name has."""
    for policy in islice(draw_policies(2), 20):
        file = tmp_path / "policy.toml"
        file.write_text(as_toml(policy), encoding="utf-8")
        assert load_policy(file) == policy
