"""The harness's client of the control API against the emulator's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from emulator.actions import phone
from emulator.faults import NONE, Burst, Faults
from emulator.store import User
from sspr.control import Control, ControlError
from sspr.greeting import Greeting
from sspr.policy import Policy, load_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emulator.server import Server

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"


@pytest.fixture
def control(server: Server) -> Iterator[Control]:
    """The harness's client, to a fresh tenant."""
    greeting = Greeting.model_validate(server.greeting())
    control = Control(greeting.route, greeting.control_token)
    control.reset(load_policy(POLICY), deviations=())
    yield control
    control.set_faults({})
    control.close()


def test_a_fresh_tenant_is_greeted(server: Server, control: Control) -> None:
    """A reset answers with words that make a tenant together with the first greeting."""
    policy = Policy.model_validate({"enablement": {"enabled": "all"}})
    words = control.reset(policy, dt.date(2026, 11, 22), ["user-mail-missing"])
    greeting = Greeting.model_validate(server.greeting() | words)
    assert greeting.administrator.user_principal_name == (
        server.emulator.administrator.user_principal_name
    )
    tenant = server.emulator.tenant
    assert (tenant.policy, tenant.bent) == (policy, {"user-mail-missing"})
    assert tenant.clock.now().date() == dt.date(2026, 11, 22)


def test_what_is_set_is_in_force(server: Server, control: Control) -> None:
    """Policy, deviations, faults and clock are as the client said."""
    policy = Policy.model_validate({"enablement": {"enabled": "none"}})
    control.set_policy(policy)
    control.set_deviations(["group-check-missing"])
    control.set_faults({"graph": {"failure": 429, "times": 2}})
    offset = control.advance(dt.timedelta(minutes=6))
    tenant = server.emulator.tenant
    assert (tenant.policy, tenant.bent) == (policy, {"group-check-missing"})
    assert server.emulator.faults == Faults(graph=Burst(failure=429, times=2))
    assert tenant.clock.offset == offset
    control.set_faults({})
    assert server.emulator.faults == NONE


def test_a_practice_person_is_told_to_whoever_asks(server: Server, control: Control) -> None:
    """The person exists afterwards, under the name that was told."""
    told = control.invite(group=True)
    with server.emulator.tenant.store.begin() as session:
        names = {user.user_principal_name for user in session.query(User)}
    assert told["user_principal_name"] in names
    assert told["password"]


def test_a_push_is_answered(server: Server, control: Control) -> None:
    """What waits on the phone is listed, and the answer reaches the tenant."""
    tenant = server.emulator.tenant
    with tenant.store.begin() as session:
        user = session.query(User).one()
        prompt = phone.push(session, tenant, user)
    (waiting,) = control.phone(user.user_principal_name)
    control.answer_phone(waiting["id"], {"approve": True, "number": prompt.shown})
    with tenant.store.begin() as session:
        assert phone.state(session, tenant, prompt.id) == "approved"


def test_a_refusal_says_why(server: Server, control: Control) -> None:
    """What cannot be done is an error in one line; a wrong token too."""
    with pytest.raises(ControlError, match="no such challenge"):
        control.captcha("nothing")
    with pytest.raises(ControlError, match="no deviation is called"):
        control.set_deviations(["nothing"])
    greeting = Greeting.model_validate(server.greeting())
    stranger = Control(greeting.route, SecretStr("wrong"))
    with pytest.raises(ControlError, match="401"):
        stranger.advance(dt.timedelta(seconds=1))
    stranger.close()
