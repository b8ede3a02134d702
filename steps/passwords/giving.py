"""Passwords that an administrator gives out: which are taken, for whom, and who hears of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from sspr.directory import GraphRefused
from sspr.errors import Inconclusive
from steps.expect import expect
from steps.mail.alerts import ADMINISTRATORS
from steps.passwords.kinds import password_of

if TYPE_CHECKING:
    import datetime as dt

    from pydantic import SecretStr

    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@given("the user's password was given out by an administrator")
def given_out(stage: Stage, user: Actor) -> None:
    """
    An administrator gives ``user`` a password, which has to be replaced at the sign-in.

    Raises:
        Inconclusive: The directory does not take it.
    """
    if refused := _give(stage, user, stage.fresh_password(user)):
        raise Inconclusive(f"No password could be given out (see PWD-28): {refused}")


@when("an administrator gives the user another password", target_fixture="began")
def _gives_another(stage: Stage, user: Actor) -> dt.datetime:
    began = stage.tenant.clock.now()
    given_out(stage, user)
    return began


@when("an administrator gives the user a password", target_fixture="refused")
def _gives(stage: Stage, user: Actor) -> GraphRefused | None:
    return _give(stage, user, stage.fresh_password(user))


@when(
    parsers.parse("an administrator gives the user a password of {kind}"), target_fixture="refused"
)
def _gives_one_of(stage: Stage, user: Actor, kind: str) -> GraphRefused | None:
    return _give(stage, user, password_of(kind, stage, user))


@then("the password is given out")
def _given(refused: GraphRefused | None) -> None:
    expect(refused is None, "The directory takes the password.", f"It refused it: {refused}.")


@then("the password is not given out")
def _not_given(stage: Stage, refused: GraphRefused | None) -> None:
    if refused:
        stage.evidence.document("What the directory answered", {"error": str(refused)})
    expect(refused, "The directory refuses the password.", "It took the password.")


@then("no mail alerts the Global Administrator to it")
def _no_alert(stage: Stage, global_administrator: Actor, began: dt.datetime) -> None:
    address = global_administrator.person.mail
    stage.inbox.nothing_for(to=address, since=began, setting=ADMINISTRATORS)


def _give(stage: Stage, user: Actor, password: SecretStr) -> GraphRefused | None:
    try:
        stage.directory.users.set_password(user.person, password)
    except GraphRefused as refused:
        if refused.status != HTTPStatus.BAD_REQUEST:
            raise
        return refused
    user.change_to(password)
    return None
