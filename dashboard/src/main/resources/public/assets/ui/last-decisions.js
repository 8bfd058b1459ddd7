import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";
import { createCsvButton } from "./export.js";
import { callerWords, rateWords, routeWords, waitWords } from "./queue-words.js";

const FIGURES = ["at", "score", "rate", "expected"];
const { decisions: words } = text.calls;
const COLUMNS = Object.keys(words.columns);

/** What was decided on the calls that came last, newest first; rows stay what they are, so that no link vanishes under the pointer. */
export function createLastDecisions() {
  const body = h("tbody", { role: "rowgroup" });
  const heads = COLUMNS.map((column) => h("th", { scope: "col", role: "columnheader", class: FIGURES.includes(column) ? "figure" : null, data: { column } }, words.columns[column]));
  const caption = h("caption", { class: "visually-hidden" }, words.title);
  const table = h("table", { class: "decisions", role: "table" }, caption, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)), body);
  const frame = h("div", { class: "table-frame" }, table);
  const empty = h("p", { class: "panel-empty" }, words.none);
  const save = createCsvButton(words.title, () => words.file, () => decisionsCsv(latest));
  const rows = new Map();
  let latest = [];
  const head = h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "last-decisions" }, words.title), h("p", { class: "panel-note" }, words.note)), save);
  return {
    element: h("section", { class: "panel last-decisions", "aria-labelledby": "last-decisions" }, head, empty, frame),
    links: () => [...body.querySelectorAll("th a")],
    update(decisions, format) {
      latest = decisions;
      const shown = new Map(decisions.map((decision) => [JSON.stringify([decision.decisionId, decision.customerId, decision.offer?.offerId]), decision]));
      for (const [key, decision] of shown) {
        if (!rows.has(key)) rows.set(key, createRow(decision));
        rows.get(key).update(decision, format);
      }
      for (const key of rows.keys()) if (!shown.has(key)) rows.delete(key);
      arrange(body, [...shown.keys()].map((key) => rows.get(key).element));
      setText(caption, words.caption(format.count(decisions.length)));
      empty.hidden = decisions.length > 0;
      frame.hidden = save.hidden = decisions.length === 0;
    },
  };
}

/** The same list for a spreadsheet. Pure. */
export function decisionsCsv(decisions) {
  const columns = ["decisionId", "callId", "queuedAt", "customerId", "identity", "name", "tier", "score", "queue", "suggestedQueue", "rate", "mode", "expectedWaitSeconds"];
  return [[...columns, "offerId"], ...decisions.map((decision) => [...columns.map((column) => decision[column]), decision.offer?.offerId])];
}

function createRow({ customerId, offer }) {
  const who = customerId ? h("a", { href: paths.customer(customerId), class: "row-link" }) : h("span", {});
  const tier = h("span", { class: "tier" });
  const offered = offer ? h("a", { href: paths.offer(offer.offerId) }, offer.offerId) : text.none;
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, cell(column)]));
  cells.who.append(who);
  cells.tier.append(tier);
  cells.offer.append(offered);
  return {
    element: h("tr", { role: "row" }, Object.values(cells)),
    update(decision, format) {
      setText(cells.at, format.clock(decision.queuedAt));
      setText(who, callerWords(decision));
      setText(tier, decision.tier);
      setAttribute(tier, "data-tier", decision.tier);
      setText(cells.score, format.decimal(decision.score));
      setText(cells.suggested, routeWords(decision));
      setText(cells.rate, rateWords(decision, format));
      setText(cells.expected, waitWords(decision.expectedWaitSeconds));
    },
  };
}

function cell(column) {
  const data = { column, label: words.columns[column] };
  if (column === "who") return h("th", { scope: "row", role: "rowheader", data });
  return h("td", { role: "cell", class: FIGURES.includes(column) ? "figure" : null, data });
}
