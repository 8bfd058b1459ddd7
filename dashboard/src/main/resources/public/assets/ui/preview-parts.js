import { h } from "../dom.js";
import { text } from "../messages.js";

/** A line above a table of what would change. */
export function previewNote() {
  return h("p", { class: "preview-note" });
}

/** Fills a table of what would change; one without rows is not shown. */
export function fillPreview(table, columns, rows) {
  table.element.hidden = rows.length === 0;
  table.update({ columns, rows: rows.map((cells) => ({ cells })) });
}

/** What is, and what would be. */
export function changeWords(before, after, write = (each) => each) {
  return text.weights.previewed.change(write(before), write(after));
}
