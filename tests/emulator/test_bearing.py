"""Which deviations bear on what happens: those that would have changed a rule's answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.bearing import Watched, asked_twice
from emulator.deviations import NAMES, STRAIGHT, Bent
from emulator.rules.decision import decide
from sspr.embedded import Embedded
from tests.emulator.rules.worlds import accounts, worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from emulator.rules.account import Account, Conditions

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"
twice = asked_twice(decide)


@given(accounts(), worlds(), st.sampled_from(sorted(NAMES)))
def test_what_changes_an_answer_bears(account: Account, world: Conditions, name: str) -> None:
    """A deviation is noted where it would change the rule's answer, and nowhere else."""
    watched = Watched.over(STRAIGHT)
    straight = twice(account, replace(world, bent=watched))
    changed = decide(account, replace(world, bent=Bent.of(name))) != straight
    assert (name in watched.noted) is changed


@given(accounts(), worlds(), st.sampled_from(sorted(NAMES)))
def test_being_watched_changes_no_answer(account: Account, world: Conditions, name: str) -> None:
    """What a rule answers does not depend on whether somebody notes what it asks for."""
    bent = Bent.of(name)
    watched = replace(world, bent=Watched.over(bent))
    assert twice(account, watched) == decide(account, replace(world, bent=bent))


def _failing(bent: Bent) -> int:
    if "none-ignored" in bent:
        raise ValueError("ignored")
    return len(bent)


def _yielding(steps: Iterable[int], bent: Bent) -> Iterator[int]:
    yield from steps
    if "none-ignored" in bent:
        yield 0


def test_an_error_is_an_answer_too() -> None:
    """A deviation that would make a rule raise is noted, and one that is on lets it raise."""
    watched = Watched.over(STRAIGHT)
    assert asked_twice(_failing)(watched) == 0
    assert watched.noted == {"none-ignored"}
    with pytest.raises(ValueError, match="ignored"):
        asked_twice(_failing)(Watched.over(Bent.of("none-ignored")))


def test_what_yields_is_still_there_for_its_caller() -> None:
    """A rule that takes or gives an iterator can be asked again without using it up."""
    watched = Watched.over(STRAIGHT)
    assert [*asked_twice(_yielding)(iter([1, 2]), watched)] == [1, 2]
    assert watched.noted == {"none-ignored"}


def test_outside_of_a_rule_whatever_is_asked_for_bears() -> None:
    """What an action asks for is noted at once, since an action cannot be tried."""
    watched = Watched.over(STRAIGHT)
    assert "code-ends-early" not in watched
    assert watched.noted == {"code-ends-early"}


def test_a_case_that_is_not_met_bears_on_nothing() -> None:
    """Of several cases only those that are met are noted, however they are told."""
    watched = Watched.over(STRAIGHT)
    cases = {"code-ends-early": lambda: False, "code-ends-late": lambda: True}
    assert not watched.meets({"old-text-accepted": False, **cases})
    assert watched.noted == {"code-ends-late"}


@pytest.fixture(scope="module")
def watched() -> Iterator[Embedded]:
    """An emulator that notes which deviations bear."""
    embedded = Embedded.start(POLICY, watched=True)
    yield embedded
    embedded.stop()


def _sign_in_page(embedded: Embedded) -> None:
    with httpx.Client(transport=embedded.route.httpx_sync_transport(), trust_env=False) as client:
        client.get("https://passwordreset.microsoftonline.com/").raise_for_status()


def test_a_watched_emulator_tells_what_bore(watched: Embedded) -> None:
    """A page that a deviation would change lets it be told, until the tenant is made anew."""
    _sign_in_page(watched)
    told = watched.control.bearing()
    assert "support-code-missing" in told
    assert told < NAMES
    watched.reset()
    assert "support-code-missing" not in watched.control.bearing()


def test_deviations_that_are_switched_later_are_watched_too(watched: Embedded) -> None:
    """Switching deviations on does not end the watching."""
    watched.reset()
    watched.control.set_deviations(["none-ignored"])
    _sign_in_page(watched)
    assert watched.control.bearing()
    watched.control.set_deviations([])


def test_an_emulator_that_is_not_watched_tells_nothing(embedded: Embedded) -> None:
    """Without the option nothing is noted, which would cost time."""
    _sign_in_page(embedded)
    assert not embedded.control.bearing()
