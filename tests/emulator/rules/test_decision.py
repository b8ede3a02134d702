"""What the portal decides about an account."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import NAMES, Bent
from emulator.rules.account import Account, Belonging, Conditions, Holding, Kind
from emulator.rules.decision import Plan, decide, is_enabled, is_registered
from emulator.rules.enablement import Block
from emulator.rules.gates import complete, enough, open_options, steps_required
from emulator.rules.methods import allowed, held
from emulator.rules.options import Option, distinct
from emulator.rules.roles import GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR
from tests.emulator.rules.worlds import (
    APP,
    EMAIL,
    OFFICE,
    PHONE,
    UNLISTED,
    accounts,
    conditions,
    member,
    worlds,
)

ADMIN = frozenset({GLOBAL_ADMINISTRATOR})
NONE = {"enablement": {"enabled": "none"}}
ALL = {"enablement": {"enabled": "all"}}
ONE = {"methods": {"required_to_reset": 1}}
HYBRID = {"writeback": {"enabled": True, "unlock_without_reset": True}}
AFTER_REGISTERED_ONLY = dt.date(2026, 10, 5)
UNREGISTERED = Holding(Kind.EMAIL, "ada.alt@mail.test", registered=False)

READY = member(EMAIL, APP)


@pytest.mark.parametrize(
    ("account", "world", "answer"),
    [
        (READY, conditions(), None),
        (READY, conditions(**ALL), None),
        (replace(READY, belonging=Belonging.NESTED), conditions(), None),
        (replace(READY, belonging=Belonging.NOT), conditions(), Block.NOT_IN_GROUP),
        (replace(READY, belonging=Belonging.NOT), conditions(**ALL), None),
        (READY, conditions(**NONE), Block.DISABLED_FOR_TENANT),
        (READY, conditions(facts={"group_exists": False}), Block.NO_USER_POLICY),
        (READY, conditions(facts={"licensed": False}), Block.NOT_LICENSED),
        (member(EMAIL), conditions(), Block.TOO_FEW_METHODS),
        (member(EMAIL), conditions(**ONE), None),
        (member(APP), conditions(), Block.TOO_FEW_METHODS),
        (member(PHONE), conditions(), Block.TOO_FEW_METHODS),
        (member(EMAIL, OFFICE), conditions(), Block.TOO_FEW_METHODS),
        (replace(READY, enabled=False), conditions(), Block.ACCOUNT_DISABLED),
        (replace(READY, guest_home="msa"), conditions(), Block.NOT_AVAILABLE),
        (replace(READY, guest_home="entra"), conditions(), Block.NOT_AVAILABLE),
        (replace(READY, guest_home="email"), conditions(), None),
        (replace(READY, on_premises=True), conditions(), Block.NO_WRITEBACK),
        (replace(READY, on_premises=True), conditions(**HYBRID), None),
        (
            replace(READY, on_premises=True),
            conditions(facts={"writeback_licensed": False}, **HYBRID),
            Block.NO_WRITEBACK,
        ),
        (
            replace(READY, on_premises=True),
            conditions(facts={"writeback_reachable": False}, **HYBRID),
            Block.ON_PREMISES_UNREACHABLE,
        ),
        (Account(holdings=(EMAIL, APP), roles=ADMIN), conditions(**NONE), None),
        (
            replace(READY, roles=frozenset({UNLISTED})),
            conditions(**NONE),
            Block.DISABLED_FOR_TENANT,
        ),
        (
            replace(READY, roles=ADMIN),
            conditions(enablement={"administrators": False}),
            Block.DISABLED_FOR_TENANT,
        ),
        (member(EMAIL, UNREGISTERED, APP), conditions(day=AFTER_REGISTERED_ONLY), None),
        (member(UNREGISTERED, APP), conditions(), None),
        (
            member(UNREGISTERED, APP),
            conditions(day=AFTER_REGISTERED_ONLY),
            Block.TOO_FEW_METHODS,
        ),
    ],
)
def test_decisions(account: Account, world: Conditions, answer: Block | None) -> None:
    """Each documented situation has its documented answer."""
    decision = decide(account, world)
    assert (decision if isinstance(decision, Block) else None) == answer


@pytest.mark.parametrize(
    ("name", "account", "world"),
    [
        ("group-check-missing", replace(READY, belonging=Belonging.NOT), conditions()),
        ("nested-group-ignored", replace(READY, belonging=Belonging.NESTED), conditions()),
        ("none-ignored", READY, conditions(**NONE)),
        ("admins-follow-none", Account(holdings=(EMAIL, APP), roles=ADMIN), conditions(**NONE)),
        (
            "admin-switch-ignored",
            replace(READY, roles=ADMIN),
            conditions(enablement={"administrators": False}),
        ),
        ("free-tier-resets", READY, conditions(facts={"licensed": False})),
        ("disabled-account-resets", replace(READY, enabled=False), conditions()),
        ("any-guest-resets", replace(READY, guest_home="msa"), conditions()),
        ("outsider-answered-as-none", replace(READY, belonging=Belonging.NOT), conditions()),
        ("one-method-enough-for-two", member(EMAIL), conditions()),
        ("forbidden-method-offered", member(EMAIL, APP, OFFICE), conditions()),
        (
            "migration-ignored",
            READY,
            conditions(
                methods={"migration_state": "migrationComplete"},
                facts={"methods_policy": {"Email": False}},
            ),
        ),
        ("admin-one-gate", replace(READY, roles=ADMIN), conditions()),
        (
            "admin-questions-offered",
            replace(READY, roles=ADMIN, answers=5),
            conditions(),
        ),
        (
            "admin-follows-users-methods",
            replace(member(EMAIL, APP, OFFICE), roles=ADMIN),
            conditions(),
        ),
        (
            "lesser-admin-follows-users",
            replace(READY, roles=frozenset({HELPDESK_ADMINISTRATOR})),
            conditions(**ONE),
        ),
        ("every-role-counts", replace(READY, roles=frozenset({UNLISTED})), conditions(**ONE)),
        ("trial-users-called", member(EMAIL, PHONE), conditions(facts={"paid": False})),
        (
            "unpaid-calls-offered",
            replace(member(EMAIL, PHONE), roles=ADMIN),
            conditions(facts={"paid": False}),
        ),
        ("text-and-call-are-two", member(PHONE), conditions()),
        ("push-for-one-step-offered", READY, conditions(**ONE)),
        (
            "retired-telephony-serves",
            member(EMAIL, APP, PHONE),
            conditions(day=dt.date(2027, 2, 1)),
        ),
        (
            "alternate-phone-serves",
            member(EMAIL, Holding(Kind.ALTERNATE_MOBILE_PHONE, "+1 5550100")),
            conditions(),
        ),
        ("directory-data-refused", member(UNREGISTERED, APP), conditions()),
        (
            "unregistered-data-accepted",
            member(UNREGISTERED, APP),
            conditions(day=AFTER_REGISTERED_ONLY),
        ),
        ("writeback-off-ignored", replace(READY, on_premises=True), conditions()),
        (
            "unreachable-ignored",
            replace(READY, on_premises=True),
            conditions(facts={"writeback_reachable": False}, **HYBRID),
        ),
        ("unlock-not-offered", replace(READY, on_premises=True), conditions(**HYBRID)),
        (
            "unlock-offered-though-off",
            replace(READY, on_premises=True),
            conditions(writeback={"enabled": True}),
        ),
    ],
)
def test_each_deviation_changes_its_decision(
    name: str, account: Account, world: Conditions
) -> None:
    """What a deviation names is decided otherwise once it is switched on."""
    assert decide(account, world) != decide(account, replace(world, bent=Bent.of(name)))


DECIDES = frozenset(
    mark.args[1][i][0]
    for mark in test_each_deviation_changes_its_decision.pytestmark
    for i in range(len(mark.args[1]))
)


@given(accounts(), worlds(), st.sets(st.sampled_from(sorted(NAMES - DECIDES))))
def test_other_deviations_leave_decisions_alone(
    account: Account, world: Conditions, names: set[str]
) -> None:
    """A deviation of another rule changes no decision about an account."""
    assert decide(account, replace(world, bent=Bent.of(*names))) == decide(account, world)


@given(accounts(), worlds())
def test_never_fewer_steps_than_the_policy_asks(account: Account, world: Conditions) -> None:
    """Whoever is let in takes at least as many steps as policy asks, each by another method."""
    plan = decide(account, world)
    if isinstance(plan, Block):
        return
    asked = world.policy.methods.required_to_reset
    assert plan.steps >= (1 if account.is_administrator else asked)
    if account.is_administrator and world.custom_domain:
        assert plan.steps == 2
    passed: list[Option] = []
    while not complete(passed, plan.steps, world.bent):
        passed.append(open_options(plan.options, passed, world.bent)[-1])
    assert len(passed) == distinct(passed) == plan.steps


@given(accounts(), worlds())
def test_what_is_offered_is_allowed_and_held(account: Account, world: Conditions) -> None:
    """The picker offers nothing that the policy forbids or the account has not."""
    plan = decide(account, world)
    if isinstance(plan, Plan):
        assert set(plan.options) <= allowed(account, world, plan.steps)
        assert set(plan.options) <= held(account, world)


@given(accounts(), worlds(), st.sampled_from(Kind))
def test_one_method_more_never_turns_away(account: Account, world: Conditions, kind: Kind) -> None:
    """Registering one more method never closes a way that stood open."""
    richer = replace(account, holdings=(*account.holdings, Holding(kind, "more")))
    if isinstance(decide(account, world), Plan):
        assert isinstance(decide(richer, world), Plan)


@given(accounts(), worlds())
def test_none_turns_every_user_away(account: Account, world: Conditions) -> None:
    """Set to None, nobody but administrators is let in."""
    section = world.policy.enablement.model_copy(update={"enabled": "none"})
    world = replace(world, policy=world.policy.model_copy(update={"enablement": section}))
    if isinstance(decide(account, world), Plan):
        assert account.is_administrator


@given(accounts(), worlds())
def test_unlocking_is_for_on_premises_accounts_and_by_policy(
    account: Account, world: Conditions
) -> None:
    """Nobody else is asked whether the account is merely locked, and all of those are."""
    plan = decide(account, world)
    if isinstance(plan, Plan):
        allowed_by_policy = world.policy.writeback.unlock_without_reset
        assert plan.may_unlock == (account.on_premises and allowed_by_policy)


@given(accounts(), worlds())
def test_enabled_and_registered_is_what_lets_in(account: Account, world: Conditions) -> None:
    """Whoever is let in counts as enabled and as registered."""
    if isinstance(decide(account, world), Plan):
        assert is_enabled(account, world)
        assert is_registered(account, world)


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        ({}, 2),
        ({"custom_domain": False}, 1),
        ({"custom_domain": False, "synchronizes": True}, 2),
        ({"custom_domain": False, "trial_days": 29}, 1),
        ({"custom_domain": False, "trial_days": 30}, 2),
    ],
)
def test_administrators_take_two_gates_but_in_a_bare_tenant(
    facts: dict[str, object], steps: int
) -> None:
    """One gate is enough only without domain, synchronisation and an old trial."""
    world = conditions(facts=facts, **ONE)
    assert steps_required(replace(READY, roles=ADMIN), world) == steps


@pytest.mark.parametrize(
    ("someone", "until"),
    [
        (member(PHONE, APP), dt.date(2027, 2, 1)),
        (
            replace(member(PHONE, APP), roles=frozenset({HELPDESK_ADMINISTRATOR})),
            dt.date(2027, 2, 1),
        ),
        (replace(member(PHONE, APP), roles=ADMIN), dt.date(2027, 7, 1)),
        (replace(member(PHONE, APP), guest_home="email"), dt.date(2027, 7, 1)),
    ],
)
def test_texts_and_calls_end_on_their_day(someone: Account, until: dt.date) -> None:
    """Global Administrators and external users keep them five months longer than others (S7)."""
    telephony = {Option.SMS, Option.CALL}
    before, after = conditions(day=until - dt.timedelta(days=1)), conditions(day=until)
    assert telephony <= allowed(someone, before, 2)
    assert not telephony & allowed(someone, after, 2)


def test_text_and_call_are_one_method_and_so_is_the_app() -> None:
    """Two ways of one thing do not make two methods."""
    assert distinct([Option.SMS, Option.CALL]) == 1
    assert distinct([Option.PUSH, Option.CODE]) == 1
    assert distinct([Option.SMS, Option.OFFICE_CALL, Option.EMAIL]) == 3
    assert not enough([Option.SMS, Option.CALL], 2, Bent())


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
