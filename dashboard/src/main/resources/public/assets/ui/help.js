import { h } from "../dom.js";
import { text } from "../messages.js";
import { remember, remembered } from "../storage.js";

const KEY = "campaign-pulse.single-keys";

/** Whether single-key shortcuts are on for this viewer. */
export function singleKeys() {
  return remembered(KEY) !== "off";
}

/** The keyboard map as a dialog. */
export function createHelp() {
  const rows = text.help.keys.map(([keys, does]) =>
    h("div", { class: "help-row" }, h("dt", {}, keys.split(/\s+/).map((key) => h("kbd", {}, key))), h("dd", {}, does)),
  );
  const toggle = h("input", { type: "checkbox", on: { change: () => remember(KEY, toggle.checked ? "on" : "off") } });
  const close = h("button", { type: "button", class: "button", on: { click: () => dialog.close() } }, text.help.close);
  const dialog = h(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, text.help.title),
    h("dl", { class: "help-list" }, rows),
    h("div", { class: "help-foot" }, h("label", { class: "check" }, toggle, text.help.single), close),
  );
  dialog.addEventListener("click", (click) => click.target === dialog && dialog.close());
  return {
    element: dialog,
    open() {
      toggle.checked = singleKeys();
      dialog.showModal();
    },
  };
}
