import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { reachOf } from "../model/lift.js";
import { intervalWords, showLiftVerdict } from "./lift-words.js";
import { term } from "./term.js";

/** Groups held against a group that is left out, with their differences as ranges: rows as liftRows() says them. */
export function createLiftTable(title, columns, meaning = "lift") {
  const body = h("tbody");
  const heads = Object.entries(columns).map(([name, words]) =>
    h("th", { scope: "col", class: ["value", "control"].includes(name) ? "figure" : null }, name === "difference" ? term(meaning, words) : words),
  );
  const rows = new Map();
  return {
    element: h("div", { class: "breakdown-scroll" }, h("table", {}, h("caption", { class: "visually-hidden" }, title), h("thead", {}, h("tr", {}, heads)), body)),
    update(latest, format) {
      const first = latest[0]?.measure;
      arrange(body, latest.map((row) => fill(rows, row, row.measure === first, reachOf(latest, row.measure), format)));
    },
  };
}

function fill(rows, row, first, reach, format) {
  const key = JSON.stringify([row.variant, row.measure]);
  if (!rows.has(key)) rows.set(key, createRow(row, first));
  rows.get(key).update(row, reach, format);
  return rows.get(key).element;
}

function createRow({ measure }, first) {
  const variant = h("span", { class: first ? "lift-variant" : "visually-hidden" });
  const size = h("span", { class: "figure-note" });
  const [value, control] = [h("td", { class: "figure" }), h("td", { class: "figure" })];
  const difference = h("strong", { class: "figure" });
  const interval = h("span", { class: "rate-interval figure" });
  const bar = h("span", { class: "lift-bar" });
  const track = h("span", { class: "lift-track", "aria-hidden": "true" }, bar);
  const verdict = h("span", { class: "verdict verdict-large" });
  return {
    element: h(
      "tr",
      { class: first ? "lift-first" : null },
      h("th", { scope: "row" }, variant, first && size, h("span", { class: "lift-measure" }, text.lift.measures[measure])),
      value, control,
      h("td", { class: "lift-difference" }, h("span", { class: "rate-words" }, difference, interval), track),
      h("td", {}, verdict),
    ),
    update(row, reach, format) {
      const write = writersOf(measure, format);
      setText(variant, row.variant);
      setText(size, text.lift.customers(row.n, format.count(row.n)));
      setText(value, write.value(row.value));
      setText(control, write.value(row.control));
      setText(difference, write.change(row.lift));
      setText(interval, intervalWords(row.interval, write.change));
      place(bar, row.interval, reach);
      showLiftVerdict(verdict, row.verdict);
    },
  };
}

function writersOf(measure, format) {
  if (measure === "spendPerHead") return { value: format.money, change: format.signedMoney };
  return { value: format.rate, change: format.points };
}

function place(bar, interval, reach) {
  bar.hidden = !interval;
  if (!interval) return;
  bar.style.left = `${(50 + (interval.low / reach) * 50).toFixed(2)}%`;
  bar.style.width = `${Math.max(0.5, ((interval.high - interval.low) / reach) * 50).toFixed(2)}%`;
}

/** The same rows for a spreadsheet. */
export function liftCsv(rows) {
  const head = ["variant", "n", "measure", "value", "control", "lift", "low", "high", "verdict"];
  return [head, ...rows.map(({ interval, ...row }) => [row.variant, row.n, row.measure, row.value, row.control, row.lift, interval?.low, interval?.high, row.verdict])];
}
