"""Screenshots on which no secret can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sspr.secrets import VAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Locator, Page

ALWAYS_MASKED = (
    "input[type=password], input[autocomplete=one-time-code], input[name=otc], "
    "[data-testid*=qr i] img, img[alt*='QR code' i], canvas"
)
"""Fields and pictures that hold a password, a code or a seed on whatever page they stand."""

# Marks each element that shows a secret in its own text or holds one as its value. A page that
# prints a seed in groups shows it with spaces in between, so spaces do not count.
_MARK_SECRETS = """
secrets => {
  const bare = secrets.map(secret => secret.replace(/\\s/g, "").toLowerCase());
  const shows = text => {
    const packed = (text || "").replace(/\\s/g, "").toLowerCase();
    return packed && bare.some(secret => packed.includes(secret));
  };
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    const text = own.map(node => node.data).join("");
    if (shows(text) || ("value" in element && shows(String(element.value)))) {
      element.setAttribute("data-sspr-secret", "");
    }
  }
}
"""
_UNMARK = """
() => document.querySelectorAll("[data-sspr-secret]").forEach(
  element => element.removeAttribute("data-sspr-secret"))
"""


def masked_screenshot(page: Page, mask: Sequence[Locator] = ()) -> bytes:
    """
    A PNG of the page with ``mask``, code and password fields and shown secrets blacked out.

    Raises:
        playwright.sync_api.Error: The page is gone.
    """
    page.evaluate(_MARK_SECRETS, list(VAULT))
    try:
        return page.screenshot(
            mask=[*mask, page.locator(ALWAYS_MASKED), page.locator("[data-sspr-secret]")],
            mask_color="#1f2937",
            animations="disabled",
            caret="hide",
        )
    finally:
        page.evaluate(_UNMARK)
