import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";
import { interactionWords, whatWords } from "./customer-words.js";
import { createCsvButton } from "./export.js";
import { callerWords } from "./queue-words.js";
import { term } from "./term.js";

/** How many of a list are shown at most. */
export const SHOWN = 20;

/** Which columns a list has. */
const COLUMNS = { responses: ["at", "what", "customer", "credit"], orders: ["at", "what", "customer", "credit", "amount"], contacts: ["at", "what", "customer"] };

/**
 * The newest interactions of one kind, newest first; rows stay what they are, so that no link vanishes under the pointer.
 * `file` is what they are called when saved.
 */
export function createNewest(list, file) {
  const title = text.breakdown.lists[list];
  const columns = COLUMNS[list];
  const body = h("tbody", { role: "rowgroup" });
  const heads = columns.map((column) => h("th", { scope: "col", role: "columnheader", class: column === "amount" ? "figure" : null, data: { column } }, column === "credit" ? term("credit") : text.breakdown.columns[column]));
  const table = h("table", { class: "newest", role: "table", data: { list } }, h("caption", { class: "visually-hidden" }, title), h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)), body);
  const empty = h("p", { class: "panel-empty" }, text.breakdown.none[list]);
  const rows = new Map();
  const note = h("p", { class: "panel-note" }, `${text.breakdown.newest(SHOWN)}. ${text.breakdown.listNotes[list]}.`);
  const save = createCsvButton(title, () => file, () => newestCsv(list, latest));
  let latest = [];
  return {
    element: h("section", { class: "panel newest-panel", "aria-labelledby": `newest-${list}` }, h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: `newest-${list}` }, title), note), save), empty, table),
    update(entries, format) {
      latest = entries;
      const shown = new Set();
      for (const entry of entries) {
        const key = JSON.stringify([entry.eventId, entry.customerId, entry.identity]);
        shown.add(key);
        if (!rows.has(key)) rows.set(key, createRow(entry, columns));
        rows.get(key).update(entry, format);
      }
      for (const key of rows.keys()) if (!shown.has(key)) rows.delete(key);
      arrange(body, [...shown].map((key) => rows.get(key).element));
      empty.hidden = entries.length > 0;
      table.hidden = save.hidden = entries.length === 0;
    },
  };
}

/** The same list for a spreadsheet: what is shown, and by which ids it is found again. Pure. */
export function newestCsv(list, entries) {
  const columns = COLUMNS[list].flatMap((column) => (column === "customer" ? ["customer", "customerId", "identity", "tier"] : [column])).concat("eventId");
  const cells = (entry) => ({ ...entry, what: whatWords(entry), customer: callerWords(entry), credit: creditWords(entry) });
  const rows = entries.map(cells).map((entry) => columns.map((column) => entry[column]));
  return [columns.map((column) => text.breakdown.columns[column]), ...rows];
}

function creditWords({ direct }) {
  return text.breakdown.credit[direct ? "direct" : "inferred"];
}

function createRow({ customerId }, columns) {
  const who = customerId ? h("a", { href: paths.customer(customerId), class: "row-link" }) : h("span", {});
  const tier = h("span", { class: "tier", hidden: true });
  const cells = Object.fromEntries(columns.map((column) => [column, cell(column)]));
  cells.customer.append(who, " ", tier);
  return {
    element: h("tr", { role: "row" }, Object.values(cells)),
    update(entry, format) {
      const [at, what, amount] = interactionWords(entry, format);
      setText(cells.at, at);
      setText(cells.what, what);
      setText(who, callerWords(entry));
      tier.hidden = !entry.tier;
      setText(tier, entry.tier ?? "");
      setAttribute(tier, "data-tier", entry.tier);
      if (cells.credit) setText(cells.credit, creditWords(entry));
      if (cells.amount) setText(cells.amount, amount);
    },
  };
}

function cell(column) {
  if (column === "what") return h("th", { scope: "row", role: "rowheader", data: { column } });
  return h("td", { role: "cell", class: column === "amount" || column === "at" ? "figure" : null, data: { column } });
}
