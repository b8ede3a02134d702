"""Which of the two policies says what may serve for a reset, as migration goes on (I1 to I10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules.options import METHOD, Option
from sspr.policy import Method, MigrationState

if TYPE_CHECKING:
    from emulator.deviations import Bent
    from emulator.rules.account import Conditions

# I6: what each option is called in the Authentication methods policy; any one suffices.
CONFIGURATIONS: dict[Option, tuple[str, ...]] = {
    Option.EMAIL: ("Email",),
    Option.SMS: ("Sms",),
    Option.CALL: ("Voice",),
    Option.OFFICE_CALL: ("Voice",),
    Option.PUSH: ("MicrosoftAuthenticator",),
    Option.CODE: ("MicrosoftAuthenticator", "SoftwareOath"),
}


def permitted(conditions: Conditions) -> frozenset[Option]:
    """
    The options that the policies for users permit.

    Before migration the reset policy decides alone, while it is in progress either policy
    suffices, and afterwards the Authentication methods policy decides (I2, I3, I8). Security
    questions stay with the reset policy throughout (I10).
    """
    state = conditions.policy.methods.migration_state
    if "migration-ignored" in conditions.bent:
        state = MigrationState.PRE_MIGRATION
    return frozenset(option for option in Option if _permits(option, conditions, state))


def may_move(began: MigrationState, to: MigrationState) -> bool:
    """
    Whether a tenant that began in the state ``began`` may go to ``to`` (I5).

    From anywhere to anywhere, but who began in the middle never goes back to before it. The
    reason that the portal asks for when a completed migration is taken back is no part of Graph.
    """
    return began is not MigrationState.IN_PROGRESS or to is not MigrationState.PRE_MIGRATION


def told(state: MigrationState, bent: Bent) -> MigrationState:
    """The state as Graph tells it (I1)."""
    return MigrationState.IN_PROGRESS if "migration-state-misread" in bent else state


def _permits(option: Option, conditions: Conditions, state: MigrationState) -> bool:
    by_reset_policy = METHOD[option] in conditions.policy.methods.allowed
    if state is MigrationState.PRE_MIGRATION or METHOD[option] is Method.SECURITY_QUESTIONS:
        return by_reset_policy
    by_methods_policy = _in_methods_policy(option, conditions)
    if state is MigrationState.IN_PROGRESS and "one-policy-decides" not in conditions.bent:
        return by_reset_policy or by_methods_policy
    return by_methods_policy


def _in_methods_policy(option: Option, conditions: Conditions) -> bool:
    """A method that nobody has switched there yet is on where the reset policy allows it (I12)."""
    default = METHOD[option] in conditions.policy.methods.allowed
    switched = conditions.methods_policy
    return any(switched.get(name, default) for name in CONFIGURATIONS[option])
