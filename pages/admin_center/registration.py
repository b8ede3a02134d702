"""*Password reset | Registration*: what sign-in asks for (B18, B27)."""

from __future__ import annotations

from typing import Any

from pages.admin_center.blade import Blade
from pages.element import Confidence, Element

REQUIRED = Element(
    Confidence.DOC, role="radiogroup", name="Require users to register when signing in?"
)
DAYS = Element(
    Confidence.DOC,
    label="Number of days before users are asked to re-confirm their authentication information",
)


class Registration(Blade):
    """Whether sign-in asks for registration, and when it asks to confirm."""

    name = "Registration"
    address = "Registration"

    def settings(self) -> dict[str, Any]:
        """Both settings."""
        return {
            "registration.required_at_sign_in": self.form.says_yes(REQUIRED),
            "registration.reconfirm_after_days": self.form.whole_number(DAYS),
        }

    def ask(self, *, yes: bool) -> None:
        """Answer whether sign-in asks for registration."""
        self.form.answer(REQUIRED, yes=yes)

    def confirm_after(self, days: str) -> None:
        """Type the number of days."""
        self.window.fill(DAYS, days)
