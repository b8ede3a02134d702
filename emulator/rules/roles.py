"""
Directory roles and what follows from holding one.

A role is named by its template id, which is also its role definition id and the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.rules.two_gate_roles import TWO_GATE_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from emulator.deviations import Bent

GLOBAL_ADMINISTRATOR = TEMPLATE_IDS["Global Administrator"]
HELPDESK_ADMINISTRATOR = TEMPLATE_IDS["Helpdesk Administrator"]
PASSWORD_ADMINISTRATOR = TEMPLATE_IDS["Password Administrator"]
USER_ADMINISTRATOR = TEMPLATE_IDS["User Administrator"]
PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = TEMPLATE_IDS["Privileged Authentication Administrator"]
AUTHENTICATION_POLICY_ADMINISTRATOR = TEMPLATE_IDS["Authentication Policy Administrator"]
HYBRID_IDENTITY_ADMINISTRATOR = TEMPLATE_IDS["Hybrid Identity Administrator"]

NAMES: dict[str, str] = {template_id: name for name, template_id in TEMPLATE_IDS.items()}


def name_of(role: str) -> str | None:
    """The display name of a role, or None where no built-in role has this id."""
    return NAMES.get(role)


def counting(roles: frozenset[str], bent: Bent) -> frozenset[str]:
    """Those of someone's ``roles`` that a reset looks at: all of them."""
    if "one-role-forgotten" in bent:
        roles -= {TEMPLATE_IDS["Teams Administrator"]}
    if "security-readers-count" in bent and TEMPLATE_IDS["Security Reader"] in roles:
        roles |= {HELPDESK_ADMINISTRATOR}
    unlisted = frozenset(role for role in roles if NAMES.get(role) not in TWO_GATE_ROLES)
    return unlisted if unlisted and "unlisted-role-exempts" in bent else roles


def is_listed_administrator(roles: Iterable[str]) -> bool:
    """Whether one of ``roles`` is on the list of the administrators' reset policy (D12, D13)."""
    return any(NAMES.get(role) in TWO_GATE_ROLES for role in roles)
