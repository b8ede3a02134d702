"""What an organisation has bought and who belongs to it, as far as a program may arrange it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sspr.capabilities import Capabilities

Licences = Literal["free", "standard", "trial", "premium"]


@dataclass(frozen=True, slots=True)
class Organization:
    """
    The facts of a tenant that are not settings.

    Each method raises :class:`sspr.errors.Inconclusive` where the tenant lacks the capability.
    """

    capabilities: Capabilities

    def license(self, licences: Licences) -> None:
        """From now on the tenant has these licences: none, Standard, a trial or P1 (A10, D4)."""
        self.capabilities.over("licences").set_organization(licences=licences)

    def begin_trial(self, days_ago: int) -> None:
        """From now on the tenant's licences are those of a trial that began so long ago (D8)."""
        self.capabilities.over("licences").set_organization(licences="trial", trial_days=days_ago)

    def give_up_domains(self) -> None:
        """From now on the tenant has its ``onmicrosoft.com`` domain alone (D8)."""
        self.capabilities.over("domains").set_organization(custom_domain=False)

    def invite(self, user_principal_name: str, home: Literal["msa", "google", "email"]) -> None:
        """
        The account is a guest's from now on.

        ``home`` is where the guest belongs: ``msa`` for a personal Microsoft account, ``google``
        for one of Google's, ``email`` for nowhere but the address of the invitation (A13, A14).
        """
        self.capabilities.over("guests").set_account(user_principal_name, guest_home=home)
