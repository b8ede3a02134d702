"""What the reset calls each of its options (C11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules.options import Option

if TYPE_CHECKING:
    from collections.abc import Collection

    from emulator.deviations import Bent

# By deviation: which options bear which other's name.
_MISNAMED = {
    "email-option-misnamed": {Option.EMAIL: Option.QUESTIONS},
    "office-option-misnamed": {Option.OFFICE_CALL: Option.CALL},
    "app-options-swapped": {Option.PUSH: Option.CODE, Option.CODE: Option.PUSH},
}


_MOBILE = {Option.SMS: Option.CALL, Option.CALL: Option.SMS}


def named(option: Option, offered: Collection[str], bent: Bent) -> Option:
    """The option whose name ``option`` bears on the page: its own, whatever else is ``offered``."""
    if "text-and-call-swapped" in bent and set(offered) >= set(_MOBILE):
        return _MOBILE.get(option, option)
    others = [names for deviation, names in _MISNAMED.items() if deviation in bent]
    return others[0].get(option, option) if others else option
