// What script adds to pages that already work without it. Nothing here may be the only way to do a thing.
"use strict";

/** Sends a form as its button does. Telephones from before the autumn of 2022 can only be told to press it. */
function send(form, button) {
  if (form.requestSubmit) form.requestSubmit(button);
  else (button ?? form.querySelector("[type=submit]"))?.click();
}

/** Lets what is being saved on its own come home before the whole form is sent: the two would collide on the server. */
function waitForSaving(event) {
  const form = event.target;
  if (!form.querySelector(".htmx-request")) return;
  event.preventDefault();
  form.addEventListener("htmx:afterRequest", () => send(form, event.submitter), { once: true });
}

/** Stops a form from being sent twice, and shows on the button that something is under way. */
function guardAgainstDoubleSubmit(event) {
  const form = event.target;
  if (!form.matches("form[data-once]") || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  event.submitter?.setAttribute("aria-busy", "true");
}

/** A page that comes back from the browser's history must be possible to send again. */
function allowSubmitAgain() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
}

/** What came of the act takes focus, so that it is read out and seen first: errors before other messages. */
function focusFirstMessage(root) {
  (root.querySelector("[role=alert][data-focus]") ?? root.querySelector("[data-focus]"))?.focus();
}

/** How often each guarded form has been changed since it was last saved. */
const changedForms = new Map();

function noteChange(event) {
  const form = event.target.closest?.("form[data-guard]");
  if (form) changedForms.set(form, (changedForms.get(form) ?? 0) + 1);
}

function warnBeforeLeaving(event) {
  if ([...changedForms.keys()].some((form) => form.isConnected && !form.dataset.sent)) event.preventDefault();
}

/** Filters with data-autosubmit send themselves; htmx does it without a new page where the form says so. */
function submitFilters(event) {
  const form = event.target.closest?.("form[data-autosubmit]");
  if (form && event.target.matches("select, input:is([type=checkbox], [type=radio], [type=date])")) send(form);
}

/** Says how many characters are left, to everyone while writing and to screen readers after a pause. */
function updateCounter(input) {
  const counter = document.querySelector(`[data-counter-for="${CSS.escape(input.id)}"]`);
  if (!counter) return;
  const left = Number(input.dataset.counter) - [...input.value].length;
  const text = left < 0 ? counter.dataset.textOver : counter.dataset.textLeft;
  counter.hidden = false;
  counter.toggleAttribute("data-over", left < 0);
  counter.textContent = text.replace("{n}", Math.abs(left));
  clearTimeout(input.counterTimer);
  counter.setAttribute("aria-live", "off");
  input.counterTimer = setTimeout(() => {
    counter.setAttribute("aria-live", "polite");
    counter.textContent += "\u00a0";
  }, 1000);
}

