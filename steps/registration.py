"""Registering security info."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from pages.registration.security_info import NotEnabled
from sspr.policy import Method
from steps.arranging import allowed, on_the_page
from steps.expect import applies, expect

if TYPE_CHECKING:
    from pages.journeys.registration import RegistrationStory
    from pages.journeys.sign_in import SignInStory
    from steps.actor import Actor
    from steps.stage import Stage

CLOSINGS = ("Done", "Looks good")
SETTING = "registration.required_at_sign_in"
# J20; an app that only makes codes is one of these, depending on which app it is.
APP_NAMES = {"softwareOneTimePasscode", "microsoftAuthenticatorPush"}


@when("the user registers an alternate email address", target_fixture="registration")
def _register_email(stage: Stage, user: Actor) -> RegistrationStory:
    allowed(stage, Method.EMAIL)
    return stage.register(user, Method.EMAIL)


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
    return stage.register(user, Method.MOBILE_PHONE)


@when("the user opens the registration page", target_fixture="registration")
def _open(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user)


@given("sign-in asks for registration")
def _sign_in_asks(stage: Stage) -> None:
    applies(stage.policy.registration.required_at_sign_in, "The policy does not ask at sign-in.")


@when("sign-in no longer asks for registration")
def _no_longer(stage: Stage) -> None:
    stage.change_policy("registration", required_at_sign_in=False)


@then("the user could skip the registration")
def _could_skip(sign_in: SignInStory) -> None:
    expect(sign_in.asked_to_register, "The user is asked to register.", "Nobody asks.", SETTING)
    expect(
        sign_in.could_skip and sign_in.signed_in,
        "The user can put it off and is signed in.",
        "There is no way past it.",
        SETTING,
    )


@then("the mobile phone was accepted")
def _phone_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.MOBILE_PHONE, "The texted code registers the phone.")


@then("nothing was registered")
def _nothing(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    listed = stage.directory.registration.details(user.person).methods
    expect(
        not registration.registered and not listed,
        "Nothing is registered.",
        f"Registered: {', '.join(listed) or ', '.join(registration.registered)}.",
    )


@then("the page says that the feature is not enabled for the user")
def _not_enabled(registration: RegistrationStory) -> None:
    expect(
        registration.error == NotEnabled.name and not registration.registered,
        "The page says that the feature is not enabled for the user.",
        f"Registered: {', '.join(registration.registered) or 'nothing'}. {registration.error}",
        "enablement.enabled",
    )


@then("the user was asked for the second factor")
def _second_factor(registration: RegistrationStory) -> None:
    expect(
        registration.proved_twice,
        "The registration page asks for the second factor.",
        "The password alone opens it.",
    )


@then("the user is asked to register if the policy requires it")
def _asked(stage: Stage, sign_in: SignInStory) -> None:
    required = stage.policy.registration.required_at_sign_in
    expect(
        sign_in.asked_to_register is required,
        f"The user is {'' if required else 'not '}asked to register.",
        f"The user was {'' if sign_in.asked_to_register else 'not '}asked to register.",
        SETTING,
    )


@then("the user is not asked to register")
@then("the user is not asked to register again")
def _not_asked(sign_in: SignInStory) -> None:
    expect(
        not sign_in.asked_to_register,
        "The user is not asked to register.",
        "The user was asked.",
        SETTING,
    )


@then("the alternate email address was accepted")
def _email_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.EMAIL, "The mailed code registers the address.")


@then("the authenticator app was accepted")
def _app_accepted(registration: RegistrationStory) -> None:
    _accepted(registration, Method.APP_CODE, "The app's code registers the app.")


def _accepted(registration: RegistrationStory, method: Method, expected: str) -> None:
    observed = registration.error or "It was not accepted."
    expect(method in registration.registered, expected, observed, "methods.allowed")


@then("the directory knows the alternate email address")
def _email_known(stage: Stage, user: Actor) -> None:
    methods = stage.directory.registration.methods(user.person)
    stage.evidence.rows("Registered methods", methods)
    addresses = {str(each.get("emailAddress", "")).lower() for each in methods}
    expect(
        user.alternate_email.lower() in addresses,
        f"The directory lists {user.alternate_email}.",
        f"It lists {len(methods)} methods and not this address.",
    )


@then("the directory knows the authenticator app")
def _app_known(stage: Stage, user: Actor) -> None:
    details = stage.directory.registration.details(user.person)
    expect(
        APP_NAMES & set(details.methods),
        "The registration report lists the authenticator app.",
        f"It lists {', '.join(details.methods) or 'nothing'}.",
    )


@then("the registration closes with Done or Looks good")
def _closes(registration: RegistrationStory) -> None:
    expect(
        registration.closed_with in CLOSINGS,
        "The registration closes with Done or Looks good.",
        registration.error or "It does not close.",
    )


@then("the directory counts the user as able to reset")
def _counted(stage: Stage, user: Actor) -> None:
    details = stage.directory.registration.details(user.person)
    expect(
        details.capable,
        "The registration report says that the user is capable of password reset.",
        f"It says registered: {details.registered}, enabled: {details.enabled}, capable: no.",
        "methods.required_to_reset",
    )
