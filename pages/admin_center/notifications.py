"""*Password reset | Notifications*: who is told (F1, F5)."""

from __future__ import annotations

from typing import Any

from pages.admin_center.blade import Blade
from pages.element import Confidence, Element

USERS = Element(Confidence.DOC, role="radiogroup", name="Notify users on password resets?")
ADMINS = Element(
    Confidence.DOC,
    role="radiogroup",
    name="Notify all admins when other admins reset their password?",
)


class Notifications(Blade):
    """Who gets a mail after a reset."""

    name = "Notifications"
    address = "Notifications"

    def settings(self) -> dict[str, Any]:
        """Both settings."""
        return {
            "notifications.users": self.form.says_yes(USERS),
            "notifications.all_admins": self.form.says_yes(ADMINS),
        }

    def tell_users(self, *, yes: bool) -> None:
        """Answer whether users are told."""
        self.form.answer(USERS, yes=yes)

    def tell_administrators(self, *, yes: bool) -> None:
        """Answer whether administrators are told of each other's resets."""
        self.form.answer(ADMINS, yes=yes)
