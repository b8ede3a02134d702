"""Which of the two policies says what may serve for a reset, as migration goes on (I1 to I10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.rules.options import METHOD, Option
from sspr.policy import Method, MigrationState

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from emulator.deviations import Bent
    from emulator.rules.account import Conditions

# I6: what each method of the reset policy becomes there. Microsoft Authenticator cannot be on
# without its notifications, so codes alone are those of other apps.
_ENTRIES: dict[Method, tuple[str, ...]] = {
    Method.APP_NOTIFICATION: ("MicrosoftAuthenticator",),
    Method.APP_CODE: ("SoftwareOath",),
    Method.EMAIL: ("Email",),
    Method.MOBILE_PHONE: ("Sms", "Voice"),
    Method.OFFICE_PHONE: ("Voice",),
    Method.SECURITY_QUESTIONS: (),
}
# What an entry of the Authentication methods policy says besides whether it is on, and the method
# of the reset policy that it stands for: codes of Microsoft's own app, calls to the office.
OWN_SWITCHES: dict[str, tuple[str, Method]] = {
    "MicrosoftAuthenticator": ("isSoftwareOathEnabled", Method.APP_CODE),
    "Voice": ("isOfficePhoneAllowed", Method.OFFICE_PHONE),
}
# I6: what each option is called in the Authentication methods policy; any one suffices.
CONFIGURATIONS: dict[Option, tuple[str, ...]] = {
    Option.EMAIL: ("Email",),
    Option.SMS: ("Sms",),
    Option.CALL: ("Voice",),
    Option.OFFICE_CALL: ("Voice.isOfficePhoneAllowed",),
    Option.PUSH: ("MicrosoftAuthenticator",),
    Option.CODE: ("MicrosoftAuthenticator.isSoftwareOathEnabled", "SoftwareOath"),
}


_APP = frozenset({Option.PUSH, Option.CODE})
_PHONES = frozenset({Option.SMS, Option.CALL, Option.OFFICE_CALL})


def permitted(conditions: Conditions) -> frozenset[Option]:
    """
    The options that the policies for users permit.

    Before migration the reset policy decides alone, while it is in progress either policy
    suffices, and afterwards the Authentication methods policy decides (I2, I3, I8). Security
    questions stay with the reset policy throughout (I10).
    """
    state = _acted_on(conditions.policy.methods.migration_state, conditions.bent)
    return frozenset(option for option in Option if _permits(option, conditions, state))


def is_on(entry: str, allowed: Collection[Method]) -> bool:
    """Whether ``entry`` is on until somebody switches it: where the reset policy has it (I12)."""
    return any(entry in _ENTRIES[method] for method in allowed)


def switched(
    entries: Mapping[str, Mapping[str, Any]], allowed: Collection[Method]
) -> dict[str, bool]:
    """
    What ``entries``, those that somebody has saved, switch on or off, by the names above.

    An entry that is off takes its own switch with it; where that was not said, it is as the
    reset policy, which allows ``allowed``, has it.
    """
    found: dict[str, bool] = {}
    for name, entry in entries.items():
        found[name] = on = entry["state"] == "enabled" if "state" in entry else is_on(name, allowed)
        if name in OWN_SWITCHES:
            own, method = OWN_SWITCHES[name]
            found[f"{name}.{own}"] = on and bool(entry.get(own, method in allowed))
    return found


def may_move(began: MigrationState, to: MigrationState) -> bool:
    """
    Whether a tenant that began in the state ``began`` may go to ``to`` (I5).

    From anywhere to anywhere, but who began in the middle never goes back to before it. The
    reason that the portal asks for when a completed migration is taken back is no part of Graph.
    """
    return began is not MigrationState.IN_PROGRESS or to is not MigrationState.PRE_MIGRATION


def told(state: MigrationState, bent: Bent) -> MigrationState:
    """The state as Graph tells it (I1)."""
    if "migration-state-stuck" in bent:
        return MigrationState.PRE_MIGRATION
    return MigrationState.IN_PROGRESS if "migration-state-misread" in bent else state


def _acted_on(state: MigrationState, bent: Bent) -> MigrationState:
    ignored = {
        MigrationState.IN_PROGRESS: "migration-in-progress-ignored",
        MigrationState.COMPLETE: "migration-ignored",
    }
    return MigrationState.PRE_MIGRATION if ignored.get(state) in bent else state


def _permits(option: Option, conditions: Conditions, state: MigrationState) -> bool:
    by_reset_policy = METHOD[option] in conditions.policy.methods.allowed
    if state is MigrationState.PRE_MIGRATION:
        return by_reset_policy
    if METHOD[option] is Method.SECURITY_QUESTIONS:
        return _asks_questions(state, conditions.bent, allowed=by_reset_policy)
    by_methods_policy = _in_methods_policy(option, conditions)
    if option in _PHONES and "one-policy-decides-about-phones" in conditions.bent:
        return by_methods_policy
    if state is MigrationState.IN_PROGRESS and "one-policy-decides" not in conditions.bent:
        return by_reset_policy or by_methods_policy
    return by_methods_policy


def _asks_questions(state: MigrationState, bent: Bent, *, allowed: bool) -> bool:
    """Security questions are asked where the reset policy allows them (I10)."""
    if state is not MigrationState.COMPLETE:
        return allowed
    if allowed:
        return "questions-lost-by-migration" not in bent
    return "questions-unending-when-migrated" in bent


def _in_methods_policy(option: Option, conditions: Conditions) -> bool:
    """A method that nobody has switched there yet is on where the reset policy allows it (I12)."""
    default = METHOD[option] in conditions.policy.methods.allowed
    by_name = conditions.methods_policy
    names = CONFIGURATIONS[option]
    if option in _APP and "migrated-apps-follow-reset-policy" in conditions.bent:
        return default
    if option is Option.OFFICE_CALL and "office-calls-follow-calls" in conditions.bent:
        names = CONFIGURATIONS[Option.CALL]
    if option is Option.SMS and "texts-follow-calls" in conditions.bent:
        names = CONFIGURATIONS[Option.CALL]
    if option is Option.CALL and "calls-follow-texts" in conditions.bent:
        names = CONFIGURATIONS[Option.SMS]
    return any(by_name.get(name, default) for name in names)
