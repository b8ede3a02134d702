"""Who is asked to register, for what, and when again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import Bent
from emulator.rules.interrupts import Interrupt, interrupt, reconfirm_due, skippable
from emulator.rules.offering import LIMITS, addable, alternatives, offered, plan
from emulator.rules.registration import (
    MFA_CAPABLE,
    ORDER,
    Duty,
    Kind,
    Record,
    gates,
    is_registered,
    lacks_factor,
)
from sspr.policy import Method

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
TUTORIAL = frozenset({Method.APP_NOTIFICATION, Method.APP_CODE, Method.EMAIL, Method.MOBILE_PHONE})
DUTY = Duty(enabled=True, permitted=TUTORIAL, required=2, asked=True, reconfirm_after_days=180)

kinds = st.sampled_from(list(Kind))
records = st.builds(
    Record,
    st.lists(kinds, max_size=6).map(tuple),
    st.none() | st.just(NOW - dt.timedelta(days=10)),
    st.integers(0, 3),
)
duties = st.builds(
    Duty,
    enabled=st.booleans(),
    permitted=st.frozensets(st.sampled_from(list(Method))),
    required=st.sampled_from([1, 2]),
    asked=st.booleans(),
    reconfirm_after_days=st.integers(0, 730),
    voice=st.booleans(),
    mfa=st.booleans(),
)


@given(records, duties)
def test_the_wizard_asks_for_no_more_than_is_missing(record: Record, duty: Duty) -> None:
    """What the plan adds is new, permitted, and as much as is missing where there is enough."""
    possible = offered(duty, has_business_phone=True, managing=False)
    queue = plan(record.kinds, possible, duty)
    assert set(queue) <= possible
    assert len(set(queue)) == len(queue)
    have = gates(record.kinds, duty.permitted)
    missing = max(0, duty.required - have) if duty.enabled else 0
    assert len(queue) <= max(missing, int(lacks_factor(record.kinds, duty)))


@given(records, duties)
def test_who_follows_the_plan_is_registered_if_anybody_can_be(record: Record, duty: Duty) -> None:
    """After the plan either enough is registered or nothing more can be."""
    possible = offered(duty, has_business_phone=True, managing=False)
    after = [*record.kinds, *plan(record.kinds, possible, duty)]
    exhausted = gates([*after, *possible], duty.permitted) < duty.required
    if duty.enabled and not duty.mfa:
        assert is_registered(after, duty) or exhausted


def test_the_most_secure_come_first() -> None:
    """Two of app, email and phone: app and phone are asked for, email is a swap (B36)."""
    possible = offered(DUTY, has_business_phone=False, managing=False)
    queue = plan((), possible, DUTY)
    assert queue == (Kind.AUTHENTICATOR, Kind.PHONE)
    assert alternatives((), queue, possible, DUTY) == (Kind.EMAIL,)


def test_partly_registered_people_are_asked_for_the_rest() -> None:
    """Who has the email is asked for the app alone (B37)."""
    possible = offered(DUTY, has_business_phone=False, managing=False)
    assert plan((Kind.EMAIL,), possible, DUTY) == (Kind.AUTHENTICATOR,)


def test_one_app_counts_once_however_it_proves() -> None:
    """Two apps are one method for a reset, so the email makes two (B8, B10)."""
    assert gates([Kind.AUTHENTICATOR, Kind.OATH], TUTORIAL) == 1
    assert gates([Kind.AUTHENTICATOR, Kind.EMAIL], TUTORIAL) == 2


def test_an_alternate_phone_counts_for_no_reset() -> None:
    """Alternate phones serve second factors only (B17)."""
    assert gates([Kind.ALTERNATE_PHONE], frozenset(Method)) == 0


@given(records, duties)
def test_nobody_is_interrupted_who_is_not_asked(record: Record, duty: Duty) -> None:
    """With registration not required at sign-in nothing interrupts it (B19)."""
    quiet = replace(duty, asked=False, mfa=False)
    assert interrupt(quiet, record, NOW) is Interrupt.NONE


@given(records, duties)
def test_only_the_enabled_are_interrupted(record: Record, duty: Duty) -> None:
    """Who may not reset is not asked to register for it (B22)."""
    outsider = replace(duty, enabled=False, mfa=False)
    assert interrupt(outsider, record, NOW) is Interrupt.NONE


def test_one_method_is_too_few_for_two_steps() -> None:
    """One registered method with two required is asked for more (B10, B11)."""
    assert interrupt(DUTY, Record((Kind.EMAIL,)), NOW) is Interrupt.REGISTER
    raised = Record((Kind.EMAIL,), NOW - dt.timedelta(days=1), confirmed_gates=1)
    assert interrupt(DUTY, raised, NOW) is Interrupt.REGISTER


def test_who_deleted_a_method_is_left_alone_until_the_interval_is_over() -> None:
    """With two required, a deletion is not noticed before the next confirmation (B30)."""
    deleted = Record((Kind.EMAIL,), NOW - dt.timedelta(days=179), confirmed_gates=2)
    assert interrupt(DUTY, deleted, NOW) is Interrupt.NONE
    assert interrupt(DUTY, deleted, NOW + dt.timedelta(days=1)) is Interrupt.REFRESH


def test_an_administrator_who_is_barred_is_told_so() -> None:
    """Switched off for administrators, the interrupt still comes, to say that (B24)."""
    barred = replace(DUTY, enabled=False, barred=True)
    assert interrupt(barred, Record(), NOW) is Interrupt.NOTHING_TO_REGISTER


@given(st.integers(1, 730), st.integers(0, 1000))
def test_confirmation_is_asked_on_its_day(days: int, since: int) -> None:
    """After as many days as the policy says, not one earlier, not one later (B27)."""
    due = reconfirm_due(NOW - dt.timedelta(days=since), NOW, days)
    assert due == (since >= days)
    late = reconfirm_due(NOW - dt.timedelta(days=since), NOW, days, Bent({"reconfirm-a-day-late"}))
    assert late == (since >= days + 1)


@given(st.integers(0, 5000))
def test_zero_days_is_never(since: int) -> None:
    """0 switches confirmation off (B27)."""
    assert not reconfirm_due(NOW - dt.timedelta(days=since), NOW, 0)


def test_only_a_wanted_second_factor_cannot_be_put_off_for_ever() -> None:
    """SSPR alone can be skipped for ever (B20), security defaults once their days are over not."""
    assert skippable((), DUTY)
    strict = replace(DUTY, mfa=True, mfa_grace_over=True)
    assert not skippable((), strict)
    assert skippable((Kind.OATH,), strict)
    assert skippable((), replace(strict, mfa_grace_over=False))


@given(records, duties)
def test_a_wanted_second_factor_comes_first(record: Record, duty: Duty) -> None:
    """With a second factor enforced too, the first method is one that can be it (B35)."""
    strict = replace(duty, mfa=True)
    if not lacks_factor(record.kinds, strict):
        return
    possible = offered(strict, has_business_phone=True, managing=False)
    queue = plan(record.kinds, possible, strict)
    assert queue[0] in MFA_CAPABLE
    assert set(alternatives(record.kinds, queue, possible, strict)) <= MFA_CAPABLE


@pytest.mark.parametrize("kind", [kind for kind in ORDER if kind is not Kind.AUTHENTICATOR])
def test_nobody_has_more_than_the_limit(kind: Kind) -> None:
    """Once there are as many as may be, the method cannot be added (B38)."""
    assert kind in addable(ORDER, ())
    assert kind not in addable(ORDER, [kind] * LIMITS[kind])


def test_five_apps_of_each_sort_are_enough() -> None:
    """Five of Microsoft's app and five others (B38)."""
    five = [Kind.AUTHENTICATOR] * 5
    assert Kind.AUTHENTICATOR in addable(ORDER, five)
    assert Kind.AUTHENTICATOR not in addable(ORDER, [*five, *[Kind.OATH] * 5])


def test_office_and_second_phones_have_conditions_of_their_own() -> None:
    """The wizard asks for an office phone the directory has; a second comes later (B39)."""
    everything = replace(DUTY, permitted=frozenset(Method))
    wizard = offered(everything, has_business_phone=False, managing=False)
    assert not {Kind.OFFICE_PHONE, Kind.ALTERNATE_PHONE} & wizard
    assert Kind.OFFICE_PHONE in offered(everything, has_business_phone=True, managing=False)
    manage = offered(everything, has_business_phone=False, managing=True)
    assert {Kind.OFFICE_PHONE, Kind.ALTERNATE_PHONE} <= manage
    silent = replace(everything, voice=False)
    assert Kind.ALTERNATE_PHONE not in offered(silent, has_business_phone=False, managing=True)


def test_an_office_phone_in_the_directory_can_be_added_whatever_the_policy_says() -> None:
    """Manage mode shows it to those who have the property, policy or not (B16)."""
    assert Kind.OFFICE_PHONE in offered(DUTY, has_business_phone=True, managing=True)
    assert Kind.OFFICE_PHONE not in offered(DUTY, has_business_phone=False, managing=True)
