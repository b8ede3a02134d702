"""Who is on stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pytest_bdd import given, parsers, when

from sspr.directory.roles import GLOBAL_ADMINISTRATOR
from sspr.errors import Inconclusive
from steps.cast.arranging import register_administrator
from steps.cast.entrances import ADMINISTRATOR, enabled_group, enter_enabled
from steps.expect import applies

if TYPE_CHECKING:
    from sspr.directory.groups import Group
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

OTHER_GROUP = "SSPR harness other group"
NESTED_GROUP = "SSPR harness nested group"


@given("a user whom the policy enables", target_fixture="user")
def _enabled(stage: Stage) -> Actor:
    return enter_enabled(stage)


@given("a user outside the enabled group", target_fixture="user")
def _outside(stage: Stage) -> Actor:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group that a user could be outside of.")
    return stage.enter()


@given("a user in another group than the enabled one", target_fixture="user")
def _in_another(stage: Stage) -> Actor:
    user = _outside(stage)
    other = stage.directory.groups.create(OTHER_GROUP)
    stage.directory.groups.add(other, user.person)
    return user


@given("a user who owns the enabled group and is no member", target_fixture="user")
def _owner(stage: Stage) -> Actor:
    user = _outside(stage)
    stage.directory.groups.own(enabled_group(stage), user.person)
    return user


@given("a user of a tenant that enables nobody", target_fixture="user")
def _enabled_nowhere(stage: Stage) -> Actor:
    nobody = stage.policy.enablement.enabled == "none"
    applies(nobody, "The policy enables users, or some of them.")
    return stage.enter()


@given("the policy shuts administrators out")
def _shut_out(stage: Stage) -> None:
    admitted = stage.policy.enablement.administrators
    applies(not admitted, "The policy lets administrators reset their passwords.")


@given("the policy lets administrators reset their passwords")
def _admitted(stage: Stage) -> None:
    admitted = stage.policy.enablement.administrators
    applies(admitted, "The policy shuts administrators out.")


@given("a user in a group nested in the enabled group", target_fixture="user")
def _nested(stage: Stage) -> Actor:
    enablement = stage.policy.enablement
    applies(enablement.enabled == "selected", "The policy names no group to nest another in.")
    user, inner = _in_a_group(stage)
    stage.directory.groups.add(enabled_group(stage), inner)
    return user


@given("a user in a group nested twice in the enabled group", target_fixture="user")
def _nested_twice(stage: Stage) -> Actor:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group to nest another in.")
    user, inner = _in_a_group(stage)
    middle = stage.directory.groups.create("SSPR harness group between")
    stage.directory.groups.add(middle, inner)
    stage.directory.groups.add(enabled_group(stage), middle)
    return user


def _in_a_group(stage: Stage) -> tuple[Actor, Group]:
    user, group = stage.enter(), stage.directory.groups.create(NESTED_GROUP)
    stage.directory.groups.add(group, user.person)
    return user, group


@given(parsers.parse("a user called {name} whom the policy enables"), target_fixture="user")
def _called(stage: Stage, name: str) -> Actor:
    user = _enabled(stage)
    given_name, _, surname = name.partition(" ")
    names: dict[str, Any] = {"given_name": given_name} | ({"surname": surname} if surname else {})
    stage.directory.users.update(user.person, **names)
    user.person = replace(user.person, **names)
    return user


@given("a user, enabled or not", target_fixture="user")
@given("a user in no group", target_fixture="user")
def _in_no_group(stage: Stage) -> Actor:
    return stage.enter()


@given(
    parsers.parse("a user with the role {role} who has registered what a reset needs"),
    target_fixture="user",
)
def _with_role(stage: Stage, role: str) -> Actor:
    user = stage.enter()
    stage.directory.roles.assign(user.person, role)
    register_administrator(stage, user)
    return user


@given(parsers.parse("the user holds the role {role}"))
def _holds(stage: Stage, user: Actor, role: str) -> None:
    stage.directory.roles.assign(user.person, role)


@given("the user's account is disabled")
def _disabled(stage: Stage, user: Actor) -> None:
    stage.directory.users.update(user.person, account_enabled=False)


@when("the user's account is enabled again")
def _enabled_again(stage: Stage, user: Actor) -> None:
    stage.directory.users.update(user.person, account_enabled=True)


@given("the user was called otherwise until now")
def _renamed(stage: Stage, user: Actor) -> None:
    name, _, domain = user.account.partition("@")
    account = f"{name}.new@{domain}"
    stage.directory.users.update(user.person, user_principal_name=account)
    user.take_name(account)


@given("the user's account is deleted")
@when("the user's account is deleted")
def _deleted(stage: Stage, user: Actor) -> None:
    stage.directory.users.delete(user.person.id)


@given("an administrator who has registered what a reset needs", target_fixture="user")
def _administrator(stage: Stage) -> Actor:
    administrator = stage.enter()
    stage.directory.roles.assign(administrator.person, ADMINISTRATOR)
    register_administrator(stage, administrator)
    return administrator


@given("the Global Administrator has an alternate address")
def _alternate(stage: Stage, global_administrator: Actor) -> None:
    stage.directory.registration.add_email(global_administrator.person)
    stage.directory.users.populate(global_administrator.person)


@given("a colleague of the user", target_fixture="colleague")
def _colleague(stage: Stage) -> Actor:
    return stage.enter()


@given(parsers.parse("the colleague holds the role {role}"))
def _colleague_holds(stage: Stage, colleague: Actor, role: str) -> None:
    stage.directory.roles.assign(colleague.person, role)


@given("the colleague is no longer a Global Administrator")
def _no_longer(stage: Stage, colleague: Actor) -> None:
    _hold_for_a_while(stage, colleague, GLOBAL_ADMINISTRATOR)


@given("the user is no longer a User Administrator")
def _no_administrator_any_more(stage: Stage, user: Actor) -> None:
    _hold_for_a_while(stage, user, ADMINISTRATOR)


def _hold_for_a_while(stage: Stage, actor: Actor, role: str) -> None:
    stage.directory.roles.assign(actor.person, role)
    stage.directory.roles.take(actor.person, role)
    if actor.person.id in {each["id"] for each in stage.directory.roles.holders(role)}:
        raise Inconclusive("The role was taken away, and is still told (see ADM-13).")


@given("a Global Administrator", target_fixture="global_administrator")
@given("another Global Administrator", target_fixture="another_global_administrator")
def _global_administrator(stage: Stage) -> Actor:
    actor = stage.enter()
    stage.directory.roles.assign(actor.person)
    return actor
