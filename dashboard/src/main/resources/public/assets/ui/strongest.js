import { h } from "../dom.js";
import { text } from "../messages.js";
import { itemName } from "../model/affinity.js";
import { paths } from "../router.js";
import { createCsvButton } from "./export.js";
import { define } from "./term.js";

/** The pairs that belong together most, each of whose things can be looked at. */
export function createStrongest() {
  const { strongest, strongestNote, strongestColumns } = text.affinity;
  const body = h("tbody");
  const heads = Object.entries(strongestColumns).map(([column, words]) =>
    column === "pair" ? h("th", { scope: "col" }, words) : h("th", { scope: "col", class: "figure" }, define(h("span", { tabindex: "0", class: "head-word" }, words), column)),
  );
  const table = h("table", { class: "twin strongest" }, h("caption", { class: "visually-hidden" }, strongest), h("thead", {}, h("tr", {}, heads)), body);
  const save = createCsvButton(strongest, () => `strongest-${latest.kind}`, () => strongestCsv(latest.pairs));
  let latest = { pairs: [], kind: null };
  let shown = "";
  return {
    element: h("section", { class: "panel", "aria-labelledby": "strongest-title" }, h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "strongest-title" }, strongest), h("p", { class: "panel-note" }, strongestNote)), save), h("div", { class: "scroll" }, table)),
    update({ pairs }, kind, format) {
      latest = { pairs, kind };
      const key = JSON.stringify([kind, pairs, format.locale]);
      if (key === shown) return;
      shown = key;
      body.replaceChildren(...pairs.map((pair) => createPair(pair, kind, format)));
    },
  };
}

/** The pairs for a spreadsheet. Pure. */
export function strongestCsv(pairs) {
  const head = Object.values(text.affinity.strongestSpreadsheet);
  return [head, ...pairs.map(({ one, oneName, other, otherName, lift, together, confidence, support }) => [one, oneName, other, otherName, lift, together, confidence, support])];
}

/** A confidence with what it is of: the baskets with the first. Pure. */
export function confidenceWords({ together, confidence }, format) {
  return confidence > 0 ? text.affinity.ofFirst(format.rate(confidence), format.count(Math.round(together / confidence))) : format.rate(confidence);
}

function createPair({ one, other, oneName, otherName, together, support, confidence, lift }, kind, format) {
  const link = (item, name) => h("a", { href: paths.affinity({ [kind]: item }) }, itemName({ item, name }));
  const figures = [text.affinity.times(format.fine(lift)), format.count(together), confidenceWords({ together, confidence }, format), format.fineRate(support)];
  return h("tr", {}, h("th", { scope: "row" }, link(one, oneName), text.affinity.pair, link(other, otherName)), figures.map((words) => h("td", { class: "figure" }, words)));
}
