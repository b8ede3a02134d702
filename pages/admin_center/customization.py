"""*Password reset | Customization*: where *Contact your administrator* leads (G1)."""

from __future__ import annotations

from typing import Any

from pages.admin_center.blade import Blade
from pages.element import Confidence, Element

CUSTOMIZED = Element(Confidence.DOC, role="radiogroup", name="Customize helpdesk link")
HELPDESK = Element(Confidence.DOC, label="Custom helpdesk email or URL")


class Customization(Blade):
    """The helpdesk's link."""

    name = "Customization"
    address = "Customization"

    def settings(self) -> dict[str, Any]:
        """The link, or None where it is not customized."""
        helpdesk = self.form.text(HELPDESK) if self.form.says_yes(CUSTOMIZED) else ""
        return {"customization.helpdesk": helpdesk or None}

    def link(self, helpdesk: str) -> None:
        """Let *Contact your administrator* lead to ``helpdesk``."""
        self.form.answer(CUSTOMIZED, yes=True)
        self.window.fill(HELPDESK, helpdesk)
