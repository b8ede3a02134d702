"""The on-premises side of a hybrid tenant, as far as a program may arrange it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sspr.capabilities import Capabilities
    from sspr.control import Control

Way = Literal["synchronized", "federated"]
CAPABILITY = "on-premises"


@dataclass(frozen=True, slots=True)
class OnPremises:
    """
    What an on-premises administrator can do to accounts, the agent and the password policy.

    Each method raises :class:`sspr.errors.Inconclusive` where the tenant lacks the capability.
    """

    capabilities: Capabilities

    def manage(self, user_principal_name: str, way: Way) -> None:
        """From now on the account's password is managed on-premises (C8)."""
        self._control.set_account(user_principal_name, managed=way)

    def lock(self, user_principal_name: str) -> None:
        """Lock the on-premises account; who signs in there is refused (H10)."""
        self._control.set_account(user_principal_name, locked=True)

    def disable(self, user_principal_name: str) -> None:
        """Disable the account on-premises, which the cloud learns half an hour later (H11)."""
        self._control.set_account(user_principal_name, disabled=True)

    def enable(self, user_principal_name: str) -> None:
        """Somebody enables the account there again."""
        self._control.set_account(user_principal_name, disabled=False)

    def protect(self, user_principal_name: str) -> None:
        """Let the directory protect the account as one of its administrators' (D14)."""
        self._control.set_account(user_principal_name, protected=True)

    def let_password_last(self, user_principal_name: str) -> None:
        """Let the account's password never expire on-premises (H14)."""
        self._control.set_account(user_principal_name, never_expires=True)

    def disconnect(self) -> None:
        """The agent no longer answers (H5)."""
        self._control.set_on_premises(reachable=False)

    def connect(self) -> None:
        """The agent answers again."""
        self._control.set_on_premises(reachable=True)

    def refuse(self) -> None:
        """The directory refuses what its agent asks (K7)."""
        self._control.set_on_premises(refuses=True)

    def ask_for_length(self, characters: int) -> None:
        """The password policy asks for so many characters (H3)."""
        self._control.set_on_premises(minimum_length=characters)

    def ask_for_age(self, days: int) -> None:
        """The password policy wants passwords kept for so many days (H7)."""
        self._control.set_on_premises(minimum_age_days=days)

    @property
    def _control(self) -> Control:
        return self.capabilities.over(CAPABILITY)
