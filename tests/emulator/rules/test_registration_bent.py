"""Each deviation of registration and lockout bends its rule, and nothing else does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import NAMES, STRAIGHT, Bent
from emulator.rules import lockout, questions
from emulator.rules.interrupts import (
    Interrupt,
    interrupt,
    may_lose_access,
    reconfirm_due,
    skippable,
)
from emulator.rules.offering import addable, alternatives, changeable, has_room, offered, plan
from emulator.rules.registration import Duty, Kind, Record
from sspr.policy import Method
from tests.emulator.rules.test_registration import DUTY, NOW, duties, records

if TYPE_CHECKING:
    from collections.abc import Callable

POSSIBLE = offered(DUTY, has_business_phone=False, managing=False)
DONE = Record((Kind.EMAIL, Kind.PHONE), NOW - dt.timedelta(days=1), 2)
LESS = replace(DONE, kinds=(Kind.EMAIL,))
OVERDUE = replace(DONE, confirmed_at=NOW - dt.timedelta(days=200))
UNASKED = replace(DUTY, asked=False)
LIMITS = lockout.Limits(1, 60)
EVERYTHING = replace(DUTY, permitted=frozenset(Method))
SILENT = replace(EVERYTHING, voice=False)


def confirmed(days: float, every: int, bent: Bent) -> bool:
    """Whether confirmation is due after ``days`` where ``every`` are declared."""
    return reconfirm_due(NOW - dt.timedelta(days=days), NOW, every, bent)


def asked(duty: Duty, record: Record, bent: Bent) -> bool:
    """Whether a sign-in is interrupted for registration."""
    return interrupt(duty, record, NOW, bent) is Interrupt.REGISTER


def refused(bent: Bent, *said: str) -> bool:
    """Whether these answers to as many questions are refused."""
    names = [f"Question {number}?" for number in range(len(said))]
    answers = dict(zip(names, said, strict=True))
    return bool(questions.refusal(answers, offered=names, needed=len(said), bent=bent))


def locked(bent: Bent, seconds: int) -> bool:
    """Whether the account is locked that long after a wrong password."""
    count = lockout.after_wrong(lockout.Count(), "guess", LIMITS, NOW, bent)
    return lockout.is_locked(count, NOW + dt.timedelta(seconds=seconds))


def takes(kind: Kind, bent: Bent, *, known: bool, managing: bool, duty: Duty = EVERYTHING) -> bool:
    """Whether a phone of this kind can be set up; ``known`` is one of the directory."""
    return kind in offered(duty, has_business_phone=known, managing=managing, bent=bent)


# What each deviation changes; each answers False on a straight tenant and True on a bent one.
SHOWS: dict[str, Callable[[Bent], bool]] = {
    "interrupt-missing": lambda b: not asked(DUTY, Record(), b),
    "interrupt-for-everyone": lambda b: asked(replace(DUTY, enabled=False), Record(), b),
    "interrupt-despite-registered": lambda b: asked(DUTY, DONE, b),
    "interrupt-unskippable": lambda b: not skippable((), DUTY, b),
    "asked-after-deletion": lambda b: asked(DUTY, LESS, b),
    "reconfirm-a-day-late": lambda b: not confirmed(180, 180, b),
    "reconfirm-a-day-early": lambda b: confirmed(179, 180, b),
    "reconfirm-half-a-day-early": lambda b: confirmed(179.5, 180, b),
    "reconfirm-within-a-year": lambda b: confirmed(400, 730, b),
    "partly-registered-not-asked": lambda b: not asked(DUTY, Record((Kind.EMAIL,)), b),
    "once-enough-is-always-enough": lambda b: not asked(DUTY, replace(LESS, confirmed_gates=1), b),
    "least-secure-proposed-first": lambda b: (
        plan((), POSSIBLE, DUTY, b)[0] is not Kind.AUTHENTICATOR
    ),
    "forbidden-methods-are-enough": lambda b: (
        not asked(DUTY, Record((Kind.EMAIL, Kind.QUESTIONS)), b)
    ),
    "foreign-answers-refused": lambda b: refused(b, "αβγ", "rex"),
    "reconfirm-always-after-180": lambda b: confirmed(180, 365, b),
    "reconfirm-despite-zero": lambda b: confirmed(1, 0, b),
    "reconfirm-though-not-asked": lambda b: (
        interrupt(UNASKED, OVERDUE, NOW, b) is Interrupt.REFRESH
    ),
    "wizard-asks-one-fewer": lambda b: len(plan((), POSSIBLE, DUTY, b)) == 1,
    "wizard-asks-for-all-again": lambda b: Kind.PHONE in plan((Kind.PHONE,), POSSIBLE, DUTY, b),
    "other-method-not-offered": lambda b: not alternatives((), [Kind.PHONE], POSSIBLE, DUTY, b),
    "office-phone-missing-in-wizard": lambda b: (
        not takes(Kind.OFFICE_PHONE, b, known=True, managing=False)
    ),
    "office-phone-always-in-wizard": lambda b: takes(
        Kind.OFFICE_PHONE, b, known=False, managing=False
    ),
    "office-phone-only-from-directory": lambda b: (
        not takes(Kind.OFFICE_PHONE, b, known=False, managing=True)
    ),
    "alternate-phone-never-offered": lambda b: (
        not takes(Kind.ALTERNATE_PHONE, b, known=False, managing=True)
    ),
    "alternate-phone-without-calls": lambda b: takes(
        Kind.ALTERNATE_PHONE, b, known=False, managing=True, duty=SILENT
    ),
    "alternate-phone-in-wizard": lambda b: (
        Kind.ALTERNATE_PHONE in alternatives((), [Kind.PHONE], POSSIBLE, DUTY, b)
    ),
    "third-phone-offered": lambda b: (
        Kind.ALTERNATE_PHONE in addable(Kind, [Kind.PHONE, Kind.ALTERNATE_PHONE], b)
    ),
    "addresses-not-changeable": lambda b: not changeable(Kind.EMAIL, b),
    "numbers-not-changeable": lambda b: not changeable(Kind.PHONE, b),
    "apps-changeable": lambda b: changeable(Kind.OATH, b),
    "sixth-app-accepted": lambda b: has_room(Kind.OATH, [Kind.OATH] * 5, b),
    "lose-access-title-missing": lambda b: not may_lose_access(inside=True, known=True, bent=b),
    "lose-access-title-for-all": lambda b: may_lose_access(inside=False, known=True, bent=b),
    "question-missing-at-registration": lambda b: questions.to_register(5, b) == 4,
    "duplicate-answers-accepted": lambda b: not refused(b, "rex", "rex"),
    "short-answers-accepted": lambda b: not refused(b, "ab", "rex"),
    "long-answers-accepted": lambda b: not refused(b, "x" * 41, "rex"),
    "lockout-missing": lambda b: not locked(b, 0),
    "lockout-too-short": lambda b: not locked(b, 31),
    "lockout-never-ends": lambda b: locked(b, 3600),
}


# What shows where a deviation does, since it bends the same rule further.
KIN = {
    "reconfirm-half-a-day-early": {"reconfirm-a-day-early"},
    "reconfirm-within-a-year": {"reconfirm-always-after-180"},
    "once-enough-is-always-enough": {"partly-registered-not-asked"},
    "forbidden-methods-are-enough": {"partly-registered-not-asked"},
}


@pytest.mark.parametrize("name", SHOWS)
def test_the_deviation_shows_where_it_is_switched_on(name: str) -> None:
    """On a straight tenant the rule holds, bent by its name it does not."""
    assert not SHOWS[name](STRAIGHT)
    assert SHOWS[name](Bent.of(name))


@pytest.mark.parametrize("name", SHOWS)
def test_no_other_deviation_shows_the_same(name: str) -> None:
    """With every other deviation on, one at a time, the rule still holds."""
    kin = {name, "lockout-missing", "interrupt-missing", "interrupt-despite-registered"}
    kin |= KIN.get(name, set())
    assert not any(SHOWS[name](Bent.of(other)) for other in NAMES - kin)


@given(records, duties, st.sampled_from(sorted(NAMES - set(SHOWS))))
def test_what_bends_other_rules_changes_nothing_here(
    record: Record, duty: Duty, other: str
) -> None:
    """Interrupt and plan are the same under deviations that are not theirs."""
    bent = Bent.of(other)
    assert interrupt(duty, record, NOW, bent) == interrupt(duty, record, NOW)
    possible = offered(duty, has_business_phone=True, managing=False)
    assert plan(record.kinds, possible, duty, bent) == plan(record.kinds, possible, duty)
