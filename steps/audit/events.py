"""What the admin center's page *Registration and reset events* tells (J18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.entrances import enter_ready
from steps.expect import expect
from steps.settings.admin_center import administrator
from steps.weighing.presumed import may_register, was_reset

if TYPE_CHECKING:
    from pages.admin_center.events import Event
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

    Events = tuple[Event, ...]

READER = "Global Reader"  # sees Password reset and may read reports
REGISTRATION, RESET = "Registration", "Reset"
SUCCESS, FAILURE = "Success", "Failure"
BY_APP = {"App notification", "App code"}
# Which of its two ways a mobile phone or an app was registered by is not documented.
REGISTERED_BY = {
    Method.EMAIL: {"Email"},
    Method.MOBILE_PHONE: {"SMS", "Phone Call"},
    Method.OFFICE_PHONE: {"Office Call"},
    Method.SECURITY_QUESTIONS: {"Security questions"},
    Method.APP_CODE: BY_APP,
    Method.APP_NOTIFICATION: BY_APP,
}
RESET_BY = {
    Proof.EMAIL: "Email",
    Proof.TEXT: "SMS",
    Proof.CALL: "Phone Call",
    Proof.OFFICE_CALL: "Office Call",
    Proof.QUESTIONS: "Security questions",
    Proof.APP_CODE: "App code",
    Proof.APP_NOTIFICATION: "App notification",
}


@when("an administrator reads the registration and reset events", target_fixture="events")
def _read(stage: Stage) -> Events:
    return _events(stage)


@when(
    parsers.parse("an administrator reads the registration and reset events of {period}"),
    target_fixture="events",
)
def _read_of(stage: Stage, period: str) -> Events:
    return _events(stage, period)


def _events(stage: Stage, period: str = "") -> Events:
    story = stage.read_events(administrator(stage, READER), period)
    if not story.stood:
        raise Inconclusive(f"The admin center does not show them: {story.error}")
    return story.events


@then("the events tell by what the user registered")
def _registered(stage: Stage, user: Actor, registration: RegistrationStory, events: Events) -> None:
    may_register(registration)
    if not registration.registered:
        raise Inconclusive(f"Nothing was registered. {registration.error}")
    told = _methods(events, user, REGISTRATION, SUCCESS)
    missing = [each for each in registration.registered if not told & REGISTERED_BY[each]]
    _arrived(stage, holds=not missing)
    expect(
        not missing,
        f"The events tell of: {', '.join(registration.registered)}.",
        f"They tell of registrations by: {', '.join(sorted(told)) or 'nothing'}.",
    )


@then("the events tell by what the user reset the password")
def _reset(stage: Stage, user: Actor, reset: ResetStory, events: Events) -> None:
    was_reset(reset)
    passed = {RESET_BY[proof] for proof in reset.passed}
    told = _methods(events, user, RESET, SUCCESS)
    _arrived(stage, holds=told)
    expect(
        told and told <= passed,
        f"The events tell of a reset by {' and '.join(sorted(passed))}.",
        f"They tell of resets by: {', '.join(sorted(told)) or 'nothing'}.",
    )


@then("the events tell of the reset by the user")
def _told(stage: Stage, user: Actor, reset: ResetStory, events: Events) -> None:
    was_reset(reset)
    found = _of(events, user, RESET)
    _arrived(stage, holds=found)
    if not found:
        _others_are_told(stage)
    expect(found, "The events tell of the reset.", "They do not.")


def _others_are_told(stage: Stage) -> None:
    """What was never told cannot be missed later."""
    witness = enter_ready(stage)
    was_reset(stage.reset(witness))
    if not _of(_events(stage), witness, RESET):
        raise Inconclusive("Nor do they tell of a reset that was made just now (see AUD-26).")


@then("the events tell of a failure and its reason")
def _failed(stage: Stage, user: Actor, reset: ResetStory, events: Events) -> None:
    if reset.ending is not Ending.REFUSED_PROOF:
        raise Inconclusive(f"No proof was refused. {reset}")
    failures = [each for each in _of(events, user, RESET) if each.status == FAILURE]
    tried = RESET_BY[Wish(preferred=user.easiest).choice(reset.first_offer, ())]
    _arrived(stage, holds=failures)
    expect(
        any(each.reason for each in failures),
        "The events tell of a failed reset and its reason.",
        f"They tell of {len(failures)} failures." if failures else "They tell of none.",
    )
    told = {each.method for each in failures}
    expect(told == {tried}, f"They call it {tried}.", f"They call it {', '.join(sorted(told))}.")


@then("the events tell of no reset by the user")
def _no_reset(user: Actor, events: Events) -> None:
    found = _of(events, user, RESET)
    expect(not found, "The events tell of no reset by the user.", f"They tell of {len(found)}.")


def _methods(events: Events, user: Actor, feature: str, status: str) -> set[str]:
    return {each.method for each in _of(events, user, feature) if each.status == status}


def _of(events: Events, user: Actor, feature: str) -> list[Event]:
    account = user.account.lower()
    return [each for each in events if each.account.lower() == account and each.feature == feature]


def _arrived(stage: Stage, *, holds: object) -> None:
    """A live tenant's page may be too late to tell anything (J15)."""
    if stage.tenant.live and not holds:
        raise Inconclusive("The reports of this tenant are up to an hour late.")
