"""Which ways of proving oneself the reset portal offers to whom (B1 to B17, C14, D3 to D6, I2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from emulator.rules.account import Kind
from emulator.rules.migration import permitted
from emulator.rules.options import Option, kinds_serving
from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from emulator.timeline import Era, Timeline
from sspr.policy import MigrationState

if TYPE_CHECKING:
    from emulator.deviations import Bent
    from emulator.rules.account import Account, Conditions, Holding

_CALLS = frozenset({Option.CALL, Option.OFFICE_CALL})
_TELEPHONY = _CALLS | {Option.SMS}
_FOR_ADMINISTRATORS = frozenset(Option) - {Option.QUESTIONS}  # D3

# By deviation: what administrators are not offered.
_LACKING = {
    "admin-not-texted": Option.SMS,
    "admin-without-office-phone": Option.OFFICE_CALL,
    "admin-without-notification": Option.PUSH,
    "admin-without-app-code": Option.CODE,
}


def allowed(account: Account, conditions: Conditions, steps: int) -> frozenset[Option]:
    """
    The options that policies, licences and the day leave open to the account.

    Args:
        account: Whose options they are.
        conditions: The tenant's side.
        steps: How many verification steps a reset takes.
    """
    options = _administrators(conditions) if account.is_administrator else permitted(conditions)
    return options - _ruled_out(account, conditions, steps)


def _administrators(conditions: Conditions) -> frozenset[Option]:
    """Fixed, whatever the policies for users allow (D3, D5, D6)."""
    if "admin-questions-offered" in conditions.bent:
        return frozenset(Option)
    untexted = conditions.timeline.has(Era.NO_SMS_OR_VOICE)
    if untexted and "questions-offered-when-texts-end" in conditions.bent:
        return frozenset(Option)
    if "admin-follows-users-methods" in conditions.bent:
        return _FOR_ADMINISTRATORS & permitted(conditions)
    return _FOR_ADMINISTRATORS - {o for name, o in _LACKING.items() if name in conditions.bent}


def _ruled_out(account: Account, conditions: Conditions, steps: int) -> frozenset[Option]:
    out: set[Option] = set()
    if not conditions.paid and not _calls_unpaid(account, conditions.bent):
        out |= _CALLS
    if "trial-offices-called" in conditions.bent and not account.is_administrator:
        out -= {Option.OFFICE_CALL}
    if steps == 1 and _unmigrated(conditions):
        out.add(Option.PUSH)  # B13
    return frozenset(out) | _retired(account, conditions)


def _calls_unpaid(account: Account, bent: Bent) -> bool:
    if account.is_administrator:
        spared = GLOBAL_ADMINISTRATOR in account.roles and "unpaid-global-called" in bent
        return spared or "unpaid-calls-offered" in bent
    return "trial-users-called" in bent


def _retired(account: Account, conditions: Conditions) -> frozenset[Option]:
    """What Microsoft has taken out of service by the day (S6, S7)."""
    out: set[Option] = set()
    has = conditions.timeline.has
    if has(Era.NO_SECURITY_QUESTIONS):
        out.add(Option.QUESTIONS)
    external = account.guest_home is not None
    if "guests-telephony-ends-with-users" in conditions.bent:
        external = False
    roles = frozenset() if "global-telephony-ends-with-users" in conditions.bent else account.roles
    over = telephony_over(conditions.timeline, roles, external=external)
    if over and "retired-telephony-serves" not in conditions.bent:
        out |= _TELEPHONY
    return frozenset(out)


def telephony_over(timeline: Timeline, roles: frozenset[str], *, external: bool) -> bool:
    """
    Whether Microsoft delivers neither texts nor calls any more to someone (S7).

    Until July 2027 Global Administrators and external users are excepted. The announcement names
    sign-in; that resets lose them on the same days is chosen.
    """
    excepted = external or GLOBAL_ADMINISTRATOR in roles
    last = Era.NO_SMS_OR_VOICE_AT_ALL if excepted else Era.NO_SMS_OR_VOICE
    return timeline.has(last)


def _unmigrated(conditions: Conditions) -> bool:
    state = conditions.policy.methods.migration_state
    return (
        state is MigrationState.PRE_MIGRATION and "push-for-one-step-offered" not in conditions.bent
    )


def usable(account: Account, conditions: Conditions, steps: int) -> tuple[Option, ...]:
    """The allowed options that the account also has something for, in the page's order (C14)."""
    both = allowed(account, conditions, steps) & held(account, conditions)
    return tuple(option for option in Option if option in both)


def offered(account: Account, conditions: Conditions, steps: int) -> tuple[Option, ...]:
    """The options that the method picker shows to an account that may go on."""
    if "forbidden-method-offered" in conditions.bent:
        return tuple(option for option in Option if option in held(account, conditions))
    return usable(account, conditions, steps)


def counting(holdings: tuple[Holding, ...], timeline: Timeline, bent: Bent) -> tuple[Holding, ...]:
    """Which of someone's holdings serve on this day; an alternate phone never does (B17)."""
    if "alternate-phone-serves" in bent:
        holdings = tuple(_as_primary(h) for h in sorted(holdings, key=_is_primary))
    if "invited-address-ignored" in bent:
        holdings = tuple(h for h in holdings if not h.invited)
    phones = "unregistered-phone-accepted" in bent
    return tuple(
        h
        for h in holdings
        if h.registered
        or _directory_counts(timeline, bent)
        or (phones and h.kind is Kind.MOBILE_PHONE)
    )


def _is_primary(holding: Holding) -> bool:
    return holding.kind is not Kind.ALTERNATE_MOBILE_PHONE


def _as_primary(holding: Holding) -> Holding:
    return holding if _is_primary(holding) else replace(holding, kind=Kind.MOBILE_PHONE)


def held(account: Account, conditions: Conditions) -> frozenset[Option]:
    """The options that the account has something for, allowed or not."""
    serving = counting(account.holdings, conditions.timeline, conditions.bent)
    anything = {
        "admin-data-unregistered-accepted": account.is_administrator,
        "synchronised-data-unregistered-accepted": account.on_premises,
    }
    if conditions.bent.meets(anything):
        serving = account.holdings
    kinds = {holding.kind for holding in serving}
    options = {o for o in Option if kinds & kinds_serving(o)}
    if Option.CODE in options and "notifications-to-any-app" in conditions.bent:
        options.add(Option.PUSH)
    if account.answers >= conditions.policy.methods.questions_to_register:
        options.add(Option.QUESTIONS)
    return frozenset(options)


def _directory_counts(timeline: Timeline, bent: Bent) -> bool:
    """Whether values that nobody registered serve: until the registered-only rule (B42, S2)."""
    if "directory-data-refused" in bent:
        return False
    if "unregistered-data-accepted" in bent:
        return True
    return not timeline.has(Era.REGISTERED_ONLY)
