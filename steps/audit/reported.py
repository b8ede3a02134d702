"""What the registration report tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import parsers, then

from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.kept import apps_are_kept
from steps.expect import expect
from steps.reset.verification import takes_two_gates

if TYPE_CHECKING:
    from collections.abc import Collection

    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

# J20; an app that only makes codes is one of these, depending on which app it is.
APP_NAMES = {"softwareOneTimePasscode", "microsoftAuthenticatorPush"}


@then("the registration report calls the user registered")
def _registered(stage: Stage, user: Actor) -> None:
    _reported_registered(stage, user, registered=True)


@then("the registration report calls the user not registered")
def _not_registered(stage: Stage, user: Actor) -> None:
    _reported_registered(stage, user, registered=False)


@then("the registration report calls the administrator not registered")
def _administrator_not_registered(stage: Stage, user: Actor) -> None:
    takes_two_gates(stage)
    _reported_registered(stage, user, registered=False)


def _reported_registered(stage: Stage, user: Actor, *, registered: bool) -> None:
    details = stage.directory.registration.details(user.person)
    _up_to_date(stage, holds=details.registered is registered)
    expect(
        details.registered is registered,
        f"isSsprRegistered is {str(registered).lower()}.",
        f"It is {str(details.registered).lower()}; listed: {', '.join(details.methods) or 'none'}.",
        "methods.required_to_reset",
    )


@then("the registration report calls the user capable")
def _capable(stage: Stage, user: Actor) -> None:
    _reported_capable(stage, user, capable=True)


@then("the registration report calls the user not capable")
def _not_capable(stage: Stage, user: Actor) -> None:
    _reported_capable(stage, user, capable=False)


def _reported_capable(stage: Stage, user: Actor, *, capable: bool) -> None:
    found = stage.directory.registration.details(user.person).capable
    _up_to_date(stage, holds=found is capable)
    expect(
        found is capable,
        f"isSsprCapable is {str(capable).lower()}.",
        f"It is {str(found).lower()}.",
        "enablement.enabled",
    )


def _up_to_date(stage: Stage, *, holds: object) -> None:
    """A live tenant's report may be too late to tell anything (J17)."""
    if stage.tenant.live and not holds:
        raise Inconclusive("The registration report of this tenant is up to 36 hours late.")


@then("the registration report lists the user")
def _lists_user(stage: Stage, user: Actor) -> None:
    _reported_at_all(stage, user, listed=True)


@then("the registration report does not list the user")
def _lists_user_not(stage: Stage, user: Actor) -> None:
    _reported_at_all(stage, user, listed=False)


def _reported_at_all(stage: Stage, user: Actor, *, listed: bool) -> None:
    found = stage.directory.registration.lists(user.person)
    _up_to_date(stage, holds=found is listed)
    expect(
        found is listed,
        f"The user is {'' if listed else 'not '}in the registration report.",
        f"The user is {'' if found else 'not '}in it.",
    )


@then("the registration report lists the email address and both telephones")
def _lists_all(stage: Stage, user: Actor) -> None:
    _lists(stage, user, {"email", "mobilePhone", "officePhone"})


@then("the registration report lists the mobile phone and the alternate one")
def _lists_alternate(stage: Stage, user: Actor) -> None:
    _lists(stage, user, {"mobilePhone", "alternateMobilePhone"})


@then("the registration report lists the email address alone")
def _lists_email(stage: Stage, user: Actor) -> None:
    _lists(stage, user, {"email"})


@then("the registration report lists no email address")
def _lists_no_email(stage: Stage, user: Actor) -> None:
    listed = stage.directory.registration.details(user.person).methods
    _up_to_date(stage, holds="email" not in listed)
    expect(
        "email" not in listed,
        "The report lists no email address.",
        f"It lists {', '.join(sorted(listed))}.",
    )


def _lists(stage: Stage, user: Actor, expected: set[str]) -> None:
    listed = set(stage.directory.registration.details(user.person).methods)
    _up_to_date(stage, holds=listed == expected)
    expect(
        listed == expected,
        f"The report lists {', '.join(sorted(expected))}.",
        f"It lists {', '.join(sorted(listed)) or 'nothing'}.",
    )


@then("the registration report lists the authenticator app")
def _lists_app(stage: Stage, user: Actor) -> None:
    apps_are_kept(stage, user)
    _lists_among(stage, user, APP_NAMES)


@then("the registration report lists the security questions")
def _lists_questions(stage: Stage, user: Actor) -> None:
    _lists_among(stage, user, {"securityQuestion"})


def _lists_among(stage: Stage, user: Actor, names: Collection[str]) -> None:
    """One of ``names``, whatever else was registered on the way."""
    listed = set(stage.directory.registration.details(user.person).methods)
    _up_to_date(stage, holds=listed & set(names))
    expect(
        listed & set(names),
        f"The report lists {' or '.join(sorted(names))}.",
        f"It lists {', '.join(sorted(listed)) or 'nothing'}.",
    )


@then(parsers.re(r"the registration report calls the user (?P<which>an|no) administrator"))
def _reported_administrator(stage: Stage, user: Actor, which: str) -> None:
    found = stage.directory.registration.details(user.person).administrator
    _is(stage, "isAdmin", found, wanted=which == "an")


def _is(stage: Stage, flag: str, found: object, *, wanted: bool) -> None:
    _up_to_date(stage, holds=found is wanted)
    told = f"{flag} is {str(wanted).lower()}."
    expect(found is wanted, told, f"It is {str(found).lower()}.")


@then(
    parsers.re(
        r"the registration report says that the user has (?P<which>a|no) method for "
        r"multifactor sign-in"
    )
)
def _reported_factor(stage: Stage, user: Actor, which: str) -> None:
    if which == "a" and Method.APP_CODE in user.given:
        apps_are_kept(stage, user)
    line = stage.directory.registration.details(user.person)
    _is(stage, "isMfaRegistered", line.factor, wanted=which == "a")
    if which == "no":
        _is(stage, "isMfaCapable", line.mfa_capable, wanted=False)


@then("the registration report says that the user cannot sign in without a password")
def _reported_passwordless(stage: Stage, user: Actor) -> None:
    found = stage.directory.registration.details(user.person).passwordless
    _is(stage, "isPasswordlessCapable", found, wanted=False)


@then(parsers.re(r"the registration report names the user as a (?P<kind>member|guest)"))
def _names(stage: Stage, user: Actor, kind: str) -> None:
    line = stage.directory.registration.details(user.person)
    told = (line.name, line.account.casefold(), line.kind)
    wanted = (user.person.display_name, user.account.casefold(), kind)
    _up_to_date(stage, holds=told == wanted)
    expect(
        told == wanted,
        f"The line names {', '.join(wanted)}.",
        f"It names {', '.join(told)}.",
    )
