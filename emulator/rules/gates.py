"""How many verification steps a reset takes, and which may follow which (B10, C9, C13, D7, D8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules.account import Belonging
from emulator.rules.options import Option, distinct, method_group
from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from sspr.policy import MigrationState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from emulator.deviations import Bent
    from emulator.rules.account import Account, Conditions

TRIAL_GRACE_DAYS = 30  # D7, D8


def steps_required(account: Account, conditions: Conditions) -> int:
    """
    The verification steps that a reset of the account takes: 1 or 2.

    Administrators take two whatever the policy for users says, but one in a tenant that has
    neither a custom domain nor synchronisation nor a trial of thirty days. Where the documents'
    two lists contradict each other the stricter one holds (D7 before D8).
    """
    if not _counts_as_administrator(account, conditions.bent):
        return _of_users(conditions)
    return 2 if _two_gates(conditions) else 1


def _of_users(conditions: Conditions) -> int:
    """The number stays with the reset policy when migration is complete (B6, I10)."""
    methods = conditions.policy.methods
    migrated = methods.migration_state is MigrationState.COMPLETE
    if migrated and "migrated-number-ignored" in conditions.bent:
        return 1
    return methods.required_to_reset


def _counts_as_administrator(account: Account, bent: Bent) -> bool:
    if "every-role-counts" in bent:
        return bool(account.roles)
    if "admin-in-scope-follows-users" in bent and account.belonging is not Belonging.NOT:
        return False
    if "global-administrators-follow-users" in bent and GLOBAL_ADMINISTRATOR in account.roles:
        return False
    if "lesser-admin-follows-users" in bent:
        return GLOBAL_ADMINISTRATOR in account.roles
    return account.is_administrator


def _two_gates(conditions: Conditions) -> bool:
    if "bare-tenant-two-gates" in conditions.bent:
        return True
    trial_is_old = (conditions.trial_days or 0) >= TRIAL_GRACE_DAYS
    if "old-trial-takes-one" in conditions.bent:
        trial_is_old = False
    if "young-trial-takes-two" in conditions.bent:
        trial_is_old = conditions.trial_days is not None
    if "admin-one-gate" in conditions.bent:
        return False
    return conditions.custom_domain or conditions.synchronizes or trial_is_old


def enough(options: Iterable[Option], steps: int, bent: Bent) -> bool:
    """Whether ``options`` hold as many different methods as there are steps (B10)."""
    apart = "text-and-call-are-two" in bent
    number = len(set(options)) if apart else distinct(options)
    return number >= steps - ("one-method-enough-for-two" in bent)


def open_options(
    options: Iterable[Option], passed: Sequence[Option], bent: Bent
) -> tuple[Option, ...]:
    """The options that may still serve after ``passed``: each step takes another method (C13)."""
    if "same-method-twice" in bent:
        return tuple(options)
    if passed and "second-step-offers-everything" in bent:
        options = tuple(Option)
    used = {method_group(option) for option in passed}
    if "text-then-call" in bent:
        return tuple(o for o in options if o not in passed)
    return tuple(o for o in options if method_group(o) not in used)


def complete(
    passed: Sequence[Option],
    steps: int,
    bent: Bent,
    *,
    unlocking: bool = False,
    further: bool = False,
) -> bool:
    """
    Whether the steps ``passed`` are all that are asked, of a reset as of an unlocking.

    ``further`` says whether the person has reset the password before, which changes nothing.
    """
    if further and "further-resets-take-one-step" in bent:
        return len(passed) >= 1
    if "second-step-missing" in bent or (unlocking and "unlock-by-one-step" in bent):
        return len(passed) >= 1
    return len(passed) >= steps
