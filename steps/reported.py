"""What the registration report tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from sspr.errors import Inconclusive
from steps.expect import expect

if TYPE_CHECKING:
    from steps.actor import Actor
    from steps.stage import Stage


@then("the registration report calls the user registered")
def _registered(stage: Stage, user: Actor) -> None:
    _reported_registered(stage, user, registered=True)


@then("the registration report calls the user not registered")
def _not_registered(stage: Stage, user: Actor) -> None:
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


def _up_to_date(stage: Stage, *, holds: bool) -> None:
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


@then("the registration report lists the email address alone")
def _lists_email(stage: Stage, user: Actor) -> None:
    _lists(stage, user, {"email"})


def _lists(stage: Stage, user: Actor, expected: set[str]) -> None:
    listed = set(stage.directory.registration.details(user.person).methods)
    _up_to_date(stage, holds=listed == expected)
    expect(
        listed == expected,
        f"The report lists {', '.join(sorted(expected))}.",
        f"It lists {', '.join(sorted(listed)) or 'nothing'}.",
    )
