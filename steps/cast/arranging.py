"""Giving people what a reset needs, by the quickest way that the tenant has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.proof import Proof
from pages.registration.security_info import NotEnabled
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.kept import all_is_kept
from steps.cast.serving import (
    APP,
    BY_CODE,
    ON_THE_PAGE,
    before,
    enough_of,
    lasts,
    leaves_a_choice,
    quickest,
    serves_alone,
    usable_of,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from pages.journeys.registration_story import RegistrationStory
    from sspr.policy import Policy
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

STEPS_OF_ADMINISTRATORS = 2  # D1
METHODS_OF_ADMINISTRATORS = (Method.EMAIL, Method.MOBILE_PHONE, Method.APP_CODE)  # D3
CALLED = {
    "a mailed code": Proof.EMAIL,
    "a texted code": Proof.TEXT,
    "a call to the mobile phone": Proof.CALL,
    "a call to the office phone": Proof.OFFICE_CALL,
    "a code of the authenticator app": Proof.APP_CODE,
    "a notification of the authenticator app": Proof.APP_NOTIFICATION,
    "answers to security questions": Proof.QUESTIONS,
}
NEEDS = {
    Proof.TEXT: "text",
    Proof.CALL: "call",
    Proof.OFFICE_CALL: "call",
    Proof.APP_NOTIFICATION: "push",
}
# What Graph lets nobody register for somebody else.
BY_THEMSELVES = (*APP, Method.SECURITY_QUESTIONS)


def register_enough(stage: Stage, actor: Actor) -> None:
    """
    Register for a user as many methods as the policy asks at a reset.

    Raises:
        Inconclusive: The tenant cannot be given enough of the methods that the policy allows.
    """
    methods = stage.policy.methods
    _register(stage, actor, quickest(stage, methods.allowed, methods.required_to_reset))


def register_administrator(stage: Stage, actor: Actor) -> None:
    """Register for an administrator what the policy of administrators asks (D1, D3)."""
    chosen = quickest(stage, METHODS_OF_ADMINISTRATORS, STEPS_OF_ADMINISTRATORS)
    _register(stage, actor, chosen)


def register_administrator_by(stage: Stage, actor: Actor, *methods: Method) -> None:
    """Register for an administrator what that policy asks, of nothing but ``methods`` (D3)."""
    _register(stage, actor, quickest(stage, methods, STEPS_OF_ADMINISTRATORS))


def register_administrator_with(stage: Stage, actor: Actor, proof: Proof) -> None:
    """Register for an administrator the method behind ``proof``, and another one (D3)."""
    if capability := NEEDS.get(proof):
        stage.tenant.capabilities.require(capability)
    others = [each for each in METHODS_OF_ADMINISTRATORS if each is not proof.method]
    _register(stage, actor, (proof.method, *quickest(stage, others, 1)))


def register_some(stage: Stage, actor: Actor, number: int) -> None:
    """Register ``number`` of the methods that the policy allows."""
    _register(stage, actor, quickest(stage, stage.policy.methods.allowed, number))


def register_one(stage: Stage, actor: Actor) -> None:
    """Register one of the methods that the policy allows and that serve as the only step."""
    _register(stage, actor, quickest(stage, _alone(stage), 1))


def register_one_on_the_pages(stage: Stage, actor: Actor) -> None:
    """
    Register such a method on the pages, to the end of a registration that asks for one.

    Raises:
        Inconclusive: The registration did not come to its end.
    """
    alone = _alone(stage)
    chosen = enough_of(stage, usable_of(stage, ON_THE_PAGE, alone), alone, 1)
    if not _set_up(stage, actor, chosen).closed_with:
        raise Inconclusive("The registration asked for more than one method (see REG-13).")


def _alone(stage: Stage) -> list[Method]:
    return [each for each in stage.policy.methods.allowed if serves_alone(stage, each)]


def register_with(stage: Stage, actor: Actor, proof: Proof) -> None:
    """Register the method behind ``proof``, and as many more as a reset needs."""
    if capability := NEEDS.get(proof):
        stage.tenant.capabilities.require(capability)
    alike = APP if proof.method in APP else (proof.method,)
    others = [each for each in stage.policy.methods.allowed if each not in alike]
    more = quickest(stage, others, stage.policy.methods.required_to_reset - 1)
    _register(stage, actor, (proof.method, *more))


def register_codes(stage: Stage, actor: Actor, number: int) -> None:
    """Register ``number`` of the methods that the policy allows and that take a code."""
    coded = [each for each in stage.policy.methods.allowed if each in BY_CODE]
    _register(stage, actor, quickest(stage, coded, number))


def register_without(stage: Stage, actor: Actor, left_out: Method) -> None:
    """Register what a reset needs, of all that the policy allows but ``left_out``."""
    methods = stage.policy.methods
    others = [each for each in methods.allowed if each is not left_out]
    _register(stage, actor, quickest(stage, others, methods.required_to_reset))


def register_email_and_another(stage: Stage, actor: Actor) -> None:
    """
    Register an alternate email address, and one other method that the policy allows.

    Email need not be allowed: another policy may do so, or the scenario is about its not serving.
    """
    others = [each for each in stage.policy.methods.allowed if each is not Method.EMAIL]
    _register(stage, actor, (Method.EMAIL, *quickest(stage, others, 1)))


def proof_called(words: str) -> Proof:
    """
    The proof that a feature calls ``words``.

    Raises:
        KeyError: No proof is called so.
    """
    return CALLED[words]


def register_for(stage: Stage, actor: Actor, time: dt.timedelta) -> None:
    """
    Register methods that Microsoft does not retire before ``time`` has passed (S6, S7).

    The user does so on the pages, from the first method to what closes the registration: only
    then does the time run until it is asked for again (B27).
    """
    methods = stage.policy.methods
    lasting = [each for each in methods.allowed if lasts(stage, each, time)]
    usable = usable_of(stage, ON_THE_PAGE, lasting)
    chosen = enough_of(stage, usable, lasting, methods.required_to_reset)
    story = _set_up(stage, actor, chosen)
    closed = story.closed_with and story.in_wizard >= len(chosen)
    if story.asked_at_sign_in and not closed:
        raise Inconclusive("The wizard asked for more or for less than a reset needs (see REG-13).")
    actor.given |= {*chosen}


def _register(stage: Stage, actor: Actor, chosen: tuple[Method, ...]) -> None:
    # First, since a telephone would be asked for on the way to it.
    missing = tuple(each for each in chosen if each not in actor.given)
    if on_page := _by_themselves(stage, missing):
        _set_up(stage, actor, on_page)
    actor.given |= {*on_page}
    give(stage, actor, *chosen)


def give(stage: Stage, actor: Actor, *methods: Method) -> None:
    """Register, through Graph, those of ``methods`` that it registers and nobody gave before."""
    others = set(methods) - actor.given
    actor.given |= others
    registration = stage.directory.registration
    if Method.EMAIL in others:
        registration.add_email(actor.person)
    if Method.MOBILE_PHONE in others:
        registration.add_mobile_phone(actor.person, actor.mobile_phone)
    if Method.OFFICE_PHONE in others:
        registration.add_office_phone(actor.person)


def _by_themselves(stage: Stage, chosen: Sequence[Method]) -> list[Method]:
    """What people have to register on the pages, with what the wizard wants before it."""
    on_page = [method for method in BY_THEMSELVES if method in chosen]
    if Method.SECURITY_QUESTIONS not in on_page or leaves_a_choice(stage):
        return on_page
    return [*before(stage, *on_page), *on_page]


def _set_up(stage: Stage, actor: Actor, chosen: Sequence[Method]) -> RegistrationStory:
    story = stage.register(actor, *chosen)
    if story.error == NotEnabled.name and _bars_somebody(stage.policy):
        with stage.opened_to_everybody():
            story = stage.register(actor, *chosen)
    if missing := set(chosen) - set(story.registered):
        raise Inconclusive(f"Could not be set up: {', '.join(missing)}. {story.error}")
    all_is_kept(stage, actor, story)
    return story


def _bars_somebody(policy: Policy) -> bool:
    return policy.enablement.enabled != "all" or not policy.enablement.administrators
