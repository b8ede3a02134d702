"""*Password reset | On-premises integration*, which only synchronised tenants have (H15)."""

from __future__ import annotations

from typing import Any

from pages.admin_center.blade import Blade
from pages.element import Confidence, Element

WRITEBACK = Element(
    Confidence.DOC, role="radiogroup", name="Write back passwords to your on-premises directory"
)
UNLOCK = Element(
    Confidence.DOC,
    role="radiogroup",
    name="Allow users to unlock accounts without resetting their password",
)


class OnPremisesIntegration(Blade):
    """Whether resets are written back and accounts unlocked (H16, C29)."""

    name = "On-premises integration"
    address = "OnPremisesIntegration"

    def settings(self) -> dict[str, Any]:
        """Both settings."""
        return {
            "writeback.enabled": self.form.says_yes(WRITEBACK),
            "writeback.unlock_without_reset": self.form.says_yes(UNLOCK),
        }

    def write_back(self, *, yes: bool) -> None:
        """Answer whether passwords are written back."""
        self.form.answer(WRITEBACK, yes=yes)

    def unlock(self, *, yes: bool) -> None:
        """Answer whether accounts can be unlocked and keep their passwords."""
        self.form.answer(UNLOCK, yes=yes)
