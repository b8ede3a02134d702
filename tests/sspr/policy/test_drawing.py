"""Drawn policies are legal, repeatable, and soon hold every two values together."""

from __future__ import annotations

from itertools import islice

from sspr.policy.drawing import AXES, draw_policies, pairs_of, policy_of, values_of
from sspr.policy.model import Policy

PAIRS_OF_ALL = 200
ENOUGH = 60


def test_every_two_values_meet_within_the_first_draws() -> None:
    """What two hundred draws bring together has met in the first sixty."""
    drawn = [pairs_of(values_of(each)) for each in islice(draw_policies(7), PAIRS_OF_ALL)]
    assert set().union(*drawn[:ENOUGH]) == set().union(*drawn)


def test_only_what_the_portal_refuses_never_meets() -> None:
    """Every single value of every setting is drawn."""
    drawn = [values_of(each) for each in islice(draw_policies(7), ENOUGH)]
    for axis, choices in AXES.items():
        assert {values[axis] for values in drawn} == set(choices), axis


def test_a_seed_draws_the_same_policies_again() -> None:
    """A number found in a table finds the same policy on another day; another number does not."""
    first, again, other = (list(islice(draw_policies(seed), 5)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_a_policy_is_what_its_values_say() -> None:
    """Values and policy are two ways to write the same thing, and each draw is legal."""
    for policy in islice(draw_policies(1), 20):
        assert policy_of(values_of(policy)) == policy
        assert Policy.model_validate(policy.model_dump()) == policy
