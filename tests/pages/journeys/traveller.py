"""Who goes on the journeys, and the screens that most of them begin with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import SecretStr

if TYPE_CHECKING:
    from pages.proof import Proof
    from sspr.policy import Method

SIGNED_IN = ("UsernamePage.en", "PasswordPage.en")


class Everything:
    """A traveller who has it all."""

    account = "ada@contoso.com"
    password = SecretStr("Secret-1234")
    alternate_email = "ada@home.test"
    mobile_phone = "+1 2025550123"

    next_password = None
    confirmation = None

    def __init__(self) -> None:
        self.app: SecretStr | None = None

    def ponder(self) -> None:
        """Take no time."""

    def now(self) -> dt.datetime:
        """Any time will do."""
        return dt.datetime(2024, 2, 16, tzinfo=dt.UTC)

    def move(self, method: Method) -> None:
        """Have another address."""
        del method
        self.alternate_email = "ada@new-home.test"

    def phone_for(self, proof: Proof) -> str:
        """One number serves."""
        del proof
        return self.mobile_phone

    def mailed_code(self, since: dt.datetime) -> SecretStr:
        """A code."""
        del since
        return SecretStr("111111")

    texted_code = mailed_code

    def app_code(self) -> SecretStr:
        """Another code."""
        return SecretStr("222222")

    second_factor = mailed_code

    def enrol_app(self, secret: SecretStr) -> None:
        """Remember the secret."""
        self.app = secret

    def approve(self, number: str) -> None:
        """Do nothing."""

    def pick_up(self, proof: Proof) -> None:
        """Do nothing."""

    def choose_questions(
        self, offered: tuple[tuple[str, ...], ...]
    ) -> tuple[tuple[str, SecretStr], ...]:
        """The first of each row, and something."""
        return tuple((questions[0], SecretStr("Rex")) for questions in offered)

    def answers_to(self, questions: tuple[str, ...]) -> tuple[SecretStr, ...]:
        """The question is the answer."""
        return tuple(map(SecretStr, questions))

    def captcha(self, picture: str) -> str:
        """Any characters."""
        del picture
        return "ABC"
