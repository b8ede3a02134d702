"""What came of a registration."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from sspr.policy.model import Method


@dataclass(frozen=True, slots=True)
class RegistrationStory:
    """
    One registration, as it was met.

    Attributes:
        began: The tenant's time before the first page.
        asked_at_sign_in: Whether the sign-in led there by asking for more information.
        registered: The methods, in the order in which they were accepted.
        proved_twice: Whether the sign-in asked for a second factor.
        closed_with: The button that closed it, *Done* or *Looks good*, or an empty string.
        in_wizard: How many methods the wizard itself had set up before it let go.
        offered: The methods that could be chosen instead, wherever they were listed.
        alternate_phone: Whether a second phone was among them.
        headings: What the pages were headed.
        questions: How many security questions were asked for.
        contact_links: Page by page, where *Contact your administrator* leads.
        error: Why it failed, as the page says, or an empty string.
    """

    began: dt.datetime
    asked_at_sign_in: bool
    registered: tuple[Method, ...]
    proved_twice: bool
    closed_with: str
    in_wizard: int = 0
    offered: frozenset[Method] = frozenset()
    alternate_phone: bool = False
    headings: frozenset[str] = frozenset()
    questions: int = 0
    contact_links: dict[str, str] = field(default_factory=dict)
    error: str = ""
