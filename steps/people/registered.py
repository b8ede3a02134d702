"""What people have registered before a scenario begins, and what the directory holds of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, when

from pages.proof import Proof
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.arranging import (
    proof_called,
    register_administrator,
    register_codes,
    register_enough,
    register_for,
    register_one,
    register_one_on_the_pages,
    register_some,
    register_with,
    register_without,
)
from steps.cast.kept import apps_are_kept
from steps.cast.serving import APP, BY_GRAPH, allowed, serves, usable_of
from steps.expect import applies
from steps.weighing.presumed import TOO_FEW, turned_away

if TYPE_CHECKING:
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

REGISTERED_ONLY = dt.date(2026, 10, 5)  # S2


@given("the directory holds contact data that the user never registered")
def _populated(stage: Stage, user: Actor) -> None:
    stage.directory.users.populate(user.person)


@given("only what is registered serves")
def _registered_only(stage: Stage) -> None:
    today = stage.tenant.clock.today()
    applies(today >= REGISTERED_ONLY, "Contact data in the directory still serves (S2).")


@given("the user has registered one method less than a reset needs")
def _registered_too_few(stage: Stage, user: Actor) -> None:
    register_some(stage, user, stage.policy.methods.required_to_reset - 1)


@given("the user was turned away for that until now")
def _turned_away_so_far(stage: Stage, user: Actor) -> None:
    turned_away(stage.ask_for_reset(user), TOO_FEW, "RST-08")


@when("the user is given what a reset needs")
def _given_enough(stage: Stage, user: Actor) -> None:
    register_enough(stage, user)


@given(parsers.parse("the user has registered methods that last {days:d} days"))
def _registered_for_days(stage: Stage, user: Actor, days: int) -> None:
    register_for(stage, user, dt.timedelta(days=days))


@given("the user has registered two methods that take codes")
def _two_codes(stage: Stage, user: Actor) -> None:
    register_codes(stage, user, 2)


@given("the user has registered an email address among what a reset needs")
def _registered_mail(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.EMAIL)
    register_for(stage, user, dt.timedelta())


@given("the user has registered one method")
def _registered_one(stage: Stage, user: Actor) -> None:
    register_one(stage, user)


@given("the user has registered one method on the pages")
def _registered_one_on_pages(stage: Stage, user: Actor) -> None:
    register_one_on_the_pages(stage, user)


@given(parsers.parse("the user can prove the identity by {proof}"), target_fixture="proof")
def _can_prove_by(stage: Stage, user: Actor, proof: str) -> Proof:
    wanted = proof_called(proof)
    allowed(stage, wanted.method)
    applies(serves(stage, wanted.method), f"Under this policy {wanted.method} serves no reset.")
    register_with(stage, user, wanted)
    return wanted


@given("the user has set up another authenticator app and uses that")
def _another_app(stage: Stage, user: Actor) -> None:
    story = stage.register_in_security_info(user, Method.APP_CODE)
    if Method.APP_CODE not in story.registered:
        raise Inconclusive(f"No other app could be set up. {story.error}")
    apps_are_kept(stage, user, 2)


@given("the user can prove it by a mailed code as well")
def _by_mail_as_well(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.EMAIL)
    registration = stage.directory.registration
    if not any("emailAddress" in each for each in registration.methods(user.person)):
        registration.add_email(user.person)


@given("the user has registered what a reset needs without an email address")
def _registered_without_email(stage: Stage, user: Actor) -> None:
    register_without(stage, user, Method.EMAIL)


@given("the user has registered what a reset needs")
def _registered(stage: Stage, user: Actor) -> None:
    register_enough(stage, user)


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
    usable = [each for each in BY_GRAPH if each in methods.allowed and serves(stage, each)]
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
