"""What becomes of a setting that was another one for a while: it holds again as it did at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sspr.policy import Method, MigrationState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from emulator.deviations import Bent
    from sspr.policy import Policy


@dataclass(frozen=True, slots=True)
class Stuck:
    """
    A setting that a deviation leaves as it was in between.

    Attributes:
        section: Its section of the policy.
        key: Its key there.
        between: Whether it is one of the values that it stays at.
    """

    section: str
    key: str
    between: Callable[[Any], bool]


def _any(_value: Any) -> bool:
    return True


def _is(wanted: Any) -> Callable[[Any], bool]:
    return lambda value: value == wanted


# By deviation: what does not come back.
_STUCK = {
    "none-never-ends": Stuck("enablement", "enabled", _is("none")),
    "all-never-ends": Stuck("enablement", "enabled", _is("all")),
    "former-group-never-back": Stuck("enablement", "group", lambda value: value is not None),
    "users-never-told-again": Stuck("notifications", "users", _is(wanted=False)),
    "administrators-never-told-again": Stuck("notifications", "all_admins", _is(wanted=False)),
    "asking-never-resumes": Stuck("registration", "required_at_sign_in", _is(wanted=False)),
    "confirming-never-resumes": Stuck("registration", "reconfirm_after_days", _is(0)),
    "former-helpdesk-never-back": Stuck("customization", "helpdesk", _any),
    "writeback-never-back": Stuck("writeback", "enabled", _is(wanted=False)),
    "unlock-never-back": Stuck("writeback", "unlock_without_reset", _is(wanted=False)),
    "number-stays-raised": Stuck("methods", "required_to_reset", _is(2)),
    "forbidden-for-good": Stuck("methods", "allowed", lambda value: Method.EMAIL not in value),
    "migration-never-taken-back": Stuck("methods", "migration_state", _is(MigrationState.COMPLETE)),
}


def in_force(policy: Policy, former: Sequence[Policy], bent: Bent) -> Policy:
    """
    What holds of ``policy``: all of it, whatever was saved before (A7, A16, I5).

    Args:
        policy: What was saved last.
        former: What was saved before, oldest first.
        bent: The deviations that are switched on.
    """
    for stuck in (each for name, each in _STUCK.items() if name in bent):
        kept = _between([_value(each, stuck) for each in (*former, policy)], stuck)
        if kept is not None:
            section = getattr(policy, stuck.section).model_copy(update={stuck.key: kept})
            policy = policy.model_copy(update={stuck.section: section})
    return policy


def _value(policy: Policy, stuck: Stuck) -> Any:
    return getattr(getattr(policy, stuck.section), stuck.key)


def _between(values: Sequence[Any], stuck: Stuck) -> Any:
    """The last other value between the last of ``values`` and an earlier one like it, or None."""
    now = values[-1]
    first = values.index(now)
    others = [each for each in values[first:] if each != now and stuck.between(each)]
    return others[-1] if others else None
