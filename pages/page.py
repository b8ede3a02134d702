"""What every screen has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from pages.element import Element
    from pages.sight import Sight
    from pages.window import Window


class Page:
    """
    One Microsoft page.

    A page knows by which marks it is recognised, where its elements are and what a person can do
    on it. It asserts nothing and expects no order.

    Attributes:
        name: What people call the page.
        masks: The elements that no screenshot may show.
    """

    name: ClassVar[str]
    masks: ClassVar[tuple[Element, ...]] = ()

    def __init__(self, window: Window) -> None:
        self.window = window

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether ``sight`` shows this page."""
        raise NotImplementedError

    def loaded(self) -> Self:
        """
        This page, once it stands there.

        Raises:
            Inconclusive: Another page stands there and stays.
        """
        sight: Sight | None = self.window.sight
        while sight is not None:
            if self.stands(sight):
                return self
            last, sight = sight, self.window.look_again(sight)
        raise Inconclusive(f"Expected the page {self.name!r}, but {last} stands there.")
