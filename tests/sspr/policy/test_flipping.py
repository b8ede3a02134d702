"""A flipped policy is legal and differs in one key."""

from __future__ import annotations

from pathlib import Path

from sspr.policy import load_policy
from sspr.policy.flipping import FLIPPED, flips
from sspr.requirements import policy_keys

TUTORIAL = load_policy(Path(__file__).parents[3] / "policies" / "tutorial.toml")


def _differences(
    one: dict[str, dict[str, object]], other: dict[str, dict[str, object]]
) -> set[str]:
    return {
        f"{section}.{key}"
        for section, values in one.items()
        for key, value in values.items()
        if other[section][key] != value
    }


def test_a_flip_changes_its_key_alone() -> None:
    """Nothing else differs, but that a group is named where only a group is enabled."""
    for flip in flips(TUTORIAL):
        found = _differences(TUTORIAL.model_dump(), flip.policy.model_dump())
        assert flip.key in found
        assert found - {flip.key} <= {"enablement.group"}
        if flip.key != "enablement.enabled":
            assert found == {flip.key}


def test_every_key_of_a_policy_is_flipped() -> None:
    """All but the emulator's day, which declares nothing about a tenant."""
    assert {*FLIPPED, "tenant.service_date"} == set(policy_keys())
    assert {each.key for each in flips(TUTORIAL)} == set(FLIPPED)
