"""Whether the directory knows what somebody registered, as far as Graph lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.serving import APP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pages.journeys.registration_story import RegistrationStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

PASSWORD = "passwordAuthenticationMethod"  # noqa: S105 - the name of a resource
TYPE = "@odata.type"
APPS = ("softwareOathAuthenticationMethod", "microsoftAuthenticatorAuthenticationMethod")
PHONES = {"mobile": Method.MOBILE_PHONE, "office": Method.OFFICE_PHONE}


def methods_among(listed: Sequence[dict[str, Any]]) -> set[Method]:
    """Which methods of a reset are among what Graph lists; every app counts as one of codes."""
    known = {PHONES[each["phoneType"]] for each in listed if each.get("phoneType") in PHONES}
    known |= {Method.EMAIL for each in listed if each.get("emailAddress")}
    return known | {Method.APP_CODE for each in listed if str(each.get(TYPE)).endswith(APPS)}


def apps_are_kept(stage: Stage, user: Actor, number: int = 1) -> None:
    """
    Go on only if the directory knows so many authenticator apps of the user.

    Raises:
        Inconclusive: It knows fewer.
    """
    kept = sum(each.endswith(APPS) for each in _kinds(stage, user))
    if kept < number:
        raise Inconclusive(f"Only {kept} of {number} apps have been kept (see REG-03).")


def all_is_kept(stage: Stage, user: Actor, registration: RegistrationStory) -> None:
    """
    Go on only if the directory knows as much as was registered; questions are never listed.

    Raises:
        Inconclusive: It knows less.
    """
    wanted = {Method.APP_CODE if each in APP else each for each in registration.registered}
    kept = [each for each in _kinds(stage, user) if not each.endswith(PASSWORD)]
    if len(kept) < len(wanted - {Method.SECURITY_QUESTIONS}):
        raise Inconclusive("Not all that was registered has been kept (see REG-02 to REG-04).")


def _kinds(stage: Stage, user: Actor) -> list[str]:
    listed = stage.directory.registration.methods(user.person)
    return [str(each.get(TYPE)) for each in listed]
