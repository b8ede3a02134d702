"""What the deviations do to the steps of a reset that has begun."""

from __future__ import annotations

import pytest

from emulator.deviations import Bent
from emulator.rules.gates import complete, open_options
from emulator.rules.options import Option


@pytest.mark.parametrize("name", ["same-method-twice", "text-then-call"])
def test_a_bent_second_step_takes_the_same_phone(name: str) -> None:
    """After a text the bent rules leave the call of the same phone open."""
    options = [Option.SMS, Option.CALL, Option.EMAIL]
    assert open_options(options, [Option.SMS], Bent()) == (Option.EMAIL,)
    assert Option.CALL in open_options(options, [Option.SMS], Bent.of(name))


def test_bent_steps_are_complete_after_one() -> None:
    """The two deviations of the number of steps end after one, each in its own case."""
    passed = [Option.EMAIL]
    assert complete(passed, 2, Bent.of("second-step-missing"))
    assert complete(passed, 2, Bent.of("unlock-by-one-step"), unlocking=True)
    assert not complete(passed, 2, Bent.of("unlock-by-one-step"))


def test_a_further_reset_may_take_one_step() -> None:
    """Under the deviation the first reset still takes both."""
    bent, passed = Bent.of("further-resets-take-one-step"), [Option.EMAIL]
    assert complete(passed, 2, bent, further=True)
    assert not complete(passed, 2, bent)
    assert not complete(passed, 2, Bent(), further=True)


def test_a_bent_second_step_offers_what_nobody_registered() -> None:
    """Under the deviation the first step still offers what there is, the second all the rest."""
    bent, own = Bent.of("second-step-offers-everything"), [Option.EMAIL, Option.SMS]
    assert open_options(own, [], bent) == tuple(own)
    assert set(open_options(own, [Option.EMAIL], bent)) == set(Option) - {Option.EMAIL}
