import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { calmOrder, directionWords, firstDirection, matches, ROWS, rowsOf, SORTS, sorted, sortOf, sortQuery } from "../model/columns.js";
import { bestResponding, overall } from "../model/headline.js";
import { paths, withQuery } from "../router.js";
import { createCampaignRow, createListHead } from "../ui/campaign-row.js";
import { campaignsCsv } from "../ui/campaigns-csv.js";
import { createCsvButton } from "../ui/export.js";
import { createListTools } from "../ui/list-tools.js";
import { createStat } from "../ui/stat.js";
import { createSteps } from "../ui/steps.js";
import { noCampaigns, skeleton } from "../ui/states.js";

const QUIET_AFTER = 10_000;

/** The list of campaigns with its headline numbers. */
export function mountCampaigns(root, { router, announce, redraw }) {
  const stats = {
    best: createStat("bestRate", { lead: true }),
    running: createStat("running"),
    revenue: createStat("totalRevenue", { label: text.list.revenue }),
    events: createStat("eventsPerSecond", { label: text.list.events }),
  };
  const head = createListHead(sortBy, (column) => column in SORTS);
  const body = h("tbody", { role: "rowgroup" });
  const caption = h("caption", { class: "visually-hidden" }, text.list.caption);
  const table = h("table", { class: "campaigns", role: "table" }, caption, head.element, body);
  const resort = h("button", { type: "button", class: "button button-small resort", hidden: true, on: { click: sortAgain } }, text.list.resort);
  const none = h("p", { class: "notice", hidden: true }, text.states.noMatch, " ");
  none.append(h("button", { type: "button", class: "button button-small", on: { click: () => router.query({ q: null, status: null }) } }, text.states.clear));
  const tools = createListTools({
    onSearch: (q) => router.query({ q }, { replace: true }),
    onStatus: (status) => router.query({ status: status === "all" ? null : status }),
    onSort: (column) => router.query(sortQuery({ column, direction: firstDirection(column) })),
  });
  const count = h("span", { class: "list-count" });
  const save = createCsvButton(text.list.title, () => text.list.csv, () => campaignsCsv(shown.map((id) => known.get(id)), at));
  const more = h("button", { type: "button", class: "button list-more", hidden: true, on: { click: () => router.query({ rows: String(rowsOf(router.here().query) + ROWS) }, { replace: true }) } });
  const list = h("div", { hidden: true }, h("div", { class: "list-head" }, tools.element, resort, h("div", { class: "list-end" }, count, save)), h("div", { class: "table-frame" }, table), more, none);
  const bones = skeleton();
  const empty = h("div", { hidden: true }, noCampaigns());
  root.append(
    h("h1", { class: "visually-hidden", tabindex: "-1" }, text.list.title),
    h("div", { class: "stats" }, Object.values(stats).map(({ element }) => element)),
    bones, empty, list,
  );

  const rows = new Map();
  const step = createSteps(() => [...body.children].map((row) => row.querySelector("a")));
  let known = new Map();
  let at = null;
  let shown = [];
  let wanted = [];
  let shownSort = "";
  let touchedAt = -Infinity;
  for (const type of ["pointermove", "keydown", "focusin"]) list.addEventListener(type, () => (touchedAt = performance.now()));

  function sortBy(column) {
    const now = sortOf(router.here().query);
    const turn = now.column === column && now.direction === "desc" ? "asc" : "desc";
    const direction = now.column === column ? turn : firstDirection(column);
    router.query(sortQuery({ column, direction }));
    announce(text.list.sortedBy(text.list.columns[column], text.list.directions[directionWords(column)][direction]));
  }

  function sortAgain() {
    shownSort = "";
    redraw();
  }

  function order(fitting, sort, now) {
    wanted = sorted(fitting, sort, now).map(({ campaignId }) => campaignId);
    const asked = JSON.stringify(sort);
    const quiet = performance.now() - touchedAt > QUIET_AFTER && !body.contains(document.activeElement);
    shown = asked !== shownSort || quiet ? wanted : calmOrder(shown, wanted);
    shownSort = asked;
    resort.hidden = shown.every((id, index) => id === wanted[index]);
  }

  function showStats(headlines, health, format) {
    const best = bestResponding(headlines);
    const all = overall(headlines);
    const of = best && text.list.bestOf(format.count(best.figures.responders), format.count(best.figures.contacted));
    const listed = (query) => paths.campaigns() + withQuery({}, query);
    stats.best.update(format.rate(best?.figures.responseRate), best ? `${best.name}: ${of}` : text.list.nobody, best && paths.campaign(best.campaignId));
    stats.running.update(format.count(all.running), text.list.runningOf(format.count(all.all)), listed({ status: "RUNNING" }));
    stats.revenue.update(format.compactMoney(all.revenue), text.list.revenueNote(all.orders, format.count(all.orders)), listed({ sort: "revenue" }));
    stats.events.update(format.decimal(health?.eventsPerSecond), text.list.eventsNote, paths.health());
  }

  function showRows(headlines, query, now, format) {
    const fitting = headlines.filter((headline) => matches(headline, query));
    const sort = sortOf(query);
    order(fitting, sort, now);
    known = new Map(headlines.map((headline) => [headline.campaignId, headline]));
    at = now;
    const here = shown.slice(0, rowsOf(query));
    const kept = new Set(here);
    for (const id of rows.keys()) if (!kept.has(id)) rows.delete(id);
    for (const id of here) {
      if (!rows.has(id)) rows.set(id, createCampaignRow(id));
      rows.get(id).update(known.get(id), now, format);
    }
    arrange(body, here.map((id) => rows.get(id).element));
    more.hidden = here.length === shown.length;
    setText(more, text.list.more(format.count(here.length), format.count(shown.length)));
    head.update(sort);
    tools.update(query, sort);
    setText(count, text.list.shown(shown.length, headlines.length, format.count));
    none.hidden = fitting.length > 0;
    save.disabled = fitting.length === 0;
    setAttribute(table, "hidden", fitting.length === 0);
  }

  return {
    title: text.list.title,
    update({ view, route, now, format }) {
      const headlines = [...view.campaigns.values()];
      bones.hidden = view.ready;
      empty.hidden = !view.ready || headlines.length > 0;
      list.hidden = !view.ready || headlines.length === 0;
      if (!view.ready) return;
      showStats(headlines, view.health, format);
      showRows(headlines, route.query, now, format);
    },
    keys: {
      search: () => tools.focus(),
      next: () => step(1),
      previous: () => step(-1),
    },
    dispose() {
      rows.clear();
    },
  };
}
