"""The organisation's logo above the reset pages (G8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element

if TYPE_CHECKING:
    from pages.window import Window

# That a logo stands there is documented; that it says whose it is to who cannot see it, inferred.
LOGO = Element(Confidence.INFERRED, css="img[alt]:not([alt='']):not(#RepMapVisualChallenge)")


def organization_on(window: Window) -> str:
    """Whose logo the page shows, in words, or an empty string where it shows none."""
    logo = LOGO.on(window.page)
    return (logo.get_attribute("alt") or "") if logo.count() else ""
