import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { liftRows, reachOf } from "../model/lift.js";
import { downloadCsv } from "./export.js";
import { intervalWords, showLiftVerdict, srmWords } from "./lift-words.js";
import { term } from "./term.js";

const ASK_EVERY = 5_000;

/** How each variant does against the control group, asked of the server now and then; hidden where nobody is held out. */
export function createLift({ api, campaignId, onNews }) {
  const { columns, title } = text.lift;
  const note = h("p", { class: "panel-note" });
  const warning = h("p", { class: "banner banner-unsure", hidden: true });
  const body = h("tbody");
  const heads = Object.entries(columns).map(([name, words]) =>
    h("th", { scope: "col", class: ["value", "control"].includes(name) ? "figure" : null }, name === "difference" ? term("lift", words) : words),
  );
  const save = h("button", { type: "button", class: "button button-small", "aria-label": text.panel.csvOf(title), on: { click: () => downloadCsv(`${campaignId}-lift`, csvRows(latest)) } }, text.panel.csv);
  const element = h(
    "section",
    { class: "panel lift", "aria-labelledby": "lift-title", hidden: true },
    h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "lift-title" }, title), note), save),
    warning,
    h("div", { class: "breakdown-scroll" }, h("table", {}, h("caption", { class: "visually-hidden" }, title), h("thead", {}, h("tr", {}, heads)), body)),
  );
  const rows = new Map();
  let report = null;
  let askedAt = -Infinity;
  let askedFor = null;
  let latest = [];
  let gone = false;

  async function ask(version) {
    [askedAt, askedFor] = [performance.now(), version];
    report = await api.lift(campaignId).catch(() => report);
    if (!gone) onNews();
  }

  return {
    element,
    update({ byVariant = {}, version }, campaign, now, format) {
      const control = campaign.controlVariant ?? "CONTROL";
      if (byVariant[control] && version !== askedFor && performance.now() - askedAt > ASK_EVERY) ask(version);
      latest = report ? liftRows(report, campaign, now) : [];
      element.hidden = latest.length === 0;
      if (latest.length === 0) return;
      const split = srmWords(report.srm, format);
      setText(note, [text.lift.note(format.count(report.control.n), control), split.note].filter(Boolean).join(" "));
      warning.hidden = !split.warning;
      setText(warning, split.warning);
      const shown = latest.map((row) => fill(rows, row, reachOf(latest, row.measure), format));
      arrange(body, shown);
    },
    dispose: () => (gone = true),
  };
}

function fill(rows, row, reach, format) {
  const key = JSON.stringify([row.variant, row.measure]);
  if (!rows.has(key)) rows.set(key, createRow(row));
  rows.get(key).update(row, reach, format);
  return rows.get(key).element;
}

function createRow({ measure }) {
  const first = measure === "responseRate";
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
      setText(size, text.lift.customers(format.count(row.n)));
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

function csvRows(rows) {
  const head = ["variant", "n", "measure", "value", "control", "lift", "low", "high", "verdict"];
  return [head, ...rows.map(({ interval, ...row }) => [row.variant, row.n, row.measure, row.value, row.control, row.lift, interval?.low, interval?.high, row.verdict])];
}
