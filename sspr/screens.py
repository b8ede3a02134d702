"""Screenshots on which no secret can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from sspr.secrets import VAULT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from sspr.retries import Retries

MASK = "#1f2937"
_NOTHING_CAPTURED = "Unable to capture screenshot"
MARK = "data-sspr-secret"
"""The attribute that whoever knows a page may set on what no picture may show."""

ALWAYS_MASKED = (
    "input[type=password], input[autocomplete=one-time-code], input[name=otc], "
    "[data-testid*=qr i] img, img[alt*='QR code' i], canvas"
)
"""Fields and pictures that hold a password, a code or a seed on whatever page they stand."""

# Lays a lid upon each element that is marked, that is masked always, or that shows a secret in its
# own text or holds one as its value. A run knows thousands of secrets and a page shows few, so the
# page is asked first which. One that prints a seed in groups shows it with spaces in between, so
# spaces do not count. The lids stand above everything, open dialogs included.
_COVER = """
([secrets, always, mark, colour]) => {
  const bare = text => String(text ?? "").replace(/\\s/g, "").toLowerCase();
  const ownText = element => [...element.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join("");
  const told = new Map([...document.querySelectorAll("body *")].map(element =>
    [element, [bare(ownText(element)), bare(element.value)]]));
  const everything = [...told.values()].flat().join("\\n");
  const here = secrets.split("\\n").map(bare).filter(it => it && everything.includes(it));
  const shows = texts => here.some(secret => texts.some(text => text.includes(secret)));
  const hidden = [...told.keys()].filter(element =>
    element.matches(`[${mark}], ${always}`) || shows(told.get(element)));
  const style = (element, wanted) => Object.assign(element.style, wanted);
  const lids = document.createElement("div");
  lids.setAttribute(mark, "lids");
  lids.popover = "manual";
  style(lids, { position: "fixed", inset: "0", width: "100%", height: "100%", margin: "0",
    padding: "0", border: "0", background: "none", overflow: "hidden", pointerEvents: "none" });
  for (const element of hidden) {
    const box = element.getBoundingClientRect();
    const lid = lids.appendChild(document.createElement("div"));
    style(lid, { position: "fixed", left: `${box.left}px`, top: `${box.top}px`,
      width: `${box.width}px`, height: `${box.height}px`, background: colour });
  }
  document.body.append(lids);
  lids.showPopover();
}
"""
_UNCOVER = """
mark => {
  document.querySelectorAll(`[${mark}=lids]`).forEach(lids => lids.remove());
  document.querySelectorAll(`[${mark}]`).forEach(element => element.removeAttribute(mark));
}
"""


def masked_screenshot(page: Page, retries: Retries) -> bytes:
    """
    A PNG of the page with what is marked, code and password fields and secrets blacked out.

    A busy browser now and then captures nothing; it is asked once more, which ``retries`` keeps.

    Raises:
        playwright.sync_api.Error: The page is gone.
    """
    page.evaluate(_COVER, ["\n".join(VAULT), ALWAYS_MASKED, MARK, MASK])
    try:
        return _captured(page, retries)
    finally:
        page.evaluate(_UNCOVER, MARK)


def _captured(page: Page, retries: Retries) -> bytes:
    try:
        return page.screenshot(caret="initial")
    except PlaywrightError as error:
        if _NOTHING_CAPTURED not in error.message:
            raise
        retries.record("screenshot", "The browser captured nothing.")
        return page.screenshot(caret="initial")
