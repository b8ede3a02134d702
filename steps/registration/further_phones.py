"""Phones beside the mobile one: that of the office, and a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from pages.journeys.registration import NO_CHOICE, NOTHING_MORE
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.arranging import register_without
from steps.cast.serving import APP, ENDS, allowed, serves, usable_of
from steps.expect import applies, expect
from steps.weighing.presumed import may_register

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

OFFICE = Method.OFFICE_PHONE


@given("the policy lets people register an office phone")
def _office_serves(stage: Stage) -> None:
    allowed(stage, OFFICE)
    applies(serves(stage, OFFICE), "Calls no longer serve (S7).")


@given("texts reach users")
def _texts_reach(stage: Stage) -> None:
    over = stage.tenant.clock.today() >= ENDS[Method.MOBILE_PHONE]
    applies(not over, "Microsoft no longer texts users (S7).")


@given("the directory holds the office phone of the user")
def _in_directory(stage: Stage, user: Actor) -> None:
    stage.directory.users.update(user.person, business_phones=[user.person.office_phone])


@given("the user has registered what a reset needs without an office phone")
def _without_office(stage: Stage, user: Actor) -> None:
    register_without(stage, user, OFFICE)


@when("the user registers an office phone in the wizard at sign-in", target_fixture="registration")
def _in_wizard(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register_in_wizard(user, *_asked_first(stage), OFFICE)


def _asked_first(stage: Stage) -> list[Method]:
    """What the wizard wants before it asks for an office phone by itself (B35)."""
    safer = (*APP, Method.MOBILE_PHONE)
    usable = usable_of(stage, safer, stage.policy.methods.allowed)
    return usable if len(usable) < stage.policy.methods.required_to_reset else []


@when("the user adds an office phone to the security info", target_fixture="registration")
def _on_page(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register_in_security_info(user, OFFICE)


@then("the wizard has set up the office phone")
def _set_up(registration: RegistrationStory) -> None:
    _led_into_wizard(registration)
    expect(
        OFFICE in registration.registered,
        "The wizard lets the user set up the office phone that the directory has.",
        registration.error or "It does not.",
        "methods.allowed",
    )


@then("the wizard offers no office phone")
def _not_offered(registration: RegistrationStory) -> None:
    _led_into_wizard(registration)
    expect(
        OFFICE not in {*registration.offered, *registration.registered},
        "Where the directory has no office phone, the wizard asks for none.",
        "It lets the user set one up.",
    )


def _led_into_wizard(registration: RegistrationStory) -> None:
    may_register(registration)
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")


@then("the office phone was accepted")
def _accepted(registration: RegistrationStory) -> None:
    may_register(registration)
    expect(
        OFFICE in registration.registered,
        "The security info takes an office phone that the directory does not have.",
        registration.error or "It does not.",
        "methods.allowed",
    )


@given("the Authentication methods policy forbids calls")
def _forbids_calls(stage: Stage) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.switch_calls(on=False)


@given("the user has registered an alternate phone too")
def _has_alternate(stage: Stage, user: Actor) -> None:
    stage.directory.registration.add_alternate_phone(user.person)


@when("the user looks what could be added to the security info", target_fixture="registration")
def _look(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register_in_security_info(user, curious=True)


@when("the user looks what the wizard at sign-in offers", target_fixture="registration")
def _look_in_wizard(stage: Stage, user: Actor) -> RegistrationStory:
    story = stage.register_in_wizard(user)
    _led_into_wizard(story)
    return story


@then("an alternate phone is among it")
def _alternate(registration: RegistrationStory) -> None:
    _looked(registration)
    expect(registration.alternate_phone, "An alternate phone can be added.", "It cannot.")


@then("no alternate phone is among it")
def _no_alternate(registration: RegistrationStory) -> None:
    _looked(registration)
    expect(not registration.alternate_phone, "No alternate phone is offered.", "One is.")


def _looked(registration: RegistrationStory) -> None:
    may_register(registration)
    if registration.error not in {"", NO_CHOICE, NOTHING_MORE}:
        raise Inconclusive(f"Nothing could be looked at. {registration.error}")
