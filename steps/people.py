"""Who is on stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given

from steps.arranging import register_administrator, register_enough
from steps.expect import applies

if TYPE_CHECKING:
    from steps.actor import Actor
    from steps.stage import Stage

ADMINISTRATOR = "User Administrator"  # on the list of D12, and no Global Administrator


@given("a user whom the policy enables", target_fixture="user")
def _enabled(stage: Stage) -> Actor:
    enablement = stage.policy.enablement
    applies(enablement.enabled != "none", "The policy enables no users.")
    user = stage.enter()
    if enablement.enabled == "selected" and enablement.group:
        stage.directory.groups.add(stage.directory.groups.named(enablement.group), user.person)
    return user


@given("a user outside the enabled group", target_fixture="user")
def _outside(stage: Stage) -> Actor:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group that a user could be outside of.")
    return stage.enter()


@given("the user has registered what a reset needs")
def _registered(stage: Stage, user: Actor) -> None:
    register_enough(stage, user)


@given("an administrator who has registered what a reset needs", target_fixture="user")
def _administrator(stage: Stage) -> Actor:
    administrator = stage.enter()
    stage.directory.roles.assign(administrator.person, ADMINISTRATOR)
    register_administrator(stage, administrator)
    return administrator


@given("a colleague of the user", target_fixture="colleague")
def _colleague(stage: Stage) -> Actor:
    return stage.enter()


@given("a Global Administrator", target_fixture="global_administrator")
@given("another Global Administrator", target_fixture="another_global_administrator")
def _global_administrator(stage: Stage) -> Actor:
    actor = stage.enter()
    stage.directory.roles.assign(actor.person)
    return actor
