"""What a traveller has at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from pydantic import SecretStr

    from pages.proof import Proof
    from sspr.policy.model import Method


class Means(Protocol):
    """
    One person's account, password, mailboxes and phones.

    A means that the tenant does not have ends a journey with
    :class:`sspr.errors.Inconclusive`.
    """

    @property
    def account(self) -> str:
        """The account name."""

    @property
    def password(self) -> SecretStr:
        """The password that is believed to be valid."""

    @property
    def next_password(self) -> SecretStr | None:
        """What to choose where the sign-in wants a new password; None goes no further."""

    @property
    def confirmation(self) -> SecretStr | None:
        """What to type the second time, where it is not to be the new password."""

    def ponder(self) -> None:
        """Take the time that the person takes before choosing a new password."""

    @property
    def alternate_email(self) -> str:
        """The address to register."""

    @property
    def mobile_phone(self) -> str:
        """The number to register, as ``+1 5550100``."""

    def move(self, method: Method) -> None:
        """Have another address or number from now on."""

    def phone_for(self, proof: Proof) -> str:
        """The whole number behind ``proof``, as a person types it."""

    def now(self) -> dt.datetime:
        """The tenant's time."""

    def mailed_code(self, since: dt.datetime) -> SecretStr:
        """The code mailed to the alternate address since then."""

    def texted_code(self, since: dt.datetime) -> SecretStr:
        """The code texted to the mobile phone since then."""

    def app_code(self) -> SecretStr:
        """A code of the authenticator app that was not used yet."""

    def second_factor(self, since: dt.datetime) -> SecretStr:
        """The app's code or, where no app is set up, the code texted since then."""

    def enrol_app(self, secret: SecretStr) -> None:
        """Give the authenticator app its secret."""

    def approve(self, number: str) -> None:
        """Approve the notification on the phone by the number on the page."""

    def pick_up(self, proof: Proof) -> None:
        """Answer the call to the phone behind ``proof`` and press the pound key (C16)."""

    def choose_questions(
        self, offered: tuple[tuple[str, ...], ...]
    ) -> tuple[tuple[str, SecretStr], ...]:
        """For each row of security questions, the one to register and its answer."""

    def answers_to(self, questions: tuple[str, ...]) -> tuple[SecretStr, ...]:
        """The answers to security questions."""

    def captcha(self, picture: str) -> str:
        """What the picture at this address shows."""
