import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { wilson } from "../model/interval.js";
import { createCsvButton } from "./export.js";
import { term } from "./term.js";

/** The key of those who were not contacted or belong nowhere; they are shown once they have done something. */
const NOBODY = "NONE";
const HAPPENED = ["contacted", "passAlongResponders", "calls", "visits", "orders", "other"];

/** The rows of a breakdown, in the order of keys that have one, then most contacted first: [{key, name, figures, interval}]. Pure. */
export function breakdownRows(byKey, name, order = []) {
  const place = ({ key }) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(byKey ?? {})
    .filter(([key, figures]) => key !== NOBODY || HAPPENED.some((name) => figures[name] > 0))
    .map(([key, figures]) => ({ key, name: name(key), figures, interval: wilson(figures.responders, figures.contacted) }))
    .sort((a, b) => place(a) - place(b) || (b.figures.contacted ?? 0) - (a.figures.contacted ?? 0) || (a.name < b.name ? -1 : 1));
}

/** Figures by one property (channel, variant, tier or segment) as a table with a bar for each rate. `href` says where a row leads, if it does. */
export function createBreakdown({ title, name, file, order, meaning, href = () => null }) {
  const columns = text.campaign.breakdownColumns;
  const body = h("tbody");
  const rows = new Map();
  const head = ["", columns.rate, columns.responders, columns.orders, columns.revenue].map((words, index) =>
    h("th", { scope: "col", class: index > 1 ? "figure" : null }, index === 0 ? h("span", { class: "visually-hidden" }, title) : words),
  );
  const save = createCsvButton(title, file, () => csvRows(latest));
  const element = h(
    "section",
    { class: "panel breakdown" },
    h("div", { class: "panel-head" }, h("h2", {}, meaning ? term(meaning, title) : title), save),
    h("div", { class: "breakdown-scroll" }, h("table", { role: "table" }, h("caption", { class: "visually-hidden" }, title), h("thead", {}, h("tr", {}, head)), body)),
  );
  let latest = [];
  return {
    element,
    update(byKey, format) {
      latest = breakdownRows(byKey, name, order);
      element.hidden = latest.length === 0;
      const widest = Math.max(0.0001, ...latest.map(({ interval }) => interval?.[1] ?? 0));
      for (const row of latest) {
        if (!rows.has(row.key)) rows.set(row.key, createRow(href(row.key)));
        rows.get(row.key).update(row, widest, format);
      }
      for (const key of rows.keys()) if (!latest.some((row) => row.key === key)) rows.delete(key);
      arrange(body, latest.map(({ key }) => rows.get(key).element));
    },
  };
}

function createRow(address) {
  const name = address ? h("a", { href: address, class: "row-link" }) : h("span", {});
  const rate = h("span", { class: "rate-figure figure" });
  const range = h("span", { class: "rate-interval figure" });
  const bar = h("span", { class: "bar-fill" });
  const whisker = h("span", { class: "bar-whisker" });
  const track = h("span", { class: "bar-track", "aria-hidden": "true" }, bar, whisker);
  const [responders, orders, revenue] = [cell(), cell(), cell()];
  responders.dataset.label = text.campaign.breakdownColumns.responders;
  const rateCell = h("td", { class: "rate-cell" }, h("span", { class: "rate-words" }, rate, range), track);
  return {
    element: h("tr", {}, h("th", { scope: "row" }, name), rateCell, responders, orders, revenue),
    update({ name: words, figures, interval }, widest, format) {
      setText(name, words);
      setText(rate, format.rate(figures.responseRate));
      setText(range, interval ? text.campaign.intervalShort(format.rateNumber(interval[0]), format.rate(interval[1])) : "");
      place(bar, 0, (figures.responseRate ?? 0) / widest);
      place(whisker, (interval?.[0] ?? 0) / widest, (interval?.[1] ?? 0) / widest);
      const none = figures.responseRate === null || figures.responseRate === undefined;
      track.hidden = none;
      setText(responders, none ? format.count(figures.responders || figures.passAlongResponders) : text.list.rateOf(format.count(figures.responders), format.count(figures.contacted)));
      setText(orders, format.count(figures.orders));
      setText(revenue, format.roundMoney(figures.revenue));
    },
  };
}

function cell() {
  return h("td", { class: "figure" });
}

function place(element, from, to) {
  element.style.left = `${(from * 100).toFixed(2)}%`;
  element.style.width = `${Math.max(0, (to - from) * 100).toFixed(2)}%`;
}

function csvRows(rows) {
  const figures = ["contacted", "responders", "responseRate", "calls", "visits", "orders", "converters", "revenue"];
  return [["key", ...figures], ...rows.map(({ key, figures: known }) => [key, ...figures.map((name) => known[name] ?? null)])];
}
