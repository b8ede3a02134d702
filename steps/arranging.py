"""Giving people what a reset needs, by the quickest way that the tenant has."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pages.proof import Proof
from pages.registration.security_info import NotEnabled
from sspr.errors import Inconclusive
from sspr.policy import Method, MigrationState
from steps.expect import applies

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sspr.policy import Policy
    from steps.actor import Actor
    from steps.stage import Stage

STEPS_OF_ADMINISTRATORS = 2  # D1
METHODS_OF_ADMINISTRATORS = (Method.EMAIL, Method.MOBILE_PHONE, Method.APP_CODE)  # D3
ENDS = {
    Method.MOBILE_PHONE: dt.date(2027, 2, 1),  # S7
    Method.OFFICE_PHONE: dt.date(2027, 2, 1),
    Method.SECURITY_QUESTIONS: dt.date(2027, 3, 1),  # S6
}
"""The day from which a method no longer serves."""
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
SHOWN_BY = {
    Method.MOBILE_PHONE: "text",
    Method.OFFICE_PHONE: "call",
    Method.APP_NOTIFICATION: "push",
}
"""What a tenant must be able to show of a method before anybody can be given it."""
APP = (Method.APP_CODE, Method.APP_NOTIFICATION)
BY_CODE = (Method.EMAIL, Method.MOBILE_PHONE, Method.APP_CODE)
QUICKEST = (
    Method.EMAIL,
    Method.MOBILE_PHONE,
    Method.APP_CODE,
    Method.APP_NOTIFICATION,
    Method.OFFICE_PHONE,
    Method.SECURITY_QUESTIONS,
)
ON_THE_PAGE = (
    Method.EMAIL,
    Method.APP_CODE,
    Method.APP_NOTIFICATION,
    Method.MOBILE_PHONE,
    Method.SECURITY_QUESTIONS,
)
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


def register_some(stage: Stage, actor: Actor, number: int) -> None:
    """Register ``number`` of the methods that the policy allows."""
    _register(stage, actor, quickest(stage, stage.policy.methods.allowed, number))


def register_with(stage: Stage, actor: Actor, proof: Proof) -> None:
    """Register the method behind ``proof``, and as many more as a reset needs."""
    if capability := NEEDS.get(proof):
        stage.tenant.capabilities.require(capability)
    alike = APP if proof.method in APP else (proof.method,)
    others = [each for each in stage.policy.methods.allowed if each not in alike]
    more = quickest(stage, others, stage.policy.methods.required_to_reset - 1)
    _register(stage, actor, (proof.method, *more))


def register_email_and_another(stage: Stage, actor: Actor) -> None:
    """Register an alternate email address, and one other method that the policy allows."""
    allowed(stage, Method.EMAIL)
    others = [each for each in stage.policy.methods.allowed if each is not Method.EMAIL]
    _register(stage, actor, (Method.EMAIL, *quickest(stage, others, 1)))


def proof_called(words: str) -> Proof:
    """
    The proof that a feature calls ``words``.

    Raises:
        KeyError: No proof is called so.
    """
    return CALLED[words]


def quickest(stage: Stage, allowed: Collection[Method], number: int) -> tuple[Method, ...]:
    """The ``number`` allowed methods that take least: through Graph before on the page."""
    return _enough(stage, _usable(stage, QUICKEST, allowed), allowed, number)


def on_the_page(stage: Stage) -> tuple[Method, ...]:
    """The methods that a user registers on the pages when a reset asks for that many."""
    methods = stage.policy.methods
    allowed = [each for each in methods.allowed if each in ON_THE_PAGE]
    usable = _usable(stage, ON_THE_PAGE, allowed)
    return _enough(stage, usable, allowed, methods.required_to_reset)


def register_for_long(stage: Stage, actor: Actor) -> None:
    """
    Register methods that Microsoft does not retire before long (S6, S7).

    The user does so on the pages, from the first method to what closes the registration: only
    then does the time run until it is asked for again (B27).
    """
    methods = stage.policy.methods
    lasting = [each for each in methods.allowed if each not in ENDS]
    usable = _usable(stage, ON_THE_PAGE, lasting)
    _set_up(stage, actor, _enough(stage, usable, lasting, methods.required_to_reset))


def the_app(stage: Stage) -> tuple[Method, ...]:
    """How a user would set up an authenticator app under this policy; empty where none serves."""
    return tuple(_usable(stage, APP, stage.policy.methods.allowed))


def takes_codes(stage: Stage) -> None:
    """
    Go on only if a user's reset takes a code that can be mistyped.

    Raises:
        NotApplicable: No such method that the policy allows serves.
    """
    usable = _usable(stage, BY_CODE, stage.policy.methods.allowed)
    applies(usable, "No method that the policy allows takes a code.")


def anything_to_register(stage: Stage) -> None:
    """
    Go on only if the pages have something to offer a user.

    Raises:
        NotApplicable: No method that the policy allows can be registered there.
    """
    usable = _usable(stage, ON_THE_PAGE, stage.policy.methods.allowed)
    applies(usable, "Under this policy there is nothing that a user could register.")


def _usable(stage: Stage, order: Sequence[Method], allowed: Collection[Method]) -> list[Method]:
    """Those of ``order`` that are allowed and that this tenant can show; of the app one (B8)."""
    usable = [each for each in order if each in allowed and _can_be_shown(stage, each)]
    if set(APP) <= set(usable):
        usable.remove(Method.APP_NOTIFICATION)
    return usable


def _can_be_shown(stage: Stage, method: Method) -> bool:
    needs = SHOWN_BY.get(method)
    return serves(stage, method) and (needs is None or stage.tenant.capabilities.has(needs))


def allowed(stage: Stage, method: Method) -> None:
    """
    Go on only if the policy allows ``method``.

    Raises:
        NotApplicable: It does not.
    """
    applies(method in stage.policy.methods.allowed, f"The policy does not allow {method}.")


def _enough(
    stage: Stage, usable: list[Method], allowed: Collection[Method], number: int
) -> tuple[Method, ...]:
    """
    The first ``number`` of ``usable``.

    Raises:
        NotApplicable: Of the methods ``allowed`` too few serve anybody on the tenant's day.
        Inconclusive: Enough serve, but this tenant cannot be given so many.
    """
    serving = [method for method in allowed if serves(stage, method)]
    applies(
        _kinds(serving) >= number,
        f"A reset needs {number} methods, and of those that the policy allows only "
        f"{', '.join(serving) or 'none'} can serve.",
    )
    if len(usable) < number:
        raise Inconclusive(
            f"A reset needs {number} methods, but of those that the policy allows only "
            f"{', '.join(usable) or 'none'} can be served by this tenant."
        )
    return tuple(usable[:number])


def serves(stage: Stage, method: Method) -> bool:
    """Whether a user's reset can take ``method`` on the tenant's day, if it is allowed (B13)."""
    methods = stage.policy.methods
    unmigrated = methods.migration_state is MigrationState.PRE_MIGRATION
    if method is Method.APP_NOTIFICATION and unmigrated and methods.required_to_reset == 1:
        return False
    return method not in ENDS or stage.tenant.clock.today() < ENDS[method]


def leaves_a_choice(stage: Stage) -> bool:
    """Whether more can be registered than the wizard asks for; both ways of the app are one."""
    methods = stage.policy.methods
    serving = [each for each in ON_THE_PAGE if each in methods.allowed and serves(stage, each)]
    return _kinds(serving) > methods.required_to_reset


def _kinds(methods: Collection[Method]) -> int:
    """How many methods these count as: both ways of the app are one (B8)."""
    return len(methods) - (set(APP) <= set(methods))


def _register(stage: Stage, actor: Actor, chosen: tuple[Method, ...]) -> None:
    # First, since a telephone would be asked for on the way to it.
    if on_page := [method for method in BY_THEMSELVES if method in chosen]:
        _set_up(stage, actor, on_page)
    registration = stage.directory.registration
    if Method.EMAIL in chosen:
        registration.add_email(actor.person)
    if Method.MOBILE_PHONE in chosen:
        registration.add_mobile_phone(actor.person, actor.mobile_phone)
    if Method.OFFICE_PHONE in chosen:
        registration.add_office_phone(actor.person)


def _set_up(stage: Stage, actor: Actor, chosen: Sequence[Method]) -> None:
    story = stage.register(actor, *chosen)
    if story.error == NotEnabled.name and _bars_somebody(stage.policy):
        with stage.opened_to_everybody():
            story = stage.register(actor, *chosen)
    if missing := set(chosen) - set(story.registered):
        raise Inconclusive(f"Could not be set up: {', '.join(missing)}. {story.error}")


def _bars_somebody(policy: Policy) -> bool:
    return policy.enablement.enabled != "all" or not policy.enablement.administrators
