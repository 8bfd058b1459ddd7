import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";

/** The dead letters: each with its reason and a way to replay it, and one to replay all. */
export function createDeadLetters({ api }) {
  const note = h("p", { class: "panel-note" }, text.health.deadNote);
  const shown = h("p", { class: "panel-note" });
  const result = h("p", { class: "form-result", role: "status" });
  const replayAll = h("button", { type: "button", class: "button", on: { click: all } }, text.health.replayAll);
  const body = h("tbody", { role: "rowgroup" });
  const { received, from, reason, event, replay } = text.health.columns;
  const heads = [received, from, reason, event, replay].map((words) => h("th", { scope: "col", role: "columnheader" }, words));
  const table = h(
    "table",
    { class: "dead", role: "table" },
    h("caption", { class: "visually-hidden" }, text.health.deadTitle),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)), body,
  );
  const element = h(
    "section",
    { class: "panel", "aria-labelledby": "dead-title" },
    h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "dead-title" }, text.health.deadTitle), note), h("div", { class: "panel-tools" }, replayAll)),
    result, h("div", { class: "table-frame" }, table), shown,
  );
  const rows = new Map();
  let format = null;
  let failure = null;
  let gone = false;
  /** How often the list was asked for: only the newest question is answered for. */
  let asked = 0;
  let answer = { total: 0, items: [] };

  async function load() {
    const mine = (asked += 1);
    const [news, problem] = await api.deadLetters().then((good) => [good, null], (bad) => [answer, bad]);
    if (gone || mine !== asked) return;
    [answer, failure] = [news, problem];
    draw();
  }

  function draw() {
    for (const item of answer.items) if (!rows.has(item.id)) rows.set(item.id, createRow(item, format, () => one(item)));
    const ids = new Set(answer.items.map(({ id }) => id));
    for (const id of rows.keys()) if (!ids.has(id)) rows.delete(id);
    arrange(body, answer.items.map(({ id }) => rows.get(id).element));
    const none = answer.items.length === 0;
    table.hidden = replayAll.hidden = none;
    setText(shown, failure ? text.health.deadFailed(reasonOf(failure)) : none ? text.health.deadNone : text.health.deadShown(answer.items.length, answer.total));
  }

  async function one(item) {
    const row = rows.get(item.id);
    row.busy(true);
    try {
      await api.replay(item.id);
      setText(result, text.health.replayed(1, 0));
      await load();
    } catch (problem) {
      row.result(text.health.replayFailed(reasonOf(problem)));
    } finally {
      row.busy(false);
    }
  }

  async function all() {
    replayAll.disabled = true;
    try {
      const { accepted, rejected = [] } = await api.replayAll();
      setText(result, text.health.replayed(accepted, rejected.length));
      await load();
    } catch (problem) {
      setText(result, text.health.replayFailed(reasonOf(problem)));
    } finally {
      replayAll.disabled = false;
    }
  }

  return {
    element,
    load,
    failed: () => failure !== null,
    update: (newest) => (format = newest),
    dispose: () => (gone = true),
  };
}

function reasonOf(problem) {
  return problem.status ? problem.message : text.health.noServer;
}

function createRow(item, format, onReplay) {
  const button = h("button", { type: "button", class: "button button-small", "aria-label": text.health.replayOf(item.id), on: { click: onReplay } }, text.health.replay);
  const outcome = h("p", { class: "field-error", role: "status" });
  const { columns } = text.health;
  const preview = h("details", {}, h("summary", {}, text.health.show), h("pre", { tabindex: "0" }, item.preview ?? ""));
  const cell = (label, kind, ...children) => h("td", { role: "cell", class: kind, data: { label } }, ...children);
  return {
    element: h(
      "tr",
      { role: "row" },
      cell(columns.received, "figure", format.moment(item.receivedAt)),
      cell(columns.from, "source", `${item.topic} · ${item.partition} · ${item.offset}`),
      cell(columns.reason, "reason", item.reason, outcome),
      cell(columns.event, null, preview),
      cell(columns.replay, null, button),
    ),
    busy: (on) => (button.disabled = on),
    result: (words) => setText(outcome, words),
  };
}
