"""Who is on stage."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pytest_bdd import given, parsers

from pages.proof import Proof
from sspr.errors import Inconclusive, UsageError
from sspr.policy import Method
from steps.arranging import (
    proof_called,
    register_administrator,
    register_enough,
    register_for,
    register_one,
    register_some,
    register_with,
)
from steps.expect import applies
from steps.serving import APP, allowed, serves, usable_of

if TYPE_CHECKING:
    from sspr.directory.groups import Group
    from steps.actor import Actor
    from steps.stage import Stage

GRAPH_METHODS = (Method.EMAIL, Method.MOBILE_PHONE, Method.OFFICE_PHONE)
ADMINISTRATOR = "User Administrator"  # on the list of D12, and no Global Administrator


@given("a user whom the policy enables", target_fixture="user")
def _enabled(stage: Stage) -> Actor:
    return enter_enabled(stage)


def enter_enabled(stage: Stage, **more: object) -> Actor:
    """
    A user whom the policy enables comes on; ``more`` are further fields of the account.

    Raises:
        NotApplicable: The policy enables nobody.
    """
    enablement = stage.policy.enablement
    applies(enablement.enabled != "none", "The policy enables no users.")
    user = stage.enter(**more)
    if enablement.enabled == "selected" and enablement.group:
        stage.directory.groups.add(enabled_group(stage), user.person)
    return user


def enabled_group(stage: Stage) -> Group:
    """
    The group that the policy names.

    Raises:
        Inconclusive: The tenant has no such group, or several.
    """
    try:
        return stage.directory.groups.named(str(stage.policy.enablement.group))
    except UsageError as error:
        raise Inconclusive(f"{error} (see CFG-09)") from None


@given("a user outside the enabled group", target_fixture="user")
def _outside(stage: Stage) -> Actor:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group that a user could be outside of.")
    return stage.enter()


@given("a user in another group than the enabled one", target_fixture="user")
def _in_another(stage: Stage) -> Actor:
    user = _outside(stage)
    other = stage.directory.groups.create("SSPR harness other group")
    stage.directory.groups.add(other, user.person)
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
    user, group = stage.enter(), stage.directory.groups.create("SSPR harness nested group")
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


@given("the user's password was given out by an administrator")
def _given_out(stage: Stage, user: Actor) -> None:
    password = stage.fresh_password(user)
    stage.directory.users.set_password(user.person, password)
    user.change_to(password)


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


@given("the user's account is deleted")
def _deleted(stage: Stage, user: Actor) -> None:
    stage.directory.users.delete(user.person.id)


@given("the directory holds contact data that the user never registered")
def _populated(stage: Stage, user: Actor) -> None:
    stage.directory.users.populate(user.person)


@given("the user has registered one method less than a reset needs")
def _registered_too_few(stage: Stage, user: Actor) -> None:
    register_some(stage, user, stage.policy.methods.required_to_reset - 1)


@given(parsers.parse("the user has registered methods that last {days:d} days"))
def _registered_for_days(stage: Stage, user: Actor, days: int) -> None:
    register_for(stage, user, dt.timedelta(days=days))


@given("the user has registered an email address among what a reset needs")
def _registered_mail(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.EMAIL)
    register_for(stage, user, dt.timedelta())


@given("the user has registered one method")
def _registered_one(stage: Stage, user: Actor) -> None:
    register_one(stage, user)


@given(parsers.parse("the user can prove the identity by {proof}"), target_fixture="proof")
def _can_prove_by(stage: Stage, user: Actor, proof: str) -> Proof:
    wanted = proof_called(proof)
    allowed(stage, wanted.method)
    applies(serves(stage, wanted.method), f"Under this policy {wanted.method} serves no reset.")
    register_with(stage, user, wanted)
    return wanted


@given("the user can prove it by a mailed code as well")
def _by_mail_as_well(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.EMAIL)
    registration = stage.directory.registration
    if not any("emailAddress" in each for each in registration.methods(user.person)):
        registration.add_email(user.person)


@given("the user has registered what a reset needs")
def _registered(stage: Stage, user: Actor) -> None:
    register_enough(stage, user)


@given("an administrator who has registered what a reset needs", target_fixture="user")
def _administrator(stage: Stage) -> Actor:
    administrator = stage.enter()
    stage.directory.roles.assign(administrator.person, ADMINISTRATOR)
    register_administrator(stage, administrator)
    return administrator


@given("the administrator has registered what a reset needs")
def _registered_administrator(stage: Stage, user: Actor) -> None:
    register_administrator(stage, user)


@given("the user has registered an email address")
def _registered_email(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.EMAIL)
    stage.directory.registration.add_email(user.person)


@given("email and both telephones give what a reset needs")
def _give_enough(stage: Stage) -> None:
    methods = stage.policy.methods
    usable = [each for each in GRAPH_METHODS if each in methods.allowed and serves(stage, each)]
    applies(
        len(usable) >= methods.required_to_reset,
        f"A reset needs {methods.required_to_reset} methods, and of these the policy allows "
        f"{', '.join(usable) or 'none'}.",
    )


@given("the user has registered an email address and both telephones")
def _registered_all(stage: Stage, user: Actor) -> None:
    registration = stage.directory.registration
    registration.add_email(user.person)
    registration.add_mobile_phone(user.person, user.mobile_phone)
    registration.add_office_phone(user.person)


@given("the user has registered a mobile phone")
def _registered_mobile(stage: Stage, user: Actor) -> None:
    stage.directory.registration.add_mobile_phone(user.person, user.mobile_phone)


@given("the user has registered an office phone")
def _registered_office(stage: Stage, user: Actor) -> None:
    stage.directory.registration.add_office_phone(user.person)


@given("the user has registered both telephones")
def _registered_telephones(stage: Stage, user: Actor) -> None:
    registration = stage.directory.registration
    registration.add_mobile_phone(user.person, user.mobile_phone)
    registration.add_office_phone(user.person)


@given("the user has set up Microsoft Authenticator")
def _set_up_authenticator(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.APP_NOTIFICATION)
    usable = usable_of(stage, APP, stage.policy.methods.allowed)
    applies(usable, "Under this policy no authenticator app serves (B13).")
    register_with(stage, user, Proof.APP_NOTIFICATION)


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


@given("a Global Administrator", target_fixture="global_administrator")
@given("another Global Administrator", target_fixture="another_global_administrator")
def _global_administrator(stage: Stage) -> Actor:
    actor = stage.enter()
    stage.directory.roles.assign(actor.person)
    return actor
