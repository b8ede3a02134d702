"""What the directory knows of what somebody registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import then

from sspr.policy import Method
from steps.cast.kept import methods_among
from steps.expect import expect
from steps.weighing.witness import texted_phones_are_kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@then("the directory knows the alternate email address")
def _email_known(stage: Stage, user: Actor) -> None:
    methods = _registered(stage, user)
    expect(
        user.alternate_email.lower() in _addresses(methods),
        f"The directory lists {user.alternate_email}.",
        f"It lists {len(methods)} methods and not this address.",
    )


@then("the directory does not know the alternate email address")
def _email_unknown(stage: Stage, user: Actor) -> None:
    expect(
        user.alternate_email.lower() not in _addresses(_registered(stage, user)),
        f"The directory does not list {user.alternate_email}.",
        "It does.",
    )


def _registered(stage: Stage, user: Actor) -> Sequence[dict[str, Any]]:
    methods = stage.directory.registration.methods(user.person)
    stage.evidence.rows("Registered methods", methods)
    return methods


def _addresses(methods: Sequence[dict[str, Any]]) -> set[str]:
    return {str(each.get("emailAddress", "")).lower() for each in methods}


@then("the directory knows the mobile phone")
@then("the directory still knows the mobile phone")
def _phone_known(stage: Stage, user: Actor) -> None:
    _known(stage, user, Method.MOBILE_PHONE)
    kept = {_digits(each.get("phoneNumber")) for each in _registered(stage, user)}
    expect(
        _digits(user.mobile_phone) in kept,
        f"The directory lists the number {user.mobile_phone}.",
        "It lists another one.",
    )


def _digits(number: object) -> str:
    return "".join(filter(str.isdigit, str(number or "")))


@then("the directory knows the phone that was called")
def _called_known(stage: Stage, user: Actor) -> None:
    known = methods_among(_registered(stage, user))
    if Method.MOBILE_PHONE not in known and stage.tenant.capabilities.has("text"):
        texted_phones_are_kept(stage)
    _known(stage, user, Method.MOBILE_PHONE)


@then("the directory knows the office phone")
def _office_known(stage: Stage, user: Actor) -> None:
    _known(stage, user, Method.OFFICE_PHONE)


@then("the directory knows the authenticator app")
@then("the directory still knows the authenticator app")
def _app_known(stage: Stage, user: Actor) -> None:
    _known(stage, user, Method.APP_CODE)


def _known(stage: Stage, user: Actor, method: Method) -> None:
    """The directory lists it; what the registration report says is another promise (AUD-11)."""
    known = methods_among(_registered(stage, user))
    expect(
        method in known,
        f"The directory lists the method {method}.",
        f"It lists {', '.join(sorted(known)) or 'nothing'}.",
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
