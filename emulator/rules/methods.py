"""Which ways of proving oneself the reset portal offers to whom (B1 to B17, C14, D3 to D6, I2)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.account import Kind
from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from emulator.timeline import Era
from sspr.policy import Method, MigrationState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from emulator.rules.account import Account, Conditions, Holding


class Option(StrEnum):
    """One row of the method picker, in the order of the page (C11)."""

    EMAIL = "email"
    SMS = "sms"
    CALL = "call"
    OFFICE_CALL = "office_call"
    QUESTIONS = "questions"
    PUSH = "push"
    CODE = "code"


METHOD = {
    Option.EMAIL: Method.EMAIL,
    Option.SMS: Method.MOBILE_PHONE,
    Option.CALL: Method.MOBILE_PHONE,
    Option.OFFICE_CALL: Method.OFFICE_PHONE,
    Option.QUESTIONS: Method.SECURITY_QUESTIONS,
    Option.PUSH: Method.APP_NOTIFICATION,
    Option.CODE: Method.APP_CODE,
}
_SERVES = {
    Option.EMAIL: {Kind.EMAIL},
    Option.SMS: {Kind.MOBILE_PHONE},
    Option.CALL: {Kind.MOBILE_PHONE},
    Option.OFFICE_CALL: {Kind.OFFICE_PHONE},
    Option.PUSH: {Kind.AUTHENTICATOR},
    Option.CODE: {Kind.AUTHENTICATOR, Kind.SOFTWARE_OATH},
}
_CALLS = frozenset({Option.CALL, Option.OFFICE_CALL})
_TELEPHONY = _CALLS | {Option.SMS}
_FOR_ADMINISTRATORS = frozenset(Method) - {Method.SECURITY_QUESTIONS}


def kinds_serving(option: Option) -> frozenset[Kind]:
    """The kinds of holdings that ``option`` can be done with; none for security questions."""
    return frozenset(_SERVES.get(option, ()))


def allowed(account: Account, conditions: Conditions, steps: int) -> frozenset[Option]:
    """
    The options that policy, licences and the day leave open to the account.

    Args:
        account: Whose options they are.
        conditions: The tenant's side.
        steps: How many verification steps a reset takes.
    """
    methods = _methods_of(account, conditions)
    ruled_out = _ruled_out(account, conditions, steps)
    return frozenset(o for o in Option if METHOD[o] in methods and o not in ruled_out)


def _methods_of(account: Account, conditions: Conditions) -> frozenset[Method]:
    if "forbidden-method-offered" in conditions.bent:
        return frozenset(Method)
    if account.is_administrator:
        return _administrators_methods(conditions)
    return frozenset(conditions.policy.methods.allowed)


def _administrators_methods(conditions: Conditions) -> frozenset[Method]:
    """Fixed, whatever the policy for users allows (D3, D5)."""
    if "admin-questions-offered" in conditions.bent:
        return frozenset(Method)
    return _FOR_ADMINISTRATORS


def _ruled_out(account: Account, conditions: Conditions, steps: int) -> frozenset[Option]:
    out: set[Option] = set()
    if not conditions.paid:
        out |= _CALLS
    if steps == 1 and _unmigrated(conditions):
        out.add(Option.PUSH)  # B13
    if conditions.timeline.has(Era.NO_SECURITY_QUESTIONS):
        out.add(Option.QUESTIONS)
    if conditions.timeline.has(Era.NO_SMS_OR_VOICE) and not _keeps_telephony(account):
        out |= _TELEPHONY
    return frozenset(out)


def _keeps_telephony(account: Account) -> bool:
    """Until July 2027 Global Administrators and external users are excepted (S7)."""
    return GLOBAL_ADMINISTRATOR in account.roles or account.guest_home is not None


def _unmigrated(conditions: Conditions) -> bool:
    state = conditions.policy.methods.migration_state
    return (
        state is MigrationState.PRE_MIGRATION and "push-for-one-step-offered" not in conditions.bent
    )


def usable(account: Account, conditions: Conditions, steps: int) -> tuple[Option, ...]:
    """The allowed options that the account also has something for, in the page's order (C14)."""
    held = _held(account, conditions)
    return tuple(o for o in Option if o in allowed(account, conditions, steps) and o in held)


def counting(account: Account, conditions: Conditions) -> tuple[Holding, ...]:
    """What the account has and may use on this day."""
    return tuple(h for h in account.holdings if h.registered or _directory_counts(conditions))


def _held(account: Account, conditions: Conditions) -> frozenset[Option]:
    kinds = {holding.kind for holding in counting(account, conditions)}
    held = {o for o in Option if kinds & kinds_serving(o)}
    if account.answers >= conditions.policy.methods.questions_to_register:
        held.add(Option.QUESTIONS)
    return frozenset(held)


def _directory_counts(conditions: Conditions) -> bool:
    """Whether values that nobody registered serve: until the registered-only rule (B42, S2)."""
    if "unregistered-data-accepted" in conditions.bent:
        return True
    return not conditions.timeline.has(Era.REGISTERED_ONLY)


def distinct(options: Iterable[Option]) -> int:
    """
    How many different methods ``options`` amount to.

    Texts and calls to one mobile phone are one method (C13), and so are the two ways of one
    authenticator app: with two steps the documents offer "code or notification" (B13), and an
    app with one other method is refused as too little (B14).
    """
    return len({method_group(option) for option in options})


def method_group(option: Option) -> str:
    """The name of the method that ``option`` belongs to when methods are told apart (C13)."""
    return "authenticator" if option in {Option.PUSH, Option.CODE} else METHOD[option].value
