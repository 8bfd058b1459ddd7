import { h } from "../dom.js";
import { text } from "../messages.js";
import { RANGES } from "../model/range.js";

/** Chooses a range for one chart, or that it follows the page; tells each choice, null for the page's. */
export function createOwnRange({ title, onChoose }) {
  const option = (value, words) => h("option", { value }, words);
  const custom = option("custom", text.range.custom);
  const select = h(
    "select",
    { class: "own-range", "aria-label": text.range.of(title), on: { change: () => onChoose(select.value || null) } },
    option("", text.range.asPage), RANGES.map((name) => option(name, text.range.names[name])), custom,
  );
  return {
    element: select,
    /** Shows the chart's range; one between two moments comes from an address only. */
    update(range) {
      custom.hidden = custom.disabled = range?.name !== "custom";
      if (document.activeElement !== select) select.value = range?.name ?? "";
    },
  };
}
