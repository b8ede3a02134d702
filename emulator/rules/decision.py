"""The reset portal's decision about an account, in its order (C5 to C9, H5, H16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.rules.enablement import Block, turned_away
from emulator.rules.gates import enough, steps_required
from emulator.rules.methods import offered, usable

if TYPE_CHECKING:
    from emulator.deviations import Bent
    from emulator.rules.account import Account, Conditions
    from emulator.rules.options import Option


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The way that stands open.

    Attributes:
        options: What the method picker offers.
        steps: How many verification steps there are.
        may_unlock: Whether the page asks if the password is forgotten or merely the account
            locked (C10, C29).
    """

    options: tuple[Option, ...]
    steps: int
    may_unlock: bool = False


def decide(account: Account, conditions: Conditions) -> Plan | Block:
    """What the portal does with the account: a plan, or why it is turned away."""
    if block := turned_away(account, conditions):
        return block
    steps = steps_required(account, conditions)
    least = _least(account, steps, conditions.bent)
    if not enough(usable(account, conditions, steps), least, conditions.bent):
        return _too_few(conditions.bent)
    if block := _on_premises(account, conditions):
        return block
    options = offered(account, conditions, steps)
    return Plan(options, steps, may_unlock=_may_unlock(account, conditions))


def _least(account: Account, steps: int, bent: Bent) -> int:
    """As many methods as there are steps, of administrators as of users (B10, D3)."""
    return 1 if account.is_administrator and "one-method-enough-for-admins" in bent else steps


def is_enabled(account: Account, conditions: Conditions) -> bool:
    """Whether policy lets the account use password reset, registered or not (A20)."""
    return turned_away(account, conditions) is None


def is_registered(account: Account, conditions: Conditions) -> bool:
    """Whether the account has as many methods as a reset takes (B8, A20)."""
    steps = steps_required(account, conditions)
    return enough(usable(account, conditions, steps), steps, conditions.bent)


def _too_few(bent: Bent) -> Block:
    return Block.NOT_IN_GROUP if "too-few-methods-misnamed" in bent else Block.TOO_FEW_METHODS


def _on_premises(account: Account, conditions: Conditions) -> Block | None:
    if not (account.on_premises or "cloud-users-need-writeback" in conditions.bent):
        return None
    if account.is_administrator and "administrators-need-no-writeback" in conditions.bent:
        return None
    switched_on = conditions.policy.writeback.enabled or "writeback-off-ignored" in conditions.bent
    licensed = conditions.writeback_licensed or "unlicensed-writeback-serves" in conditions.bent
    if not (switched_on and licensed):
        misnamed = "writeback-off-misnamed" in conditions.bent
        return Block.NOT_IN_GROUP if misnamed else Block.NO_WRITEBACK
    if conditions.writeback_reachable or "unreachable-ignored" in conditions.bent:
        return None
    misnamed = "unreachable-misnamed" in conditions.bent
    return Block.NO_WRITEBACK if misnamed else Block.ON_PREMISES_UNREACHABLE


def on_premises_refuses(*, refuses: bool, protected: bool, bent: Bent) -> bool:
    """
    Whether the on-premises directory takes no new password from its agent (K7).

    It may refuse the agent altogether, and it does for its own administrators' accounts (D14).
    """
    if protected and "protected-account-resets" not in bent:
        return True
    return refuses and "refusal-on-premises-ignored" not in bent


def _may_unlock(account: Account, conditions: Conditions) -> bool:
    """Only on-premises accounts are ever asked (C29; for cloud-only ones nothing is documented)."""
    if "unlock-not-offered" in conditions.bent:
        return False
    if account.is_administrator and "unlock-not-offered-to-administrators" in conditions.bent:
        return False
    allowed = conditions.policy.writeback.unlock_without_reset
    return account.on_premises and (allowed or "unlock-offered-though-off" in conditions.bent)
