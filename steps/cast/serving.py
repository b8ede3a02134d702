"""Which methods serve under a policy on the tenant's day, and which of them a tenant can show."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sspr.errors import Inconclusive
from sspr.policy import Method, MigrationState
from steps.expect import applies

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from steps.cast.stage import Stage

ENDS = {
    Method.MOBILE_PHONE: dt.date(2027, 2, 1),  # S7
    Method.OFFICE_PHONE: dt.date(2027, 2, 1),
    Method.SECURITY_QUESTIONS: dt.date(2027, 3, 1),  # S6
}
"""The day from which a method no longer serves."""
SOON = dt.timedelta(days=2)
"""Longer than scenarios let pass beside the time for which they ask methods to last."""
SHOWN_BY = {
    Method.MOBILE_PHONE: "text",
    Method.OFFICE_PHONE: "call",
    Method.APP_NOTIFICATION: "push",
}
"""What a tenant must be able to show of a method before anybody can be given it."""
APP = (Method.APP_CODE, Method.APP_NOTIFICATION)
BY_GRAPH = (Method.EMAIL, Method.MOBILE_PHONE, Method.OFFICE_PHONE)
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
MOST_SECURE_FIRST = (*APP, Method.MOBILE_PHONE, Method.EMAIL, Method.SECURITY_QUESTIONS)  # B35


def quickest(stage: Stage, allowed: Collection[Method], number: int) -> tuple[Method, ...]:
    """The ``number`` allowed methods that take least: through Graph before on the page."""
    return enough_of(stage, usable_of(stage, QUICKEST, allowed), allowed, number)


def on_the_page(stage: Stage) -> tuple[Method, ...]:
    """The methods that a user registers on the pages when a reset asks for that many."""
    methods = stage.policy.methods
    allowed = [each for each in methods.allowed if each in ON_THE_PAGE]
    usable = usable_of(stage, ON_THE_PAGE, allowed)
    return enough_of(stage, usable, allowed, methods.required_to_reset)


def before(stage: Stage, *wanted: Method) -> tuple[Method, ...]:
    """
    What the wizard asks for before ``wanted``: the app and, without a choice, all the others.

    Where one of ``wanted`` is an app, of whichever kind, that is the app it asks for.
    """
    asked = APP if leaves_a_choice(stage) else ON_THE_PAGE
    given = {*wanted, *(APP if {*wanted} & {*APP} else ())}
    usable = usable_of(stage, asked, stage.policy.methods.allowed)
    return tuple(each for each in usable if each not in given)


def _asked_before(stage: Stage, method: Method) -> tuple[Method, ...]:
    """
    What the wizard asks for before it asks for ``method`` of its own accord (B35).

    Empty where it does not: then ``method`` can be chosen in place of what is asked for (B36).
    """
    methods = stage.policy.methods
    usable = usable_of(stage, MOST_SECURE_FIRST, methods.allowed)
    asked = usable[: methods.required_to_reset]
    return tuple(asked[: asked.index(method)]) if method in asked else ()


def before_address(stage: Stage) -> tuple[Method, ...]:
    """What a person registers before an address, where the wizard does not take one at once."""
    first = _asked_before if leaves_a_choice(stage) else before
    return first(stage, Method.EMAIL)


def takes_codes(stage: Stage) -> None:
    """
    Go on only if a user's reset takes a code that can be mistyped.

    Raises:
        NotApplicable: No such method that the policy allows serves.
    """
    usable = usable_of(stage, BY_CODE, stage.policy.methods.allowed)
    applies(usable, "No method that the policy allows takes a code.")


def anything_to_register(stage: Stage) -> None:
    """
    Go on only if the pages have something to offer a user.

    Raises:
        NotApplicable: No method that the policy allows can be registered there.
    """
    usable = usable_of(stage, ON_THE_PAGE, stage.policy.methods.allowed)
    applies(usable, "Under this policy there is nothing that a user could register.")


def usable_of(stage: Stage, order: Sequence[Method], allowed: Collection[Method]) -> list[Method]:
    """
    Those of ``order`` that are allowed and that this tenant can show; of the app one (B8).

    What ends within days comes last: it may be over before the scenario is.
    """
    usable = [each for each in order if each in allowed and _can_be_shown(stage, each)]
    if set(APP) <= set(usable):
        usable.remove(Method.APP_NOTIFICATION)
    soon = stage.tenant.clock.today() + SOON
    return sorted(usable, key=lambda each: each in ENDS and soon >= ENDS[each])


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


def enough_of(
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
        f"{', '.join(serving) or 'none'} can serve for as long as this takes.",
    )
    if len(usable) < number:
        raise Inconclusive(
            f"A reset needs {number} methods, but of those that the policy allows only "
            f"{', '.join(usable) or 'none'} can be served by this tenant."
        )
    return tuple(usable[:number])


def serves(stage: Stage, method: Method) -> bool:
    """Whether a user's reset can take ``method`` on the tenant's day, if it is allowed (B13)."""
    if stage.policy.methods.required_to_reset == 1:
        return serves_alone(stage, method)
    return not _over(stage, method)


def serves_alone(stage: Stage, method: Method) -> bool:
    """Whether a reset of one step can take ``method``, whatever number is declared (B13)."""
    unmigrated = stage.policy.methods.migration_state is MigrationState.PRE_MIGRATION
    return not (method is Method.APP_NOTIFICATION and unmigrated) and not _over(stage, method)


def _over(stage: Stage, method: Method) -> bool:
    return method in ENDS and stage.tenant.clock.today() >= ENDS[method]


def nothing_ended(stage: Stage, methods: Collection[Method]) -> None:
    """
    Go on only if all of ``methods`` still serve after the time that a scenario let pass.

    Raises:
        NotApplicable: The end of one came meanwhile (S6, S7).
    """
    ended = [each for each in methods if _over(stage, each)]
    applies(not ended, f"Meanwhile the time of {', '.join(ended)} has come to its end (S6, S7).")


def lasts(stage: Stage, method: Method, time: dt.timedelta) -> bool:
    """Whether ``method`` still serves, or might if allowed, when ``time`` has passed."""
    return method not in ENDS or stage.tenant.clock.today() + time + SOON < ENDS[method]


def leaves_a_choice(stage: Stage) -> bool:
    """Whether more can be registered than the wizard asks for; both ways of the app are one."""
    methods = stage.policy.methods
    serving = [each for each in ON_THE_PAGE if each in methods.allowed and serves(stage, each)]
    return _kinds(serving) > methods.required_to_reset


def _kinds(methods: Collection[Method]) -> int:
    """How many methods these count as: both ways of the app are one (B8)."""
    return len(methods) - (set(APP) <= set(methods))


def listed(methods: Collection[Method]) -> str:
    """Methods as a sentence names them."""
    return ", ".join(sorted(methods)) or "nothing"
