"""Managing security info: looking at it, deleting from it, choosing the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.hosts import MY_SECURITY_INFO
from pages.journeys.sign_in import SignIn
from pages.registration.closing import Review
from pages.registration.security_info import SecurityInfo
from pages.sign_in.more_information import MoreInformation
from sspr.policy import Method

if TYPE_CHECKING:
    import datetime as dt

    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means


@dataclass(frozen=True, slots=True)
class Errand:
    """
    What a person wants on the security info page; nothing is only to look.

    Attributes:
        delete: The method to delete.
        default: A part of the name of the second factor to ask first.
        look_for: A value that a row may show.
    """

    delete: Method | None = None
    default: str = ""
    look_for: str = ""


@dataclass(frozen=True, slots=True)
class ManagingStory:
    """
    What came of it.

    Attributes:
        began: The tenant's time before the first page.
        opened: Whether the security info was shown.
        proved_twice: Whether a second factor was asked on the way.
        done: Whether what was wanted was done.
        error: Why it was not, as the page says, or an empty string.
        listed: What the page listed at first.
        changeable: What of it could be given another value.
    """

    began: dt.datetime
    opened: bool
    proved_twice: bool
    done: bool
    error: str
    listed: frozenset[Method] = frozenset()
    changeable: frozenset[Method] = frozenset()


class Managing(SignIn):
    """
    Signs in to the security info page and does one errand there.

    Attributes:
        errand: What is wanted.
    """

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        errand: Errand,
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.errand = errand
        self.began = means.now()
        self.opened = False
        self.done = False
        self.listed: frozenset[Method] = frozenset()
        self.changeable: frozenset[Method] = frozenset()
        self.on(MoreInformation, MoreInformation.skip)
        self.on(Review, Review.confirm)
        self.on(SecurityInfo, self._do)

    def run(self) -> ManagingStory:
        """Do it."""
        self.window.go(MY_SECURITY_INFO)
        self.travel()
        self.keep(SecurityInfo.name if self.opened else "Not let in")
        return ManagingStory(
            self.began,
            self.opened,
            self.proved_twice,
            self.done,
            self.error,
            self.listed,
            self.changeable,
        )

    def _do(self, page: SecurityInfo) -> None:
        self.opened = True
        self.listed = frozenset(filter(page.lists, Method))
        self.changeable = frozenset(filter(page.offers_to_change, self.listed))
        self.done = self._errand_is_done(page)
        self.error = page.error
        self.end()

    def _errand_is_done(self, page: SecurityInfo) -> bool:
        if method := self.errand.delete:
            if method not in self.listed:
                return False
            page.delete(method)
            return not page.loaded().lists(method)
        if self.errand.default:
            page.choose_default(self.errand.default)
        return not self.errand.look_for or page.shows(self.errand.look_for)


class Lingering(Managing):
    """Has the page open for a while before deleting from it, and goes wherever that leads."""

    _deleted = False

    def _do(self, page: SecurityInfo) -> None:
        self.opened = True
        if self._deleted or not self.errand.delete:
            self.end()
            return
        self.listed = frozenset(filter(page.lists, Method))
        self.means.ponder()
        page.delete(self.errand.delete)
        self._deleted = True
