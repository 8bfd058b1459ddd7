import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { calmOrder, firstDirection, matches, SORTS, sorted, sortOf, sortQuery } from "../model/columns.js";
import { bestResponding, overall } from "../model/headline.js";
import { createCampaignRow, createListHead } from "../ui/campaign-row.js";
import { createListTools } from "../ui/list-tools.js";
import { createStat } from "../ui/stat.js";
import { createSteps } from "../ui/steps.js";
import { noCampaigns, skeleton } from "../ui/states.js";

const QUIET_AFTER = 10_000;

/** The list of campaigns with its headline numbers. */
export function mountCampaigns(root, { router, announce }) {
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
  const list = h("div", { hidden: true }, h("div", { class: "list-head" }, tools.element, resort, count), h("div", { class: "table-frame" }, table), none);
  const bones = skeleton();
  const empty = h("div", { hidden: true }, noCampaigns());
  root.append(
    h("h1", { class: "visually-hidden", tabindex: "-1" }, text.list.title),
    h("div", { class: "stats" }, Object.values(stats).map(({ element }) => element)),
    bones, empty, list,
  );

  const rows = new Map();
  const step = createSteps(() => shown.map((id) => rows.get(id).link));
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
    announce(text.list.sortedBy(text.list.columns[column], direction));
  }

  function sortAgain() {
    shown = wanted;
    arrange(body, shown.map((id) => rows.get(id).element));
    resort.hidden = true;
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
    stats.best.update(format.rate(best?.figures.responseRate), best ? `${best.name}: ${of}` : text.list.nobody);
    stats.running.update(format.count(all.running), text.list.runningOf(format.count(all.all)));
    stats.revenue.update(format.compactMoney(all.revenue), text.list.revenueNote(format.count(all.orders)));
    stats.events.update(format.decimal(health?.eventsPerSecond), text.list.eventsNote);
  }

  function showRows(headlines, query, now, format) {
    const fitting = headlines.filter((headline) => matches(headline, query));
    const sort = sortOf(query);
    order(fitting, sort, now);
    const known = new Map(headlines.map((headline) => [headline.campaignId, headline]));
    for (const id of rows.keys()) if (!known.has(id)) rows.delete(id);
    for (const id of shown) {
      if (!rows.has(id)) rows.set(id, createCampaignRow(id));
      rows.get(id).update(known.get(id), now, format);
    }
    arrange(body, shown.map((id) => rows.get(id).element));
    head.update(sort);
    tools.update(query, sort);
    setText(count, text.list.shown(shown.length, headlines.length));
    none.hidden = fitting.length > 0;
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
