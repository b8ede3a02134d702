"""Who may see and save which *Password reset* page of the admin center (A8, A9, H15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.deviations import STRAIGHT
from emulator.rules.delegation import Person, Right, objection
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.rules.roles import (
    AUTHENTICATION_POLICY_ADMINISTRATOR,
    GLOBAL_ADMINISTRATOR,
    HYBRID_IDENTITY_ADMINISTRATOR,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from emulator.deviations import Bent

ON_PREMISES = "OnPremisesIntegration"
ADMINISTRATORS = "AdminPasswordResetPolicy"
BLADES = {
    "Properties": "Properties",
    "AuthenticationMethods": "Authentication methods",
    "Registration": "Registration",
    "Notifications": "Notifications",
    "Customization": "Customization",
    ON_PREMISES: "On-premises integration",
    ADMINISTRATORS: "Administrator Policy",
}
_EDITORS = frozenset({GLOBAL_ADMINISTRATOR, AUTHENTICATION_POLICY_ADMINISTRATOR})
_HYBRID_EDITORS = frozenset({GLOBAL_ADMINISTRATOR, HYBRID_IDENTITY_ADMINISTRATOR})
# The documents name who may configure; who may look is chosen: they and the two readers of all.
_READERS = (
    _EDITORS | _HYBRID_EDITORS | {TEMPLATE_IDS["Global Reader"], TEMPLATE_IDS["Security Reader"]}
)


def visible(
    roles: Collection[str], *, licensed: bool, synchronizes: bool, bent: Bent = STRAIGHT
) -> dict[str, str]:
    """The pages that someone with ``roles`` sees, by their names in the address."""
    lets_in = licensed or "unlicensed-sees-pages" in bent
    if not lets_in or _READERS.isdisjoint(roles):
        return {}
    shown = synchronizes or "on-premises-page-everywhere" in bent
    return {k: v for k, v in BLADES.items() if shown or k != ON_PREMISES}


def reads_events(roles: Collection[str], *, licensed: bool) -> bool:
    """Whether someone with ``roles`` sees what methods people used: who may read reports (J18)."""
    person = Person(frozenset(roles))
    return licensed and not objection(Right.READ_REPORTS, person)


def may_save(roles: Collection[str], blade: str, bent: Bent = STRAIGHT) -> bool:
    """Whether someone with ``roles`` may save a page; the administrators' one is for nobody."""
    if blade == ADMINISTRATORS:
        return False
    if "readers-may-save" in bent:
        return not _READERS.isdisjoint(roles)
    if blade == "Customization" and "readers-save-customization" in bent:
        return not _READERS.isdisjoint(roles)
    if blade == "AuthenticationMethods" and "methods-saved-by-global-alone" in bent:
        return GLOBAL_ADMINISTRATOR in roles
    editors = _HYBRID_EDITORS if blade == ON_PREMISES else _EDITORS
    if "anyone-saves-on-premises" in bent and blade == ON_PREMISES:
        editors |= _EDITORS
    return not editors.isdisjoint(roles)
