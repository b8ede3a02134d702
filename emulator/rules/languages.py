"""In which language a page answers (C3, B41)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emulator.deviations import Bent

DEFAULT = "en-US"
LANGUAGES = (DEFAULT, "de-DE", "fr-FR", "ja-JP")


@dataclass(frozen=True, slots=True)
class Wish:
    """
    What a request says about languages, each empty where it says nothing.

    Attributes:
        mkt: What the address of the reset asks for.
        lng: What the address of the registration asks for.
        chosen: What was chosen last.
        accepted: What the browser accepts, the best first, as its header has it.
        partial: Whether it asks for part of a page that stands there already.
    """

    mkt: str = ""
    lng: str = ""
    chosen: str = ""
    accepted: str = ""
    partial: bool = False


def answered_in(wish: Wish, bent: Bent) -> str:
    """The language: what the address asks for, or was chosen last, or the browser accepts."""
    if wish.partial and "language-lost-on-the-way" in bent:
        return DEFAULT
    return next(filter(None, map(_known, _in_order(wish, bent))), DEFAULT)


def _in_order(wish: Wish, bent: Bent) -> Iterator[str]:
    if "asked-language-ignored" not in bent:
        yield wish.mkt
    if "security-info-language-ignored" not in bent:
        yield wish.lng
    yield wish.chosen
    if "browser-language-ignored" not in bent:
        yield from (part.partition(";")[0] for part in wish.accepted.split(","))


def _known(wish: str) -> str | None:
    primary = wish.strip().partition("-")[0].lower()
    return next((name for name in LANGUAGES if name.partition("-")[0] == primary), None)
