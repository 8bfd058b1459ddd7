import { h } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";

/** Grey shapes where figures will be. */
export function skeleton(rows = 6) {
  const bars = Array.from({ length: rows }, () => h("div", { class: "bone" }));
  return h("div", { class: "skeleton", role: "status" }, h("span", { class: "visually-hidden" }, text.states.loading), bars);
}

/** What to do when there are no contacts yet. */
export function noContacts() {
  return notice(
    h("strong", {}, text.states.noContacts), " ", text.states.sendSome, h("code", {}, "POST /api/v1/events"),
    text.states.orRun, h("code", {}, "./pulse demo"), ".",
  );
}

/** What to do when there is no campaign yet. */
export function noCampaigns() {
  const create = h("a", { href: paths.create() }, text.nav.create);
  const lead = h("p", {}, h("strong", {}, text.states.noCampaigns), " ", text.states.noCampaignsHint, create, ".");
  return h("div", { class: "notice" }, lead, noContactsLine());
}

function noContactsLine() {
  return h("p", {}, ...noContacts().childNodes);
}

/** A page in words: something is not there, and where to go instead. */
export function missing(what, address = paths.campaigns(), words = text.states.toCampaigns) {
  const back = h("a", { class: "button", href: address }, words);
  return h("div", { class: "notice" }, h("h1", { tabindex: "-1" }, what), back);
}

/** Puts what `create()` gives in the place of all that a page shows while it is called with true, and the page back as it was with false. */
export function createStandIn(root, create) {
  let parts = null;
  return (wanted) => {
    if (wanted === (parts !== null)) return;
    const focused = root.contains(document.activeElement);
    const shown = parts ?? [create()];
    parts = wanted ? [...root.childNodes] : null;
    root.replaceChildren(...shown);
    if (focused) root.querySelector("h1")?.focus({ preventScroll: true });
  };
}

/** A line that says something about the figures around it. */
export function notice(...children) {
  return h("div", { class: "notice" }, ...children);
}
