"""*Change your password* at My Sign-ins, for who knows the present one (C40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.wizard import WizardPage

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

PATH = "/security-info/password/change"

# The address is documented, the page itself has been seen by nobody.
PRESENT = Element(Confidence.INFERRED, label=any_case(r"^(current|old) password"))
NEW = Element(Confidence.INFERRED, label=any_case(r"^(create )?new password"))
CONFIRM = Element(Confidence.INFERRED, label=any_case(r"^confirm"))
SUBMIT = Element(Confidence.MEMORY, role="button", name=any_case(r"^(submit|change|save)$"))


class ChangePassword(WizardPage):
    """Asks for a new password, and for the present one where no second factor was shown."""

    name = "Change your password"
    masks = (PRESENT, NEW, CONFIRM)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a password can be typed at its address."""
        return cls.here(sight) and sight.path == PATH and sight.password_boxes > 0

    @property
    def asks_present(self) -> bool:
        """Whether the present password is asked for."""
        return self.window.shows(PRESENT)

    def change(self, present: SecretStr, new: SecretStr, again: SecretStr | None = None) -> None:
        """Replace ``present`` by ``new``; ``again`` is given where the second is to differ."""
        if self.asks_present:
            self.window.fill_secret(PRESENT, present)
        for box, secret in ((NEW, new), (CONFIRM, again or new)):
            self.window.fill_secret(box, secret)
        self.window.press(SUBMIT)


class PasswordChanged(WizardPage):
    """What comes after it."""

    name = "Your password has been changed"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether its address asks for nothing any more."""
        return cls.here(sight) and sight.path == PATH and not sight.password_boxes
