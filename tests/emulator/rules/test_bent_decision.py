"""What the deviations do to the portal's decision about an account, and that others do nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import emulator.rules
from emulator.deviations import NAMES, Bent
from emulator.rules.decision import decide
from tests.emulator.rules.bent_decisions import BENT_DECISIONS
from tests.emulator.rules.worlds import (
    accounts,
    worlds,
)

if TYPE_CHECKING:
    from emulator.rules.account import Account, Conditions

DECIDING = ["decision", "enablement", "gates", "methods", "migration", "options"]
# Asked when a decision has been taken, or of what Graph tells.
LATER = frozenset(
    {
        "protected-account-resets",
        "refusal-on-premises-ignored",
        "same-method-twice",
        "text-then-call",
        "second-step-missing",
        "unlock-by-one-step",
        "further-resets-take-one-step",
        "second-step-offers-everything",
        "migration-state-misread",
        "migration-state-stuck",
    }
)


@pytest.mark.parametrize(("name", "account", "world"), BENT_DECISIONS)
def test_each_deviation_changes_its_decision(
    name: str, account: Account, world: Conditions
) -> None:
    """What a deviation names is decided otherwise once it is switched on."""
    assert decide(account, world) != decide(account, replace(world, bent=Bent.of(name)))


@pytest.fixture(scope="module")
def asked() -> frozenset[str]:
    """The deviations that the rules behind a decision ask for."""
    home = Path(emulator.rules.__path__[0])
    code = "".join((home / f"{name}.py").read_text("utf-8") for name in DECIDING)
    return frozenset(name for name in NAMES if f'"{name}"' in code) - LATER


def test_no_deviation_of_a_decision_is_left_out(asked: frozenset[str]) -> None:
    """Every deviation that the rules behind a decision ask for is tried above."""
    assert {name for name, _, _ in BENT_DECISIONS} == asked


@given(accounts(), worlds(), st.data())
def test_other_deviations_leave_decisions_alone(
    asked: frozenset[str], account: Account, world: Conditions, data: st.DataObject
) -> None:
    """A deviation of another rule changes no decision about an account."""
    names = data.draw(st.sets(st.sampled_from(sorted(NAMES - asked))))
    assert decide(account, replace(world, bent=Bent.of(*names))) == decide(account, world)
