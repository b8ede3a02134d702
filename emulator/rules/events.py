"""
What the page *Registration and reset events* tells of what people did by their methods (J18).

The documents name the features, the methods and the periods. That a mobile phone is registered by
a text, and that each verification step is an event of its own, is chosen.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.options import Option
from emulator.rules.registration import Kind

if TYPE_CHECKING:
    from emulator.deviations import Bent

PERIODS = (1, 7, 30)
"""Over so many days the page looks back."""


class Feature(StrEnum):
    """What a method was used for."""

    REGISTRATION = "Registration"
    RESET = "Reset"


REGISTERED = {
    Kind.AUTHENTICATOR: "App notification",
    Kind.OATH: "App code",
    Kind.PHONE: "SMS",
    Kind.OFFICE_PHONE: "Office Call",
    Kind.ALTERNATE_PHONE: "Alternate Mobile Call",
    Kind.EMAIL: "Email",
    Kind.QUESTIONS: "Security questions",
}
"""What the page calls a method that was registered."""

_USED = {
    Option.EMAIL: "Email",
    Option.SMS: "SMS",
    Option.CALL: "Phone Call",
    Option.OFFICE_CALL: "Office Call",
    Option.QUESTIONS: "Security questions",
    Option.PUSH: "App notification",
    Option.CODE: "App code",
}


# By deviation: what is called something else, and what.
_MISNAMED = {
    "app-event-told-as-notification": (Option.CODE, Option.PUSH),
    "notification-event-told-as-app-code": (Option.PUSH, Option.CODE),
    "call-event-told-as-text": (Option.CALL, Option.SMS),
}


def is_told(feature: Feature, bent: Bent) -> bool:
    """Whether the page tells of what was done: of registering and of resetting alike."""
    if feature is Feature.REGISTRATION:
        return "registration-event-missing" not in bent
    return "reset-event-missing" not in bent


def method_used(option: Option, bent: Bent) -> str:
    """What the page calls a way of proving oneself."""
    for name, (told, instead) in _MISNAMED.items():
        if option is told and name in bent:
            return _USED[instead]
    return _USED[Option.CALL if "reset-event-misnames-method" in bent else option]


def method_registered(kind: Kind, bent: Bent) -> str:
    """What the page calls a method that was registered."""
    if kind is Kind.PHONE and "registration-event-misnames-phone" in bent:
        return REGISTERED[Kind.EMAIL]
    return REGISTERED[kind]


def is_told_failed(bent: Bent, *, passed: bool) -> bool:
    """Whether a verification step is told as a failure: where it was not passed."""
    return not passed and "failed-event-as-success" not in bent


def days_back(asked: int, bent: Bent) -> int:
    """How many days the page looks back where ``asked`` were chosen: so many."""
    if "events-of-a-day-alone" in bent:
        return PERIODS[0]
    if asked == PERIODS[2] and "events-of-a-week-at-most" in bent:
        return PERIODS[1]
    if asked == PERIODS[1] and "events-of-a-month-at-least" in bent:
        return PERIODS[2]
    return PERIODS[1] if asked == PERIODS[0] and "events-of-a-week-at-least" in bent else asked
