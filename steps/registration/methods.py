"""Registering methods, and what the pages say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.registration import NO_CHOICE
from pages.registration.security_info import NotEnabled
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.kept import apps_are_kept
from steps.cast.serving import allowed, before, before_address, on_the_page, serves
from steps.expect import applies, expect
from steps.weighing.presumed import may_register

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

CLOSINGS = ("Done", "Looks good")


@when("the user registers an alternate email address", target_fixture="registration")
def _register_email(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.EMAIL)
    return _register_wherever_allowed(stage, user)


@when(
    "the user registers an alternate email address that either policy allows",
    target_fixture="registration",
)
def _register_wherever_allowed(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user, *before_address(stage), Method.EMAIL)


@when("the user adds it to the security info again", target_fixture="registration")
def _add_email_again(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register_in_security_info(user, Method.EMAIL)


@when("the user tries to register an email address", target_fixture="registration")
def _try_to_register_email(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user, Method.EMAIL)


@then("the email address could not be chosen")
def _no_email_to_choose(registration: RegistrationStory) -> None:
    may_register(registration)
    expect(
        Method.EMAIL not in {*registration.registered, *registration.offered},
        "An email address can no longer be registered.",
        f"It could be chosen. {registration.error}".strip(),
        "methods.allowed",
    )


@when("the user registers an authenticator app", target_fixture="registration")
def _register_app(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.APP_CODE)
    return stage.register(user, Method.APP_CODE)


@when("the user registers what a reset needs", target_fixture="registration")
def _register_enough(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user, *on_the_page(stage))


@when("the user registers a mobile phone", target_fixture="registration")
def _register_phone(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.MOBILE_PHONE)
    return stage.register(user, *before(stage, Method.MOBILE_PHONE), Method.MOBILE_PHONE)


@when("the user registers a mobile phone by a call", target_fixture="registration")
def _register_phone_by_call(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.MOBILE_PHONE)
    return stage.register(
        user, *before(stage, Method.MOBILE_PHONE), Method.MOBILE_PHONE, by_call=True
    )


@when("the user registers an authenticator app for notifications", target_fixture="registration")
def _register_for_notifications(stage: Stage, user: Actor) -> RegistrationStory:
    _takes_notifications(stage)
    return stage.register(user, Method.APP_NOTIFICATION)


def _takes_notifications(stage: Stage) -> None:
    allowed(stage, Method.APP_NOTIFICATION)
    applies(
        serves(stage, Method.APP_NOTIFICATION),
        "Before migration a policy of one step takes the app's code only (B13).",
    )


@given(parsers.parse("the user has registered {number:d} authenticator apps"))
def _has_apps(stage: Stage, user: Actor, number: int) -> None:
    allowed(stage, Method.APP_CODE)
    _set_up(stage, user, Method.APP_CODE, number)


@given(parsers.parse("the user has registered {number:d} authenticator apps for notifications"))
def _has_apps_for_notifications(stage: Stage, user: Actor, number: int) -> None:
    _takes_notifications(stage)
    _set_up(stage, user, Method.APP_NOTIFICATION, number)


def _set_up(stage: Stage, user: Actor, app: Method, number: int) -> None:
    story = stage.register(user, *(app,) * number)
    if len(story.registered) < number:
        raise Inconclusive(f"Only {len(story.registered)} apps could be set up. {story.error}")
    apps_are_kept(stage, user, number)


@when(
    "the user registers what a reset needs and looks what else could be added",
    target_fixture="registration",
)
def _register_and_look(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user, *on_the_page(stage), curious=True)


@when("the user opens the registration page", target_fixture="registration")
def _open(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user)


@then("nothing was registered")
def _nothing(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    may_register(registration)
    listed = stage.directory.registration.details(user.person).methods
    expect(
        not registration.registered and not listed,
        "Nothing is registered.",
        f"Registered: {', '.join(listed) or ', '.join(registration.registered)}.",
    )


@then("the registration page serves the user")
def _serves(registration: RegistrationStory) -> None:
    expect(
        registration.error != NotEnabled.name,
        "Whoever is enabled can register whether or not sign-in asks for it.",
        "The page says that the feature is not enabled for the user.",
        "registration.required_at_sign_in",
    )


@then("the alternate email address was accepted")
def _email_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.EMAIL, "The mailed code registers the address.")


@then("the authenticator app was accepted")
def _app_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.APP_CODE, "The app's code registers the app.")


@then("the mobile phone was accepted")
def _phone_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.MOBILE_PHONE, "The code or the call registers the phone.")


@then("the authenticator app was accepted for notifications")
def _notifications_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.APP_NOTIFICATION, "The approved number registers the app.")


@then("the authenticator app was not accepted for notifications")
def _notifications_not_accepted(registration: RegistrationStory) -> None:
    _not_accepted(registration, Method.APP_NOTIFICATION)


@then("the alternate email address was not accepted")
def _email_not_accepted(registration: RegistrationStory) -> None:
    _not_accepted(registration, Method.EMAIL)


@then("the mobile phone was not accepted")
def _phone_not_accepted(registration: RegistrationStory) -> None:
    _not_accepted(registration, Method.MOBILE_PHONE)


@then("the authenticator app was not accepted")
def _app_not_accepted(registration: RegistrationStory) -> None:
    _not_accepted(registration, Method.APP_CODE)


def _accepted(registration: RegistrationStory, method: Method, expected: str) -> None:
    may_register(registration)
    if method not in registration.registered and registration.error == NO_CHOICE:
        raise Inconclusive(f"{method} could not be chosen (see REG-15). {NO_CHOICE}")
    observed = registration.error or "It was not accepted."
    expect(method in registration.registered, expected, observed, "methods.allowed")


def _not_accepted(registration: RegistrationStory, method: Method) -> None:
    may_register(registration)
    expect(method not in registration.registered, "It is not accepted.", "It is.")


@then("the registration closes with Done or Looks good")
def _closes(registration: RegistrationStory) -> None:
    may_register(registration)
    if registration.error == NO_CHOICE:
        raise Inconclusive(f"The wizard asked for more (see REG-13 and REG-15). {NO_CHOICE}")
    expect(
        registration.closed_with in CLOSINGS,
        "The registration closes with Done or Looks good.",
        registration.error or "It does not close.",
    )
