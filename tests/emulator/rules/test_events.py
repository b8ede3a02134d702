"""What the page *Registration and reset events* tells."""

from __future__ import annotations

import pytest

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.events import (
    PERIODS,
    REGISTERED,
    Feature,
    days_back,
    is_told,
    is_told_failed,
    method_used,
)
from emulator.rules.options import Option
from emulator.rules.registration import Kind

DOCUMENTED = {
    *("App notification", "App code", "Phone Call", "Office Call", "Alternate Mobile Call"),
    *("SMS", "Email", "Security questions"),
}


def test_every_method_bears_a_documented_name() -> None:
    """Whatever is registered or used has one of the names of J18, and no two ways share one."""
    used = [method_used(option, STRAIGHT) for option in Option]
    assert {*REGISTERED} == {*Kind}
    assert {*REGISTERED.values(), *used} == DOCUMENTED
    assert len(set(used)) == len(used)


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("registration-event-missing", Feature.REGISTRATION),
        ("reset-event-missing", Feature.RESET),
    ],
)
def test_registering_and_resetting_are_told(name: str, feature: Feature) -> None:
    """Both are told, and a deviation keeps silent about its own alone."""
    for each in Feature:
        assert is_told(each, STRAIGHT)
        assert is_told(each, Bent.of(name)) is (each is not feature)


def test_a_proof_is_told_as_it_ended() -> None:
    """Passed is a success and refused a failure, unless the rule is bent."""
    assert not is_told_failed(STRAIGHT, passed=True)
    assert is_told_failed(STRAIGHT, passed=False)
    assert not is_told_failed(Bent.of("failed-event-as-success"), passed=False)
    assert method_used(Option.EMAIL, Bent.of("reset-event-misnames-method")) == "Phone Call"
    app = Bent.of("app-event-told-as-notification")
    assert method_used(Option.CODE, app) == "App notification"
    assert method_used(Option.EMAIL, app) == "Email"


@pytest.mark.parametrize(
    ("name", "option", "told"),
    [
        ("call-event-told-as-text", Option.CALL, "SMS"),
        ("notification-event-told-as-app-code", Option.PUSH, "App code"),
    ],
)
def test_one_option_may_be_misnamed(name: str, option: Option, told: str) -> None:
    """Under the deviation the others keep their names."""
    assert method_used(option, Bent.of(name)) == told
    others = [each for each in Option if each is not option]
    assert all(method_used(each, Bent.of(name)) == method_used(each, STRAIGHT) for each in others)


@pytest.mark.parametrize(
    ("name", "looks_back"),
    [
        ("events-of-a-day-alone", (1, 1, 1)),
        ("events-of-a-week-at-least", (7, 7, 30)),
        ("events-of-a-week-at-most", (1, 7, 7)),
        ("events-of-a-month-at-least", (1, 30, 30)),
    ],
)
def test_the_page_looks_back_as_far_as_is_asked(name: str, looks_back: tuple[int, ...]) -> None:
    """The three periods are kept but for what a deviation makes of them."""
    assert [days_back(each, STRAIGHT) for each in PERIODS] == [*PERIODS]
    assert tuple(days_back(each, Bent.of(name)) for each in PERIODS) == looks_back
