"""Changing a registered address or number on the security info page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import MY_SECURITY_INFO
from pages.journeys.registration import Registration

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.registration.security_info import SecurityInfo

NOTHING_TO_CHANGE = "The security info lists nothing of the kind that could be changed."


class Changing(Registration):
    """Signs in to the security info and changes what is wanted to what the person moves to."""

    def change(self) -> RegistrationStory:
        """Do it; what was changed counts as registered."""
        return self.run(MY_SECURITY_INFO)

    def _add(self, page: SecurityInfo) -> None:
        if not self.missing:
            super()._add(page)
        elif page.lists(self.missing[0]) and page.offers_to_change(self.missing[0]):
            self.means.move(self.missing[0])
            page.change(self.missing[0])
        else:
            self.fail(NOTHING_TO_CHANGE)
