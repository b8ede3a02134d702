"use strict";
(() => {
  const form = document.forms[0];
  let busy = false;

  function parts(delta) {
    const found = [];
    for (let at = 0; at < delta.length;) {
      const bar = delta.indexOf("|", at);
      const length = Number(delta.slice(at, bar));
      const typeEnd = delta.indexOf("|", bar + 1);
      const idEnd = delta.indexOf("|", typeEnd + 1);
      found.push({
        type: delta.slice(bar + 1, typeEnd),
        id: delta.slice(typeEnd + 1, idEnd),
        content: delta.slice(idEnd + 1, idEnd + 1 + length),
      });
      at = idEnd + 1 + length + 1;
    }
    return found;
  }

  function apply(delta) {
    for (const part of parts(delta)) {
      if (part.type === "pageRedirect") { location.assign(decodeURIComponent(part.content)); return; }
      if (part.type === "hiddenField") document.getElementById(part.id).value = part.content;
      if (part.type === "updatePanel") document.getElementById(part.id).innerHTML = part.content;
    }
    settle();
  }

  // What stands there when the service fails, no document says: here a view without a name.
  function fail() {
    document.querySelector("[id$=UpdatePanelMain]").innerHTML = document.getElementById("failed").innerHTML;
    document.querySelector("[id$=CurrentViewName]").value = "";
  }

  async function post(target, argument) {
    if (busy) return;
    busy = true;
    form.elements.__EVENTTARGET.value = target;
    form.elements.__EVENTARGUMENT.value = argument || "";
    const body = new URLSearchParams(new FormData(form));
    body.set("ctl00$ScriptManagerMain", "ctl00$ContentPlaceholderMainContent$UpdatePanelMain|" + target);
    body.set("__ASYNCPOST", "true");
    let delta = "";
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, headers: { "X-MicrosoftAjax": "Delta=true" },
      });
      delta = await answer.text();
      if (!answer.ok) throw new Error(String(answer.status));
      apply(delta);
    } catch {
      fail();
    }
    busy = false;
  }

  function settle() {
    for (const help of form.querySelectorAll("[data-after]")) {
      setTimeout(() => { help.hidden = false; }, 1000 * Number(help.dataset.after));
    }
    const waiting = form.querySelector("[data-waits]");
    if (waiting) watch(waiting);
  }

  async function watch(waiting) {
    const answer = await fetch("/answered", { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .catch(() => null);
    if (!waiting.isConnected) return;
    if (answer && answer.ok) post(waiting.dataset.waits);
    else setTimeout(() => watch(waiting), 500);
  }

  function grade(text) {
    const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(text)).length;
    const points = kinds + (text.length >= 8) + (text.length >= 16) - 3;
    return ["weak", "medium", "strong"][Math.max(0, Math.min(points, 2))];
  }

  form.addEventListener("input", (event) => {
    const field = event.target;
    for (const button of form.querySelectorAll(`[data-needs="${field.name}"]`)) button.disabled = !field.value.trim();
    if ("strength" in field.dataset) {
      const box = form.querySelector("output.strength");
      box.textContent = box.dataset[grade(field.value)];
    }
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-postback]");
    if (button) post(button.dataset.postback);
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=radio][data-postback]")) post(event.target.dataset.postback);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input:not([type=radio])")) return;
    event.preventDefault();
    const button = form.querySelector("[data-default]:not(:disabled), a.default");
    if (button) button.click();
  });
  window.__doPostBack = post;
  settle();
})();
