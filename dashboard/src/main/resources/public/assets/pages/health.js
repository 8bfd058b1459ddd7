import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { createDeadLetters } from "../ui/dead-letters.js";
import { createStat } from "../ui/stat.js";
import { skeleton } from "../ui/states.js";

const LIST_EVERY = 5_000;

/** Data quality: which parts are well, what could not be read, what came too late. */
export function mountHealth(root, { api, router }) {
  const stats = {
    events: createStat("eventsPerSecond", { lead: true }),
    eventTime: createStat("eventTime"),
    dead: createStat("deadLetters"),
    late: createStat("lateEvents"),
  };
  const overall = h("p", { class: "health-overall" });
  const parts = h("ul", { class: "parts" });
  const rows = new Map();
  const letters = createDeadLetters({ api });
  const bones = skeleton(4);
  const body = h(
    "div",
    { hidden: true },
    h("div", { class: "stats" }, Object.values(stats).map(({ element }) => element)),
    h("section", { class: "panel", "aria-labelledby": "parts-title" }, h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "parts-title" }, text.health.partsTitle), overall)), parts),
    letters.element,
  );
  root.append(h("div", { class: "page-head" }, h("h1", { tabindex: "-1" }, text.health.title), h("p", {}, text.health.lead)), bones, body);
  let listed = { at: -Infinity, count: null };

  function showParts(health, format) {
    for (const [name, { status, asOf }] of Object.entries(health.parts ?? {})) {
      if (!rows.has(name)) rows.set(name, createPart(name));
      rows.get(name).update(status, asOf, format);
    }
    arrange(parts, [...rows.values()].map(({ element }) => element));
    setText(overall, text.health.overall[health.status] ?? health.status);
  }

  function listAgain(count) {
    const due = count !== listed.count || letters.failed();
    if (!due || performance.now() - listed.at < (listed.count === null ? 0 : LIST_EVERY)) return;
    listed = { at: performance.now(), count };
    letters.load();
  }

  return {
    title: text.health.title,
    update({ view: { health, ready }, format }) {
      bones.hidden = ready;
      body.hidden = !ready;
      if (!health) return;
      stats.events.update(format.decimal(health.eventsPerSecond), text.list.eventsNote);
      stats.eventTime.update(health.eventTime ? format.minute(health.eventTime) : text.none, health.eventTime ? format.fullDay(health.eventTime) : "");
      stats.dead.update(format.count(health.deadLetters));
      stats.late.update(format.count(health.lateEvents));
      showParts(health, format);
      letters.update(format);
      listAgain(health.deadLetters);
    },
    keys: { back: () => router.go(router.list()) },
    dispose: letters.dispose,
  };
}

function createPart(name) {
  const status = h("span", { class: "status" });
  const asOf = h("span", { class: "part-note figure" });
  return {
    element: h("li", {}, h("span", { class: "part-name" }, text.health.parts[name] ?? name), asOf, status),
    update(state, at, format) {
      setText(status, text.health.status[state] ?? state);
      setAttribute(status, "data-status", state);
      setText(asOf, at ? text.health.asOf(format.moment(at)) : "");
    },
  };
}
