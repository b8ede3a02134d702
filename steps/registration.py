"""Registering security info."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.registration import NO_CHOICE
from pages.registration.security_info import NotEnabled
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.arranging import allowed, on_the_page
from steps.expect import applies, expect

if TYPE_CHECKING:
    from pages.journeys.registration import RegistrationStory
    from pages.journeys.sign_in import SignInStory
    from steps.actor import Actor
    from steps.stage import Stage

CLOSINGS = ("Done", "Looks good")
LOSE_ACCESS = "Don't lose access to your account"
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
    # Where the wizard wants the app first the phone comes second.
    first = {Method.APP_CODE} & set(stage.policy.methods.allowed)
    return stage.register(user, *first, Method.MOBILE_PHONE)


@when(
    "the user registers what a reset needs and looks what else could be added",
    target_fixture="registration",
)
def _register_and_look(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user, *on_the_page(stage), curious=True)


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


@when("the user comes to the registration pages again", target_fixture="registration")
def _again(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user)


@when("the user signs in and later opens another application", target_fixture="later")
def _another_application(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.sign_in_twice(user)


@then("the user is asked to register only the first time")
def _only_once(later: RegistrationStory) -> None:
    expect(
        not later.asked_at_sign_in,
        "Within one session the user is asked once.",
        "The user was asked again.",
        SETTING,
    )


@then("the wizard let go after as many methods as a reset needs")
def _wizard_number(stage: Stage, registration: RegistrationStory) -> None:
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")
    required = stage.policy.methods.required_to_reset
    expect(
        registration.in_wizard == required,
        f"The wizard sets up {required} methods.",
        f"It set up {registration.in_wizard}. {registration.error}".strip(),
        "methods.required_to_reset",
    )


@then("the wizard asked only for the methods that were missing")
def _wizard_missing(stage: Stage, registration: RegistrationStory) -> None:
    applies(registration.asked_at_sign_in, "Nothing leads into the wizard at sign-in.")
    missing = stage.policy.methods.required_to_reset - 1
    expect(
        registration.in_wizard == missing and not registration.error,
        f"The wizard sets up {missing} more.",
        f"It set up {registration.in_wizard}. {registration.error}".strip(),
        "methods.required_to_reset",
    )


@then("another method than the proposed one could be chosen")
def _could_choose(registration: RegistrationStory) -> None:
    expect(
        registration.registered or registration.error != NO_CHOICE,
        "The user can set up another method than the wizard proposes.",
        NO_CHOICE,
        "methods.allowed",
    )


@then("only methods that the policy allows could be chosen")
def _only_allowed(stage: Stage, registration: RegistrationStory) -> None:
    if not registration.offered:
        raise Inconclusive("No list of methods was shown.")
    usable = set(stage.policy.methods.allowed)
    app = {Method.APP_CODE, Method.APP_NOTIFICATION}
    usable |= app if usable & app else set()  # both are offered under one name
    expect(
        registration.offered <= usable,
        f"Nothing but {', '.join(sorted(usable))} can be chosen.",
        f"Offered: {', '.join(sorted(registration.offered))}.",
        "methods.allowed",
    )


@then("the pages are headed Don't lose access to your account")
def _headed(stage: Stage, registration: RegistrationStory) -> None:
    selected = stage.policy.enablement.enabled == "selected"
    applies(selected, "The policy names no group whose members are told.")
    expect(
        _lose_access(registration),
        f"A page is headed {LOSE_ACCESS!r}.",
        f"The pages are headed: {'; '.join(sorted(registration.headings))}.",
    )


@then("no page is headed Don't lose access to your account")
def _not_headed(registration: RegistrationStory) -> None:
    expect(not _lose_access(registration), "No page is headed so.", "One is.")


def _lose_access(registration: RegistrationStory) -> bool:
    headings = " ".join(registration.headings).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return LOSE_ACCESS.casefold() in headings.casefold()


@when(parsers.parse("the reconfirmation falls due in {days:d} days"))
def _before_due(stage: Stage, days: int) -> None:
    _wait_days(stage, stage.policy.registration.reconfirm_after_days - days)


@when("the reconfirmation is an hour overdue")
def _overdue(stage: Stage) -> None:
    _wait_days(stage, stage.policy.registration.reconfirm_after_days, hours=1)


def _wait_days(stage: Stage, days: int, hours: int = 0) -> None:
    declared = stage.policy.registration
    applies(
        declared.reconfirm_after_days and declared.required_at_sign_in,
        "The policy asks nobody to confirm.",
    )
    stage.tenant.capabilities.advance(dt.timedelta(days=days, hours=hours))


@then("the user is asked to confirm the security info")
def _asked_to_confirm(sign_in: SignInStory) -> None:
    expect(
        sign_in.asked_to_confirm or sign_in.asked_to_register,
        "The user is asked to confirm the security info.",
        "Nobody asks.",
        "registration.reconfirm_after_days",
    )


@then("the user is not asked to confirm the security info")
def _not_asked_to_confirm(sign_in: SignInStory) -> None:
    expect(
        not (sign_in.asked_to_confirm or sign_in.asked_to_register),
        "The user is not asked to confirm the security info.",
        "The user was asked.",
        "registration.reconfirm_after_days",
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
    if method not in registration.registered and registration.error == NO_CHOICE:
        raise Inconclusive(f"{method} could not be chosen (see REG-15). {NO_CHOICE}")
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
