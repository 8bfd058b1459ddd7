import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";
import { createCsvButton } from "./export.js";
import { createListButton } from "./list-button.js";
import { rateOfWords } from "./offer-words.js";
import { define } from "./term.js";
import { createTrouble } from "./trouble.js";

const MEANINGS = { averageValue: "averageValue", rate: "opportunityRate", revenue: "expectedRevenue" };

/** What could be sold, and to whom, in words. Pure. */
export function opportunityWords({ kind, about, aboutName, missing, customers }, format) {
  return text.offers.opportunities.kinds[kind]?.(format.count(customers), customers === 1, aboutName ?? about, missing) ?? kind;
}

/** Whom a list of customers holds: all, or only the first. Pure. */
export function whoWords({ some, customers }, format) {
  const { all, first } = text.offers.opportunities;
  return some.length < customers ? first(format.count(some.length), format.count(customers)) : all(format.count(some.length));
}

/** How many more there would be with those who want no marketing; "" for none. Pure. */
export function optedOutWords({ optedOut }, format) {
  return optedOut > 0 ? text.offers.opportunities.optedOut(format.count(optedOut), optedOut === 1) : "";
}

/** What the list of all customers is called that can be saved: not all where there are too many. Pure. */
export function saveWords({ listed, customers }, format) {
  const { save, saveFirst } = text.offers.opportunities;
  return listed < customers ? saveFirst(format.count(listed), format.count(customers)) : save;
}

/** Opportunities for a spreadsheet. Pure. */
export function opportunitiesCsv(opportunities, format) {
  const head = Object.values(text.offers.opportunities.spreadsheet);
  const figures = (each) => [each.customers, each.optedOut, each.averageValue, each.presented, each.accepted, each.acceptanceRate, each.expectedRevenue];
  return [head, ...opportunities.map((each) => [opportunityWords(each, format), ...figures(each), each.some.join(" ")])];
}

/** What could be sold and to whom, a row each; hidden while there is nothing. */
export function createOpportunities() {
  const { title, note, caption, columns } = text.offers.opportunities;
  const heads = Object.entries(columns).map(([column, words]) => {
    const name = MEANINGS[column] ? define(h("span", { tabindex: "0", class: "head-word" }, words), MEANINGS[column]) : words;
    return h("th", { scope: "col", role: "columnheader", class: column === "what" ? null : "figure" }, name);
  });
  const body = h("tbody", { role: "rowgroup" });
  const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads));
  const table = h("table", { class: "could", role: "table" }, h("caption", { class: "visually-hidden" }, caption), head, body);
  const rows = new Map();
  const save = createCsvButton(title, () => "opportunities", () => opportunitiesCsv(latest.opportunities, latest.format));
  let latest = { opportunities: [], format: null };
  const trouble = createTrouble({ inPanel: true, marked: [table] });
  const element = h("section", { class: "panel", "aria-labelledby": "opportunities-title", hidden: true }, h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "opportunities-title" }, title), h("p", { class: "panel-note" }, note)), save), trouble.element, table);
  return {
    element,
    /** `state` is the server's answer, with what went wrong after it. */
    update(state, format) {
      const opportunities = state.answer ?? [];
      latest = { opportunities, format };
      trouble.update(state, format);
      table.hidden = save.hidden = opportunities.length === 0;
      element.hidden = table.hidden && !state.failure;
      const known = new Set(opportunities.map(({ name }) => name));
      for (const name of rows.keys()) if (!known.has(name)) rows.delete(name);
      for (const each of opportunities) {
        if (!rows.has(each.name)) rows.set(each.name, createOpportunity(each.name));
        rows.get(each.name).update(each, format);
      }
      if (!body.contains(document.activeElement)) arrange(body, opportunities.map(({ name }) => rows.get(name).element));
    },
  };
}

/** One opportunity, whose cells are replaced in place, so that an opened list stays open. */
function createOpportunity(name) {
  const cell = (column, ...children) => h("td", { role: "cell", class: "figure", data: { column, label: text.offers.opportunities.columns[column] } }, children);
  const [words, optedOut, who] = [h("p", {}), h("p", { class: "figure-note" }), h("p", { class: "figure-note" })];
  const links = h("ul", { class: "could-who" });
  const save = createListButton(name);
  const details = h("details", {}, h("summary", {}, text.offers.opportunities.who), who, links, save.element);
  const [rate, rateOf, revenue] = [h("strong", {}), h("span", { class: "rate-of" }), h("strong", {})];
  const average = cell("averageValue");
  const what = h("th", { scope: "row", role: "rowheader", data: { column: "what" } }, words, optedOut, details);
  let shown = "";
  return {
    element: h("tr", { role: "row" }, what, average, cell("rate", rate, rateOf), cell("revenue", revenue)),
    update(each, format) {
      setText(words, opportunityWords(each, format));
      setText(optedOut, optedOutWords(each, format));
      setText(average, format.money(each.averageValue));
      setText(rate, format.rate(each.acceptanceRate));
      setText(rateOf, rateOfWords(each, format));
      setText(revenue, format.roundMoney(each.expectedRevenue));
      details.hidden = each.some.length === 0;
      setText(who, whoWords(each, format));
      save.update(saveWords(each, format), opportunityWords(each, format));
      if (shown === each.some.join("\n")) return;
      shown = each.some.join("\n");
      links.replaceChildren(...each.some.map((id) => h("li", {}, h("a", { href: paths.customer(id) }, id))));
    },
  };
}
