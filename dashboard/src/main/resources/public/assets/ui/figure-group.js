import { h, setText } from "../dom.js";
import { text } from "../messages.js";

/** A group of figures under a title, a row for each name; `label(name)` says what it is called, `level` what heading the title is. */
export function createFigureGroup(title, names, label, { level = "h3" } = {}) {
  const heading = h(level, {}, title);
  const note = h("p", { class: "figure-note" });
  const cells = Object.fromEntries(names.map((name) => [name, h("span", { class: "figure" }, text.none)]));
  const rows = names.map((name) => h("div", { class: "figure-row" }, h("dt", {}, label(name)), h("dd", {}, cells[name])));
  return {
    cells,
    element: h("div", { class: "figure-group" }, h("div", { class: "group-head" }, heading, note), h("dl", {}, rows)),
    update(words, head = {}) {
      setText(heading, head.title ?? title);
      setText(note, head.note ?? "");
      for (const name of names) setText(cells[name], words[name]);
    },
  };
}
