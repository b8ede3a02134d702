"""An unlock that comes to nothing counts against its own promise, and only if nothing hindered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from pages.journeys.reset_story import Ending, ResetStory
from pages.proof import Proof
from sspr.errors import Deviation, Inconclusive
from sspr.policy import load_policy
from steps.on_premises.unlocking import came_to_nothing

if TYPE_CHECKING:
    from steps.cast.stage import Stage

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
POLICY = load_policy(Path(__file__).parents[2] / "policies" / "hybrid.toml")
VERIFIED = ResetStory(
    NOW,
    ending=Ending.ADMITTED,
    asked_why=True,
    passed=(Proof.EMAIL, Proof.TEXT)[: POLICY.methods.required_to_reset],
)


def _stage(*promises: str) -> Stage:
    return cast("Stage", SimpleNamespace(policy=POLICY, promises=frozenset(promises)))


def test_a_failed_unlock_counts_where_it_is_promised() -> None:
    """Whoever passed every step is unlocked: what promises it says so, the rest could not see."""
    with pytest.raises(Deviation, match="unlocked"):
        came_to_nothing(_stage("unlock"), VERIFIED)
    with pytest.raises(Inconclusive, match="UNL-10"):
        came_to_nothing(_stage(), VERIFIED)


def test_an_unlock_that_is_refused_on_premises_had_every_step() -> None:
    """Only after the last step is the on-premises directory asked, so none can be missing."""
    refused = replace(VERIFIED, passed=(), ending=Ending.BLOCKED, code="SSPR_0029")
    with pytest.raises(Deviation, match="SSPR_0029"):
        came_to_nothing(_stage("unlock"), refused)


@pytest.mark.parametrize(
    ("story", "owner"),
    [
        (replace(VERIFIED, asked_why=False), "UNL-01"),
        (replace(VERIFIED, passed=()), "UNL-07"),
        (replace(VERIFIED, ending=Ending.BLOCKED, code="SSPR_0013"), "ENA-01"),
    ],
)
def test_what_stood_in_the_way_is_another_promise(story: ResetStory, owner: str) -> None:
    """Where nobody asked, nothing was verified or nobody was let in, there was no unlock to see."""
    with pytest.raises(Inconclusive, match=owner):
        came_to_nothing(_stage("unlock"), story)
