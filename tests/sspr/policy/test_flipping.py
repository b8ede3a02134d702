"""A flipped policy is legal and differs in one key."""

from __future__ import annotations

from pathlib import Path

from sspr.policy import load_policy
from sspr.policy.flipping import FLIPPED, flips
from sspr.requirements import policy_keys

POLICIES = Path(__file__).parents[3] / "policies"
TUTORIAL = load_policy(POLICIES / "tutorial.toml")
MEANINGLESS = {
    "methods.questions_to_register",
    "methods.questions_to_reset",
    "writeback.unlock_without_reset",
}


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
    flipped = {each.key for path in POLICIES.glob("*.toml") for each in flips(load_policy(path))}
    assert flipped == set(FLIPPED)


def test_what_means_nothing_is_not_flipped() -> None:
    """Numbers of questions say nothing without questions, nor unlocking without writeback."""
    assert {each.key for each in flips(TUTORIAL)} == set(FLIPPED) - MEANINGLESS