async function copy(event) {
  const button = event.target.closest?.("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
  const label = button.querySelector("[data-copy-label]");
  label.dataset.before ??= label.textContent;
  label.textContent = button.dataset.copied;
  setTimeout(() => { label.textContent = label.dataset.before; }, 3000);
}

/** After a part of the page is replaced: serve it, lead to its errors, and say in words what came. */
function welcomePart(part) {
  reveal(part);
  focusFirstMessage(part);
  announce([...part.querySelectorAll("[data-announce]")].map((news) => news.textContent.trim()).join(". "));
}

/** Has a screen reader say it. A live region that comes with its words is passed over, so there is one that always stands. */
function announce(words) {
  if (words) document.getElementById("kunngjoring").textContent = words.replace(/\s+/g, " ").trim();
}

/** Remembers how far the form had come when a part of it was sent. */
function noteSending(event) {
  event.detail.xhr.changes = changedForms.get(event.target.closest?.("form"));
}

/** What htmx has sent is no longer unsaved, unless more was typed meanwhile, and may be sent again. */
function noteSent(event) {
  const form = event.target.closest?.("form");
  const saved = event.detail.successful && !event.detail.xhr.getResponseHeader("Plass-Not-Saved");
  if (saved && changedForms.get(form) === event.detail.xhr.changes) changedForms.delete(form);
  if (!event.detail.successful) tellNotSaved(event);
  if (event.target === form) allowSubmitAgain();
}

/** An answer that saves itself and could not be saved says so where it else says «Lagret»; what was typed stays. */
function tellNotSaved(event) {
  const place = event.detail.target;
  if (!place?.matches(".criterion-state")) return;
  for (const told of place.querySelectorAll(".saved, .not-saved")) told.remove();
  const message = document.createElement("p");
  message.className = "ds-validation-message not-saved";
  const words = document.body.dataset;
  const xhr = event.detail.xhr;
  const signedOut = xhr?.getResponseHeader("Plass-Kept") ? words.signedOutKept : words.signedOut;
  message.textContent = xhr?.status === 401 ? signedOut : words.notSaved;
  place.prepend(message);
  announce(message.textContent);
}

/** An open menu closes when one goes elsewhere with mouse or keyboard. */
function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.account-roles[open]")) {
    if (event.key === "Escape" || !menu.contains(event.target)) menu.open = false;
  }
}

/** Warns some minutes before a session ends that is not used, and lets one stay. Use in any tab is use in all. */
function watchIdle() {
  const place = document.querySelector("[data-idle-seconds]");
  if (!place) return;
  const idle = place.dataset.idleSeconds * 1000;
  const ahead = Math.min(5 * 60_000, idle / 2);
  const tabs = new BroadcastChannel("plass-in-use");
  let used = Date.now();
  let shown = "";
  let before = null; // where one was when it was said, to come back there
  const show = (what) => {
    if (what === shown) return;
    if (what) before = document.activeElement;
    shown = what;
    const words = document.querySelector(`template[data-idle="${what}"]`);
    place.replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
  };
  const noteUse = () => {
    used = Date.now();
    show("");
  };
  const tellUse = () => {
    noteUse();
    tabs.postMessage("used");
  };
  const check = () => {
    const unused = Date.now() - used;
    show(unused >= idle ? "over" : unused >= idle - ahead ? "soon" : "");
  };
  const stay = async () => {
    const answer = await fetch(place.dataset.stayUrl, { redirect: "manual" }).catch(() => null);
    if (!answer) return; // no net: it still stands there
    if (answer.status !== 204) {
      show("over");
      return;
    }
    tellUse();
    before?.focus();
  };
  tabs.addEventListener("message", noteUse);
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) tellUse(); });
  place.addEventListener("click", (event) => { if (event.target.closest("button")) stay(); });
  document.addEventListener("visibilitychange", check);
  setInterval(check, 10_000);
  tellUse();
}

/** What is hidden until script can serve it: copy buttons and counters. */
function reveal(root) {
  for (const element of root.querySelectorAll("[data-needs-script]")) element.hidden = false;
  for (const input of root.querySelectorAll("[data-counter]")) updateCounter(input);
}

document.addEventListener("submit", waitForSaving);
document.addEventListener("submit", guardAgainstDoubleSubmit);
document.addEventListener("input", (event) => {
  noteChange(event);
  if (event.target.matches?.("[data-counter]")) updateCounter(event.target);
});
document.addEventListener("change", (event) => {
  noteChange(event);
  submitFilters(event);
});
document.addEventListener("click", (event) => {
  copy(event);
  closeMenus(event);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(event); });
document.addEventListener("focusin", closeMenus);
document.addEventListener("htmx:afterSettle", (event) => welcomePart(event.target));
document.addEventListener("htmx:beforeSend", noteSending);
document.addEventListener("htmx:afterRequest", noteSent);
window.addEventListener("beforeunload", warnBeforeLeaving);
window.addEventListener("pageshow", (event) => { if (event.persisted) allowSubmitAgain(); });

watchIdle();
reveal(document);
focusFirstMessage(document);
