"""Setting up an authenticator app, by its code or by a notification."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import SecretStr

from pages.element import Confidence, Element, any_case
from pages.registration.wizard import WizardPage
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from pages.sight import Sight

DOWNLOAD_LINK = "authenticator-download-link"
INSTRUCTIONS = "setup-instructions"
REVEAL_BUTTON = "activation-qr-show/hide-info-button"
BASE32 = re.compile(r"\b[A-Za-z2-7]{16,}\b")

ANOTHER_APP = Element(
    Confidence.CODE,
    role="button",
    name=any_case("set up a different authentication app"),
    otherwise=Element(
        Confidence.DOC,
        text=any_case("I want to use a different authenticator app"),
    ),
)
REVEAL = Element(
    Confidence.CODE,
    css=f'[data-testid="{REVEAL_BUTTON}"]',
    otherwise=Element(Confidence.CODE, role="button", name=any_case("can.t scan image")),
)
KEY = Element(
    Confidence.CODE,
    css='[data-testid="activation-url/key"]',
    otherwise=Element(Confidence.CODE, css='.ms-pii[aria-labelledby="secretKeyLabel"]'),
)
NUMBER = Element(Confidence.LAB, text=re.compile(r"^\s*\d{1,2}\s*$"))
PICTURE = Element(Confidence.INFERRED, css="main img, main svg, main canvas, [role=main] img")


class AppIntroduction(WizardPage):
    """Asks to install Microsoft Authenticator."""

    name = "Start by getting the app"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the download link, or the older heading, is there."""
        marked = DOWNLOAD_LINK in sight.test_ids or sight.headed("start by getting the app")
        return cls.here(sight) and marked

    def use_another_app(self) -> None:
        """Set up an app that makes codes from a shared secret."""
        self.window.tap(ANOTHER_APP)


class AppSetup(WizardPage):
    """Says how to add an account to the app."""

    name = "Set up your account in app"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the instructions, or the older heading, are there."""
        marked = INSTRUCTIONS in sight.test_ids or sight.headed("set up your account")
        return cls.here(sight) and marked


class QrCode(WizardPage):
    """Shows the shared secret as a picture and, on request, as text."""

    name = "Scan the QR code"
    masks = (KEY, PICTURE)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the picture's page, or the older heading, is there."""
        marked = REVEAL_BUTTON in sight.test_ids or sight.headed("scan the qr code")
        return cls.here(sight) and marked

    @property
    def secret(self) -> SecretStr:
        """
        The shared secret in base32; it is asked to be shown at most once.

        Raises:
            Inconclusive: No secret is shown.
        """
        if secret := self.secret_if_shown:
            return secret
        raise Inconclusive("The registration shows no secret key for the authenticator app.")

    @property
    def secret_if_shown(self) -> SecretStr | None:
        """The shared secret; None where only Microsoft's own app can read the picture."""
        shown = self.window.text_of(KEY)
        if not shown:
            self.window.press(REVEAL)
            shown = self.window.text_of(KEY)
        found = BASE32.search(shown.replace("Secret key", ""))
        return SecretStr(found.group().upper()) if found else None


class AppApproval(WizardPage):
    """Waits for the approval of a notification by the number that the page shows (C15)."""

    name = "Let's try it out"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the page is headed so; no mark of it is known."""
        return cls.here(sight) and sight.headed("let's try it out")

    @property
    def number(self) -> str:
        """The number to type on the phone, or an empty string."""
        return self.window.text_of(NUMBER)
