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
