"""The verdict laws: what was not observed is never compliant, and the worst end decides."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sspr.events import Outcome, ScenarioFinished, ScenarioRecord
from sspr.verdict import UNSEEN, Verdict, deciding, exit_code, explained, overall, verdict_of

outcomes = st.lists(st.sampled_from(get_args(Outcome)), max_size=6)


def ended(outcome: Outcome, reason: str = "") -> ScenarioFinished:
    """A scenario that came to ``outcome``."""
    scenario = ScenarioRecord(id="a", name="A", feature="F", uri="a.feature")
    return ScenarioFinished(scenario=scenario, outcome=outcome, reason=reason)


@given(outcomes=outcomes, missing=st.integers(0, 3))
def test_compliant_means_observed_and_nothing_else(outcomes: list[Outcome], missing: int) -> None:
    """Compliant needs a pass, every planned scenario, and no other end but not applicable."""
    verdict, _ = verdict_of(len(outcomes) + missing, [ended(each) for each in outcomes])
    good = "passed" in outcomes and set(outcomes) <= {"passed", "not-applicable"} and not missing
    assert (verdict is Verdict.COMPLIANT) == good


@given(outcomes=outcomes)
def test_one_deviation_decides(outcomes: list[Outcome]) -> None:
    """A requirement deviates exactly when a scenario of it saw a deviation."""
    verdict, _ = verdict_of(len(outcomes), [ended(each) for each in outcomes])
    assert (verdict is Verdict.DEVIATION) == ("deviation" in outcomes)


@given(outcomes=outcomes, seed=st.randoms())
def test_order_does_not_matter(outcomes: list[Outcome], seed: object) -> None:
    """Scenarios may finish in any order."""
    shuffled = list(outcomes)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out a Random
    one, _ = verdict_of(len(outcomes), [ended(each) for each in outcomes])
    other, _ = verdict_of(len(outcomes), [ended(each) for each in shuffled])
    assert one is other


def test_an_interrupted_run_is_inconclusive() -> None:
    """What a run planned but did not reach is inconclusive, with the reason."""
    assert verdict_of(1, []) == (Verdict.INCONCLUSIVE, UNSEEN)
    assert verdict_of(2, [ended("passed")]) == (Verdict.INCONCLUSIVE, UNSEEN)


def test_the_reason_is_that_of_the_worst_scenario() -> None:
    """The reason belongs to the scenario that decides, a harness failure saying so."""
    ends = [ended("passed"), ended("inconclusive", "no captcha"), ended("error", "boom")]
    assert verdict_of(3, ends) == (Verdict.INCONCLUSIVE, "The harness failed: boom")
    assert deciding(ends) is ends[2]


@given(verdicts=st.lists(st.sampled_from(Verdict), max_size=6))
def test_a_run_is_as_good_as_its_worst_requirement(verdicts: list[Verdict]) -> None:
    """A run is compliant only if something was and nothing was worse."""
    run = overall(verdicts)
    assert (run is Verdict.DEVIATION) == (Verdict.DEVIATION in verdicts)
    assert run is not Verdict.COMPLIANT or not {Verdict.DEVIATION, Verdict.INCONCLUSIVE} & {
        *verdicts
    }
    assert verdicts or run is Verdict.INCONCLUSIVE


@pytest.mark.parametrize(
    ("verdict", "failed", "code"),
    [
        (Verdict.COMPLIANT, False, 0),
        (Verdict.NOT_APPLICABLE, False, 0),
        (Verdict.WAIVED, False, 0),
        (Verdict.DEVIATION, False, 1),
        (Verdict.DEVIATION, True, 1),
        (Verdict.INCONCLUSIVE, False, 3),
        (Verdict.INCONCLUSIVE, True, 4),
        (Verdict.COMPLIANT, True, 4),
    ],
)
def test_exit_codes(verdict: Verdict, failed: bool, code: int) -> None:  # noqa: FBT001 - a table
    """The exit code follows the verdict; a failure of the harness shows unless one deviates."""
    assert exit_code(verdict, harness_failed=failed) == code


def test_what_follows_from_another_deviation_is_inconclusive_and_says_from_which() -> None:
    """Only a deviation can follow from one, and only where what it takes for granted deviates."""
    verdict, reason = explained(Verdict.DEVIATION, "It signed in.", ["RST-04"])
    assert verdict is Verdict.INCONCLUSIVE
    assert reason.startswith("It signed in. It takes RST-04 for granted")
    assert explained(Verdict.DEVIATION, "It.", []) == (Verdict.DEVIATION, "It.")
    assert explained(Verdict.COMPLIANT, "", ["RST-04"]) == (Verdict.COMPLIANT, "")
