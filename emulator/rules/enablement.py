"""Who may use password reset at all (A1 to A16, C5, D1, D9, D10)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.account import Belonging
from emulator.rules.roles import GLOBAL_ADMINISTRATOR

if TYPE_CHECKING:
    from emulator.deviations import Bent
    from emulator.rules.account import Account, Conditions

_HOMES_WITHOUT_RESET = frozenset({"msa", "google", "entra"})  # A13, A14


class Block(StrEnum):
    """Why someone is turned away: the code on the page where there is one (K1 to K8)."""

    DISABLED_FOR_TENANT = "SSPR_0009"
    NO_WRITEBACK = "SSPR_0010"
    NO_USER_POLICY = "SSPR_0011"
    NOT_LICENSED = "SSPR_0012"
    NOT_IN_GROUP = "SSPR_0013"
    TOO_FEW_METHODS = "SSPR_0014"
    ON_PREMISES_REFUSES = "SSPR_0029"
    ON_PREMISES_UNREACHABLE = "SSPR_0030"
    NOT_AVAILABLE = "not_available"
    ACCOUNT_DISABLED = "account_disabled"


def turned_away(account: Account, conditions: Conditions) -> Block | None:
    """
    Why the account may not use password reset, or None where it may (C5).

    Methods and writeback are looked at later. The documents give no order among the codes: this
    one asks about the account, then the tenant's switch, the policy, the group, the licence.
    """
    if _belongs_elsewhere(account, conditions):
        return Block.NOT_AVAILABLE
    if _is_shut(account, conditions.bent):
        return Block.ACCOUNT_DISABLED
    if account.is_administrator:
        as_user = "admins-follow-the-group" in conditions.bent
        selected = as_user and conditions.policy.enablement.enabled == "selected"
        if "admin-in-scope-keeps-reset" in conditions.bent and not _by_switch(account, conditions):
            return None
        barred = _administrator(account, conditions)
        return barred or (_by_group(account, conditions) if selected else None)
    if "admin-switch-stops-users" in conditions.bent and _administrator(account, conditions):
        return Block.DISABLED_FOR_TENANT
    return _by_switch(account, conditions) or _by_licence(conditions)


def _is_shut(account: Account, bent: Bent) -> bool:
    """Whether the account is disabled, an administrator's as any other."""
    cases = {
        "disabled-account-resets": True,
        "disabled-administrator-resets": account.is_administrator,
    }
    return not account.enabled and not bent.meets(cases)


def _belongs_elsewhere(account: Account, conditions: Conditions) -> bool:
    if account.guest_home == "google" and "google-guest-resets" in conditions.bent:
        return False
    homeless = "any-guest-resets" in conditions.bent
    return account.guest_home in _HOMES_WITHOUT_RESET and not homeless


def _administrator(account: Account, conditions: Conditions) -> Block | None:
    """
    Administrators follow a switch of their own, whatever holds for users (D1, D10).

    Switched off they meet SSPR_0009; which code Entra shows them is not documented.
    """
    switched_on = conditions.policy.enablement.administrators
    if "admins-follow-none" in conditions.bent:
        switched_on = switched_on and conditions.policy.enablement.enabled != "none"
    spared = {
        "admin-switch-ignored": True,
        "global-administrators-keep-reset": GLOBAL_ADMINISTRATOR in account.roles,
    }
    if switched_on or conditions.bent.meets(spared):
        return None
    return Block.DISABLED_FOR_TENANT


def _by_switch(account: Account, conditions: Conditions) -> Block | None:
    enabled = conditions.policy.enablement.enabled
    if enabled == "none" and "none-ignored" not in conditions.bent:
        return Block.DISABLED_FOR_TENANT
    if enabled == "selected":
        return _by_group(account, conditions)
    if enabled == "all" and conditions.bent.meets(_left_out_of_all(account)):
        return Block.NOT_IN_GROUP if account.belonging is Belonging.NOT else None
    return None


def _left_out_of_all(account: Account) -> dict[str, bool]:
    """By deviation, whom *All* asks to be a member all the same: nobody (A1)."""
    return {
        "all-means-members": True,
        "all-leaves-guests-out": account.guest_home is not None,
    }


def _by_group(account: Account, conditions: Conditions) -> Block | None:
    """A policy whose one group has been deleted counts as no policy (K3)."""
    if not conditions.group_exists:
        return Block.NO_USER_POLICY
    unchecked = {
        "group-check-missing": True,
        "guests-need-no-group": account.guest_home is not None,
    }
    if conditions.bent.meets(unchecked):
        return None
    if account.belonging in _inside(conditions):
        return None
    misnamed = "outsider-answered-as-none" in conditions.bent
    return Block.DISABLED_FOR_TENANT if misnamed else Block.NOT_IN_GROUP


def _inside(conditions: Conditions) -> frozenset[Belonging]:
    """What counts as belonging to the group: members, and members of nested groups (A3)."""
    left_out = {
        Belonging.NOT,
        *({Belonging.DIRECT} if "direct-members-ignored" in conditions.bent else ()),
        *({Belonging.NESTED} if "nested-group-ignored" in conditions.bent else ()),
    }
    return frozenset(Belonging) - left_out


def _by_licence(conditions: Conditions) -> Block | None:
    """
    The Free tier has no reset (A10).

    A user without a licence in a tenant that has some is let through: the documents expect both
    and the deployment guide's own test says so (A11).
    """
    if conditions.licensed or "free-tier-resets" in conditions.bent:
        return None
    misnamed = "missing-licences-misnamed" in conditions.bent
    return Block.DISABLED_FOR_TENANT if misnamed else Block.NOT_LICENSED
