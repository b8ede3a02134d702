"""What a person registers on the way to a method is what the wizard asks for, under any policy."""

from __future__ import annotations

import datetime as dt
from itertools import chain, combinations, product
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from pydantic import ValidationError

from emulator.rules.offering import alternatives, plan
from emulator.rules.registration import Duty, Kind, kinds_of
from sspr.policy import Method, Policy
from steps.cast.serving import APP, before, before_address, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steps.cast.stage import Stage

DAYS = (dt.date(2024, 2, 16), dt.date(2026, 11, 27), dt.date(2027, 4, 1))
STATES = ("preMigration", "migrationInProgress")
METHODS = (Method.EMAIL, Method.MOBILE_PHONE, Method.SECURITY_QUESTIONS, *APP)


def _stages(wanted: Method, day: dt.date) -> Iterator[Stage]:
    """A stage for every policy that the portal would save and under which ``wanted`` serves."""
    sets = chain.from_iterable(combinations(METHODS, n) for n in range(1, len(METHODS) + 1))
    for chosen, required, state in product(sets, (1, 2), STATES):
        methods = {"allowed": chosen, "required_to_reset": required, "migration_state": state}
        try:
            policy = Policy.model_validate({"enablement": {"enabled": "all"}, "methods": methods})
        except ValidationError:
            continue
        stage = _stage(policy, day)
        if wanted in chosen and serves(stage, wanted):
            yield stage


def _stage(policy: Policy, day: dt.date) -> Stage:
    tenant = SimpleNamespace(
        clock=SimpleNamespace(today=lambda: day), capabilities=SimpleNamespace(has=lambda _: True)
    )
    return cast("Stage", SimpleNamespace(policy=policy, tenant=tenant))


def _first(stage: Stage, wanted: Method) -> tuple[Method, ...]:
    return before_address(stage) if wanted is Method.EMAIL else before(stage, wanted)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("wanted", [Method.EMAIL, Method.MOBILE_PHONE, Method.SECURITY_QUESTIONS])
def test_the_wizard_comes_to_what_is_wanted(wanted: Method, day: dt.date) -> None:
    """Each method is asked for in turn, or can be chosen in place of what is asked for (B36)."""
    for stage in _stages(wanted, day):
        methods = stage.policy.methods
        usable = kinds_of(each for each in methods.allowed if serves(stage, each))
        duty = Duty(
            enabled=True,
            permitted=frozenset(methods.allowed),
            required=methods.required_to_reset,
            asked=True,
            reconfirm_after_days=0,
        )
        missing = {*_first(stage, wanted), wanted}
        registered: list[Kind] = []
        while asked := plan(registered, usable, duty):
            can_be = (asked[0], *alternatives(registered, asked, usable, duty))
            kinds = {Kind.AUTHENTICATOR if each in APP else Kind(each) for each in missing}
            kind = next((each for each in can_be if each in kinds), None)
            assert kind, f"{methods} asks for {asked} after {registered}, {missing} is left"
            registered.append(kind)
            missing = {each for each in missing if each not in {kind, *_of(kind)}}
            if wanted not in missing:
                break


def _of(kind: Kind) -> tuple[Method, ...]:
    return APP if kind is Kind.AUTHENTICATOR else ()
