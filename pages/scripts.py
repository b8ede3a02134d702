"""What runs in the browser: looking, touching and typing, each in one question."""

from __future__ import annotations

# Stands in every document from its beginning. The mark changes with every document and with every
# replaced view, so that two answers that look alike are still told apart; `touched` is the mark
# of what stood there when a key or a button was last pressed.
WATCH = r"""
(() => {
  if (window.__watch) return;
  const views = new WeakMap();
  let count = 0;
  const visible = (e) => e.checkVisibility({ visibilityProperty: true });
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(visible);
  const words = (e) => (e.value && e.tagName === "INPUT" ? e.value : e.textContent)
    .replace(/\s+/g, " ").trim();
  const attribute = (name) => seen(`[${name}]`).map((e) => e.getAttribute(name));
  const called = (e) => e.id || e.name || e.placeholder || (e.type === "submit" ? e.value : "");
  const view = () => {
    const main = document.querySelector("[id$=UpdatePanelMain]") ??
      document.querySelector("main, [role=main]") ?? document.body;
    const root = main.firstElementChild ?? document.body;
    if (!views.has(root)) views.set(root, ++count);
    return views.get(root);
  };
  const hash = (text) => {
    let hash = 7;
    for (const letter of text) hash = (hash * 31 + letter.codePointAt(0)) | 0;
    return hash;
  };
  const sight = () => {
    const body = document.body;
    if (!body || document.readyState === "loading" || !visible(body)) return null;
    const sight = {
      host: location.host,
      path: location.pathname,
      title: document.title,
      page_id: document.querySelector('meta[name="PageID"]')?.content ?? "",
      view: document.querySelector("#ContentPlaceholderMainContent_CurrentViewName")?.value ?? "",
      ids: attribute("id"),
      test_ids: attribute("data-testid"),
      automation_ids: attribute("data-automationid"),
      placeholders: attribute("placeholder"),
      headings: seen("h1, h2, h3, [role=heading]").map(words),
      controls: seen("button, a, input[type=submit], input[type=button], [role=button]").map(words),
      password_boxes: seen("input[type=password]").length,
      text: body.innerText,
    };
    const shown = seen("input, select, button, a").map((e) => called(e) || e.innerText).join();
    const version = [performance.timeOrigin, view(), sight.view, sight.title, hash(sight.text)];
    sight.mark = [...version, shown].join("|");
    return sight;
  };
  const watch = (window.__watch = { sight });
  const touch = () => { watch.touched = sight()?.mark; };
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, touch, true);
})()
"""

TOUCHED = "touched"

# A person sees whole frames; the timer is for pages that are given none.
LOOK = f"""
async ([before, patience]) => {{
  const end = performance.now() + patience;
  for (;;) {{
    const sight = window.__watch?.sight();
    const old = before === "{TOUCHED}" ? window.__watch.touched : before;
    if (sight && sight.mark !== old) return sight;
    if (performance.now() >= end) return null;
    await new Promise((go) => {{ requestAnimationFrame(go); setTimeout(go, 100); }});
  }}
}}
"""

# The value goes in through the input's own setter: Playwright's log records what fill() is given,
# and it does not record the argument of a script for one element.
TYPE = """
(input, value) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, value);
  for (const name of ["input", "change", "keyup"])
    input.dispatchEvent(new Event(name, { bubbles: true }));
}
"""

TEXT = "([found]) => found?.innerText ?? ''"
ATTRIBUTE = "([found], name) => found?.getAttribute(name) ?? ''"

OPERABLE = ':not(:disabled):not([aria-disabled="true"])'
