"""Passwords that an administrator gives out: which are taken, and for whom."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from pytest_bdd import parsers, then, when

from sspr.directory import GraphRefused
from steps.expect import expect
from steps.passwords.kinds import password_of

if TYPE_CHECKING:
    from pydantic import SecretStr

    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


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


def _give(stage: Stage, user: Actor, password: SecretStr) -> GraphRefused | None:
    try:
        stage.directory.users.set_password(user.person, password)
    except GraphRefused as refused:
        if refused.status != HTTPStatus.BAD_REQUEST:
            raise
        return refused
    user.change_to(password)
    return None
