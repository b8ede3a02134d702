"""Registering in the wizard that the sign-in leads to, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.journeys.registration import Registration

if TYPE_CHECKING:
    from pages.registration.security_info import SecurityInfo


class Interrupted(Registration):
    """Ends where the wizard does: what it did not offer is not added afterwards."""

    def _add(self, _page: SecurityInfo) -> None:
        self.end()
