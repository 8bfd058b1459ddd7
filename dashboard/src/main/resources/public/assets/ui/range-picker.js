import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { COMPARISONS } from "../model/compare.js";
import { RANGES } from "../model/range.js";
import { fromLocalInput, toLocalInput } from "./local-time.js";

/** Chooses the range of event time that a page shows, and what to compare it with; tells each choice. */
export function createRangePicker({ onRange, onCompare }) {
  const buttons = RANGES.map((name) =>
    h("button", { type: "button", data: { range: name }, on: { click: () => onRange({ name }) } }, text.range.names[name]),
  );
  const custom = h("button", { type: "button", "aria-expanded": "false", on: { click: () => toggle() } }, text.range.custom);
  const from = h("input", { type: "datetime-local", id: "range-from" });
  const to = h("input", { type: "datetime-local", id: "range-to" });
  const wrong = h("p", { class: "field-error", role: "alert" });
  const form = h(
    "form",
    { class: "range-form", hidden: true, on: { submit: choose } },
    h("label", { for: "range-from" }, text.range.from), from,
    h("label", { for: "range-to" }, text.range.to), to,
    h("button", { class: "button button-small" }, text.range.apply), wrong,
  );
  const compare = h("select", { class: "compare", "aria-label": text.compare.label, on: { change: () => onCompare(compare.value) } }, COMPARISONS.map((value) => h("option", { value }, text.compare.names[value])));
  const now = h("span", { class: "range-now figure" });
  const element = h(
    "div",
    { class: "range", role: "group", "aria-label": text.range.label },
    h("div", { class: "segments" }, buttons, custom), compare, now, form,
  );
  let shown = null;

  function toggle() {
    form.hidden = !form.hidden;
    setAttribute(custom, "aria-expanded", String(!form.hidden));
    if (!form.hidden) fillIn();
  }

  function fillIn() {
    from.value = toLocalInput(shown?.from ?? Date.now() - 86_400_000);
    to.value = toLocalInput(shown?.to ?? Date.now());
    from.focus();
  }

  function choose(submit) {
    submit.preventDefault();
    const range = { name: "custom", from: fromLocalInput(from.value), to: fromLocalInput(to.value) };
    const right = range.from < range.to;
    setText(wrong, right ? "" : text.range.wrong);
    if (right) onRange(range);
  }

  return {
    element,
    /** Shows which range is chosen and where it lies. */
    update({ range, limits, comparison, comparable }, eventTime, format) {
      compare.hidden = !comparable;
      if (document.activeElement !== compare) compare.value = comparison;
      shown = limits;
      for (const button of buttons) setAttribute(button, "aria-pressed", String(button.dataset.range === range.name));
      setAttribute(custom, "aria-pressed", String(range.name === "custom"));
      const lies = limits ? `${format.moment(limits.from)} – ${format.moment(limits.to)}` : "";
      setText(now, [lies, eventTime && text.range.now(format.moment(eventTime)), text.range.zone(format.timeZone)].filter(Boolean).join(" · "));
    },
  };
}
