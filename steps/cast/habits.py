"""How a person goes about proving who it is: carefully, or not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from pydantic import SecretStr

from sspr.secrets import remember

NO_TIME = dt.timedelta()
LAST_DIGIT = 10


@dataclass(slots=True)
class Habits:
    """
    What a person does otherwise than a careful one.

    Attributes:
        right_codes: How many codes are typed rightly before one is mistyped.
        wrong_codes: How many codes are still going to be mistyped.
        wrong_texts: Whether texted codes are mistyped, and no other.
        wrong_mails: Whether mailed codes are mistyped, and no other.
        pause: How long the person waits before typing a code that was sent.
        app_pause: How long the person waits before typing a code of the app.
        hesitation: How long the person waits before choosing a new password or deleting.
        wrong_phone: Whether the person types another phone number than the registered one.
        bare_phone: Whether the person leaves out the country of a phone number.
        number: The number that the person types instead, if any.
        key: What the person presses on a call.
        same_code: Whether the person types the app's last code again.
        borrowed: The code of somebody else that the person types instead, if any.
        refuses: Whether the person refuses every notification.
        wrong_number: Whether the person approves another number than the page shows.
    """

    right_codes: int = 0
    wrong_codes: int = 0
    wrong_texts: bool = False
    wrong_mails: bool = False
    pause: dt.timedelta = field(default=NO_TIME)
    app_pause: dt.timedelta = field(default=NO_TIME)
    hesitation: dt.timedelta = field(default=NO_TIME)
    wrong_phone: bool = False
    bare_phone: bool = False
    number: str = ""
    key: str = "#"
    same_code: bool = False
    borrowed: SecretStr | None = None
    refuses: bool = False
    wrong_number: bool = False

    def typed(self, code: SecretStr) -> SecretStr:
        """What the person types instead of ``code``."""
        if self.borrowed:
            return self.borrowed
        if self.right_codes:
            self.right_codes -= 1
            return code
        if not self.wrong_codes:
            return code
        self.wrong_codes -= 1
        return self.mistyped(code)

    def mistyped(self, code: SecretStr) -> SecretStr:
        """``code`` with another last digit."""
        return remember(SecretStr(neighbour(code.get_secret_value())))

    def dialled(self, number: str) -> str:
        """The phone number that the person gives."""
        if self.number:
            return self.number
        if self.bare_phone:
            return number.partition(" ")[2]
        if not self.wrong_phone:
            return number
        return neighbour(number)

    def approved(self, number: int) -> int:
        """The number that the person approves on the phone."""
        return number + 1 if self.wrong_number else number


def neighbour(digits: str) -> str:
    """``digits`` with another last one."""
    return digits[:-1] + str((int(digits[-1]) + 1) % LAST_DIGIT)
