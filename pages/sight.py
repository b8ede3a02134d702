"""What can be seen of the page that stands there, taken in one look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SETS = ("ids", "test_ids", "automation_ids", "placeholders")
ROWS = ("headings", "controls")


@dataclass(frozen=True, slots=True)
class Sight:
    """
    One look at a page.

    Attributes:
        host: The host name in the address.
        path: The path in the address.
        title: The title of the document.
        page_id: ``meta[name=PageID]`` of the sign-in pages, or an empty string.
        view: ``CurrentViewName`` of the reset pages, or an empty string.
        ids: The ids of what is visible.
        test_ids: The ``data-testid`` of what is visible.
        automation_ids: The ``data-automationid`` of what is visible.
        placeholders: The placeholders of the visible inputs.
        headings: The visible headings.
        controls: The texts of the visible buttons and links.
        password_boxes: How many password inputs are visible.
        text: The visible text; it may hold secrets and goes into no message.
        mark: Differs from look to look if the page was replaced in between.
    """

    host: str = ""
    path: str = ""
    title: str = ""
    page_id: str = ""
    view: str = ""
    ids: frozenset[str] = frozenset()
    test_ids: frozenset[str] = frozenset()
    automation_ids: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()
    headings: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    password_boxes: int = 0
    text: str = ""
    mark: str = ""

    @classmethod
    def of(cls, seen: dict[str, Any]) -> Sight:
        """What the browser reports, frozen."""
        sets = {key: frozenset(seen[key]) for key in SETS}
        rows = {key: tuple(seen[key]) for key in ROWS}
        return cls(**{**seen, **sets, **rows})

    def says(self, *wordings: str) -> bool:
        """Whether the visible text holds one of ``wordings``, in any case."""
        text = self.text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        return any(wording.casefold() in text for wording in wordings)

    def headed(self, *wordings: str) -> bool:
        """Whether a heading holds one of ``wordings``, in any case."""
        headings = " | ".join(self.headings).casefold()
        headings = headings.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        return any(wording.casefold() in headings for wording in wordings)

    def offers(self, *names: str) -> bool:
        """Whether a button or link bears one of ``names``, in any case."""
        wanted = {name.casefold() for name in names}
        return any(control.casefold() in wanted for control in self.controls)

    def __str__(self) -> str:
        """The page for a person: address, classifier and heading."""
        kind = self.page_id or self.view or self.title
        heading = f', headed "{self.headings[0]}"' if self.headings else ""
        return f"https://{self.host}{self.path} ({kind}{heading})"
