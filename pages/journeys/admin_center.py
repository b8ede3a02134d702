"""Opening one blade of *Password reset* in the admin center, and perhaps saving it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pages.admin_center.menu import Menu
from pages.admin_center.no_access import NoAccess
from pages.journeys.sign_in import SignInPast

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as BrowserPage

    from pages.admin_center.blade import Blade
    from pages.journeys.journey import Witness
    from pages.journeys.means import Means

    Edit = Callable[[Any], None]


@dataclass(slots=True)
class BladeStory:
    """
    What came of a visit to a blade.

    Attributes:
        name: The blade's name.
        stood: Whether the account was shown the blade.
        denied: Whether the account was told that there is nothing here for it.
        editable: Whether the account could save it.
        shown: What it showed at first, by policy key.
        filled: What was filled in, by policy key; empty where nothing was.
        after: What it showed after saving, by policy key; empty where nothing was saved.
        refusal: Why it was not saved, as the page says, or an empty string.
        error: Why the blade was not reached, or an empty string.
    """

    name: str
    stood: bool = False
    denied: bool = False
    editable: bool = False
    shown: dict[str, Any] = field(default_factory=dict)
    filled: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""
    error: str = ""

    @property
    def saved(self) -> bool:
        """Whether something was saved."""
        return bool(self.after) and not self.refusal


class AdminCenter(SignInPast):
    """Signs in to the admin center, looks at a blade, and saves what ``edit`` fills in."""

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        blade: type[Blade],
        edit: Edit | None = None,
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.story = BladeStory(blade.name)
        self._blade = blade
        self._edit = edit
        self.on(blade, self._arrive)
        self.on(Menu, lambda page: self.fail(f"{page.name} has no page {blade.name}."))
        self.on(NoAccess, self._denied)

    def run(self) -> BladeStory:
        """Do it."""
        self.window.go(self._blade.url())
        self.travel()
        if not self.story.stood:
            self.keep("Where the admin center led")
            self.story.error = self.error or "The sign-in asked for more."
        return self.story

    def _denied(self, page: NoAccess) -> None:
        self.story.denied = True
        self.fail(f"{page.name}.")

    def _arrive(self, blade: Blade) -> None:
        if self.story.filled:
            self._saved(blade)
            return
        self.story.stood, self.story.editable = True, blade.editable
        self.story.shown = blade.settings()
        self.keep(blade.name)
        if self._edit is None or not blade.editable:
            self.end()
            return
        self._edit(blade)
        self.story.filled = blade.settings()
        self.keep(f"{blade.name}, filled in")
        blade.save()

    def _saved(self, blade: Blade) -> None:
        self.story.refusal, self.story.after = blade.refusal, blade.settings()
        self.keep(f"{blade.name}, after saving")
        self.end()
