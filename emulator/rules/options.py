"""The ways of proving oneself, and which count as one method (C11, C13)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.account import Kind
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Iterable


class Option(StrEnum):
    """One row of the method picker, in the order of the page (C11)."""

    EMAIL = "email"
    SMS = "sms"
    CALL = "call"
    OFFICE_CALL = "office_call"
    QUESTIONS = "questions"
    PUSH = "push"
    CODE = "code"


METHOD = {
    Option.EMAIL: Method.EMAIL,
    Option.SMS: Method.MOBILE_PHONE,
    Option.CALL: Method.MOBILE_PHONE,
    Option.OFFICE_CALL: Method.OFFICE_PHONE,
    Option.QUESTIONS: Method.SECURITY_QUESTIONS,
    Option.PUSH: Method.APP_NOTIFICATION,
    Option.CODE: Method.APP_CODE,
}
_SERVES = {
    Option.EMAIL: {Kind.EMAIL},
    Option.SMS: {Kind.MOBILE_PHONE},
    Option.CALL: {Kind.MOBILE_PHONE},
    Option.OFFICE_CALL: {Kind.OFFICE_PHONE},
    Option.PUSH: {Kind.AUTHENTICATOR},
    Option.CODE: {Kind.AUTHENTICATOR, Kind.SOFTWARE_OATH},
}


def kinds_serving(option: Option) -> frozenset[Kind]:
    """The kinds of holdings that ``option`` can be done with; none for security questions."""
    return frozenset(_SERVES.get(option, ()))


def distinct(options: Iterable[Option]) -> int:
    """
    How many different methods ``options`` amount to.

    Texts and calls to one mobile phone are one method (C13), and so are the two ways of one
    authenticator app: with two steps the documents offer "code or notification" (B13), and an
    app with one other method is refused as too little (B14).
    """
    return len({method_group(option) for option in options})


def method_group(option: Option) -> str:
    """The name of the method that ``option`` belongs to when methods are told apart (C13)."""
    return "authenticator" if option in {Option.PUSH, Option.CODE} else METHOD[option].value
