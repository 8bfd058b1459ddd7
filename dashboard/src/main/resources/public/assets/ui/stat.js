import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { term } from "./term.js";

/**
 * One headline number: its defined name, the figure, and a line below. `update(figure, note, address)`: where there is an
 * address, the figure leads to what it is made of.
 */
export function createStat(name, { label, lead = false } = {}) {
  const figure = h("a", { class: "stat-figure figure" }, "–");
  const note = h("span", { class: "stat-note" });
  const element = h("div", { class: lead ? "stat stat-lead" : "stat" }, term(name, label), figure, note);
  return {
    element,
    note,
    update(value, words = "", address = null) {
      setText(figure, value);
      setText(note, words);
      setAttribute(figure, "href", address);
      setAttribute(figure, "aria-label", address && text.breakdown.opens(value));
    },
  };
}
