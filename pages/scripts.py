"""What runs in the browser: finding, looking, touching and typing, each in one question."""

from __future__ import annotations

from sspr.screens import MARK

# Finds what an `Element` describes, as Playwright's locators do: names and texts without regard
# to case and blanks, hidden elements left out. Playwright's own finder is a hundred times larger
# and would have to be compiled anew for each document, which takes longer than to load it.
FIND = r"""
  const visible = (e) => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
  };
  const IMPLIED = {
    button: "button, summary, input[type=button], input[type=submit], input[type=image]",
    link: "a[href], area[href]",
    radio: "input[type=radio]",
    checkbox: "input[type=checkbox]",
    combobox: "select",
    group: "fieldset, details",
    heading: "h1, h2, h3, h4, h5, h6",
  };
  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const all = (selector) => [...document.querySelectorAll(selector)];
  const matching = (wanted) => {
    if (Array.isArray(wanted)) return (text) => new RegExp(...wanted).test(plain(text));
    const part = plain(wanted).toLowerCase();
    return (text) => plain(text).toLowerCase().includes(part);
  };
  const isPush = (e) => e.tagName === "INPUT" && /^(button|submit|reset)$/.test(e.type);
  const textOf = (e) => (isPush(e) ? e.value : e.textContent);
  const labelOf = (e) => {
    const ids = e.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const by = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const labels = [...(e.labels ?? [])].map((label) => label.textContent).join(" ");
    return plain(by) || e.getAttribute("aria-label") || labels;
  };
  const nameOf = (e) => {
    const pictures = [...e.querySelectorAll("img[alt]")].map((img) => img.alt);
    const content = plain([textOf(e), ...pictures].join(" "));
    return plain(labelOf(e)) || content || e.title || "";
  };
  const byRole = (role) => all([`[role=${role}]`, IMPLIED[role]].filter(Boolean).join())
    .filter((e) => (e.getAttribute("role") ?? role) === role);
  const named = (found, wanted, called) => {
    if (!wanted.length) return found;
    const fits = matching(wanted);
    return found.filter((e) => fits(called(e)));
  };
  const innermost = (wanted) => {
    const holds = matching(wanted);
    const found = all("body *").filter((e) => !/^(SCRIPT|STYLE)$/.test(e.tagName));
    const fits = new Set(found.filter((e) => holds(textOf(e))));
    return [...fits].filter((e) => ![...e.children].some((child) => fits.has(child)));
  };
  const matches = (element) => {
    if (element.css) return all(element.css);
    if (element.role) return named(byRole(element.role), element.name, nameOf);
    if (element.label.length)
      return named(all("input, select, textarea, [aria-label]"), element.label, labelOf);
    if (element.placeholder.length)
      return named(all("[placeholder]"), element.placeholder, (e) => e.placeholder);
    return innermost(element.text);
  };
  const every = (element) => {
    if (!element.otherwise) return matches(element);
    const found = new Set([...matches(element), ...every(element.otherwise)]);
    const before = Node.DOCUMENT_POSITION_PRECEDING;
    return [...found].sort((a, b) => (a.compareDocumentPosition(b) & before ? 1 : -1));
  };
  const find = (element) => every(element).filter(visible)[element.place];
"""

# The mark changes with every document and with every replaced view, so that two answers that look
# alike are still told apart.
SIGHT = r"""
  const views = new WeakMap();
  let count = 0;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const seen = (selector) => all(selector).filter(shown);
  const words = (e) => plain(e.value && e.tagName === "INPUT" ? e.value : e.textContent);
  const attribute = (name) => seen(`[${name}]`).map((e) => e.getAttribute(name));
  const called = (e) => e.id || e.name || e.placeholder || (e.type === "submit" ? e.value : "");
  const view = () => {
    const main = document.querySelector("[id$=UpdatePanelMain]") ??
      document.querySelector("main, [role=main]") ?? document.body;
    const root = main.firstElementChild ?? document.body;
    if (!views.has(root)) views.set(root, ++count);
    return views.get(root);
  };
  const hashed = (text) => {
    let hash = 7;
    for (const letter of text) hash = (hash * 31 + letter.codePointAt(0)) | 0;
    return hash;
  };
  const sight = () => {
    const body = document.body;
    if (!body || document.readyState === "loading" || !shown(body)) return null;
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
    const stands = seen("input, select, button, a").map((e) => called(e) || e.innerText).join();
    const version = [performance.timeOrigin, view(), sight.view, sight.title, hashed(sight.text)];
    sight.mark = [...version, stands].join("|");
    return sight;
  };
"""

# Stands in every document from its beginning; `touched` is the mark of what stood there when a
# key or a button was last pressed. A person sees whole frames; the timer is for pages that are
# given none.
WATCH = f"""
(() => {{
  if (window.__watch) return;
  {FIND}
  {SIGHT}
  const frame = () => new Promise((go) => {{ requestAnimationFrame(go); setTimeout(go, 100); }});
  const until = async (patience, look) => {{
    const end = performance.now() + patience;
    for (;;) {{
      const found = look();
      if (found || performance.now() >= end) return found || null;
      await frame();
    }}
  }};
  const watch = (window.__watch = {{ find, every, visible, matching, sight, until }});
  const touch = () => {{ watch.touched = sight()?.mark; }};
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, touch, true);
}})()
"""

TOUCHED = "touched"

# What is asked and what is seen travel as JSON: Playwright takes a structure apart value by value,
# three times on its way.
ASK = "(told) => (%s)(JSON.parse(told))"

LOOK = f"""
async ([before, patience]) => {{
  if (!window.__watch) await new Promise((go) => setTimeout(go, 100));
  return window.__watch?.until(patience, () => {{
    const sight = window.__watch.sight();
    const old = before === "{TOUCHED}" ? window.__watch.touched : before;
    return sight && sight.mark !== old ? JSON.stringify(sight) : null;
  }});
}}
"""

# Enabled, visible and in focus; false where it takes no focus.
FOCUS = """
async ([element, patience]) => {
  const off = (e) => e.matches(':disabled, [aria-disabled="true"]');
  const found = await window.__watch.until(patience, () => {
    const e = window.__watch.find(element);
    return e && !off(e) ? e : null;
  });
  if (!found) return null;
  found.focus();
  found.select?.();
  return document.activeElement === found;
}
"""

# The value goes in through the input's own setter, and is fetched by the page itself: Playwright's
# log records what a script is given, and it does not record what a binding answers.
TYPE = """
async ([element, patience, source]) => {
  const input = await window.__watch.until(patience, () => window.__watch.find(element));
  if (!input) return null;
  const value = await window[source]();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, value);
  for (const name of ["input", "change", "keyup"])
    input.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}
"""

SELECT = """
async ([element, patience, wording]) => {
  const fits = window.__watch.matching(wording);
  const option = await window.__watch.until(patience, () =>
    [...(window.__watch.find(element)?.options ?? [])].find((each) => fits(each.text)));
  if (!option) return null;
  option.selected = true;
  for (const name of ["input", "change"])
    option.closest("select").dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}
"""

SHOWS = "([element]) => !!window.__watch.find(element)"
EACH = "([element]) => window.__watch.every(element).filter(window.__watch.visible).map(%s)"
TEXT = "([element]) => window.__watch.find(element)?.innerText ?? ''"
ATTRIBUTE = "([element, name]) => window.__watch.find(element)?.getAttribute(name) ?? ''"
CHECKED = "([element]) => window.__watch.find(element)?.checked"

COVER = f"""
([elements]) => elements.flatMap(window.__watch.every)
  .forEach((e) => e.setAttribute("{MARK}", ""))
"""
