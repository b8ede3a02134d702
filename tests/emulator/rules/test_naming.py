"""What the reset calls its options."""

from __future__ import annotations

import pytest

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.naming import named
from emulator.rules.options import Option


@pytest.mark.parametrize("option", Option)
def test_each_option_bears_its_own_name(option: Option) -> None:
    """Unbent, no option is called another (C11)."""
    assert named(option, Option, STRAIGHT) is option


def test_a_misnamed_option_leaves_the_others_alone() -> None:
    """Each deviation renames those options alone that it speaks of."""
    swapped = Bent.of("app-options-swapped")
    assert named(Option.PUSH, Option, swapped) is Option.CODE
    assert named(Option.CODE, Option, swapped) is Option.PUSH
    mobile = Bent.of("text-and-call-swapped")
    assert named(Option.SMS, Option, mobile) is Option.CALL
    assert named(Option.SMS, [Option.SMS, Option.EMAIL], mobile) is Option.SMS
    assert named(Option.EMAIL, Option, swapped) is Option.EMAIL
    assert named(Option.EMAIL, Option, Bent.of("email-option-misnamed")) is Option.QUESTIONS
    assert named(Option.OFFICE_CALL, Option, Bent.of("office-option-misnamed")) is Option.CALL
