"""What holds of settings that were other ones for a while."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.reversals import in_force
from sspr.policy import Policy

FIRST = Policy.model_validate({"enablement": {"enabled": "all"}})
NONE = Policy.model_validate({"enablement": {"enabled": "none"}})


@given(st.lists(st.sampled_from([FIRST, NONE])))
def test_what_was_saved_last_holds(former: list[Policy]) -> None:
    """Without a deviation nothing that was saved before matters."""
    assert in_force(FIRST, former, STRAIGHT) == FIRST


def test_a_deviation_keeps_what_was_in_between() -> None:
    """What is set back stays as it was in between."""
    held = in_force(FIRST, [FIRST, NONE], Bent.of("none-never-ends"))
    assert held.enablement.enabled == "none"


def test_a_deviation_changes_nothing_at_first() -> None:
    """What is set for the first time holds, whatever held before."""
    assert in_force(FIRST, [NONE], Bent.of("none-never-ends")) == FIRST
