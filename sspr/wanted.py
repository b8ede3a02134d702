"""The mail or text that somebody looks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailosaur.models import SearchCriteria

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What is looked for.

    Attributes:
        to: The address, or the telephone number in any writing.
        since: The tenant's time before the event that sends it.
        subject: A part of the subject line; empty for any.
    """

    to: str
    since: dt.datetime
    subject: str = ""

    def __str__(self) -> str:
        """In words, for expectations."""
        about = f' with "{self.subject}" in its subject' if self.subject else ""
        return f"{'mail' if '@' in self.to else 'text'}{about} to {self.to}"

    def criteria(self) -> SearchCriteria:
        """As the mailbox's search takes it; a number without its plus sign."""
        found = SearchCriteria()
        found.sent_to = self.to if "@" in self.to else "".join(filter(str.isdigit, self.to))
        found.subject = self.subject or None
        return found
