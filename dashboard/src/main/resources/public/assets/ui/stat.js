import { h, setText } from "../dom.js";
import { term } from "./term.js";

/** One headline number: its defined name, the figure, and a line below. `update(figure, note)`. */
export function createStat(name, { label, lead = false } = {}) {
  const figure = h("span", { class: "stat-figure figure" }, "–");
  const note = h("span", { class: "stat-note" });
  const element = h("div", { class: lead ? "stat stat-lead" : "stat" }, term(name, label), figure, note);
  return {
    element,
    note,
    update(value, words = "") {
      setText(figure, value);
      setText(note, words);
    },
  };
}
