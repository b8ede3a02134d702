"""What the portal decides about an account."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import Bent
from emulator.rules.account import Account, Belonging, Conditions, Holding, Kind
from emulator.rules.decision import Plan, decide, is_enabled, is_registered
from emulator.rules.enablement import Block
from emulator.rules.gates import complete, enough, open_options, steps_required
from emulator.rules.methods import allowed, held
from emulator.rules.options import Option, distinct
from emulator.rules.roles import HELPDESK_ADMINISTRATOR
from tests.emulator.rules.worlds import (
    ADMIN,
    AFTER_REGISTERED_ONLY,
    ALL,
    APP,
    EMAIL,
    HYBRID,
    NONE,
    OFFICE,
    ONE,
    PHONE,
    READY,
    UNLISTED,
    UNREGISTERED,
    accounts,
    conditions,
    member,
    worlds,
)


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


def test_an_administrator_needs_as_many_methods_as_there_are_steps() -> None:
    """One is too few where two are asked, unless the rule is bent for administrators alone."""
    one, world = (
        Account(roles=frozenset({HELPDESK_ADMINISTRATOR}), holdings=(EMAIL,)),
        conditions(**ONE),
    )
    bent = replace(world, bent=Bent.of("one-method-enough-for-admins"))
    assert decide(one, world) is Block.TOO_FEW_METHODS
    assert isinstance(decide(one, bent), Plan)
    assert decide(member(), bent) is Block.TOO_FEW_METHODS
