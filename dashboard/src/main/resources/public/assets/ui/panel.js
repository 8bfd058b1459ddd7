import { createChart } from "../charts/chart.js";
import { readPalette } from "../charts/palette.js";
import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { createCsvButton, downloadPng } from "./export.js";
import { createTable } from "./table.js";

/**
 * A chart with its title, its table twin and its downloads. `asTable` says which of the two is shown, `onToggle` is
 * called when the viewer asks for the other one.
 */
export function createPanel({ id, title, height, onToggle, controls = null }) {
  const heading = h("h2", { id: `panel-${id}` }, title);
  const note = h("p", { class: "panel-note" });
  const picture = h("div", { class: "chart", role: "img" });
  picture.style.height = `${height}px`;
  const table = createTable(`${title}: ${text.panel.table}`);
  const empty = h("p", { class: "panel-empty", hidden: true });
  const [chartButton, tableButton] = [toggle(text.panel.chart, false), toggle(text.panel.table, true)];
  const csvButton = createCsvButton(title, () => latest.file, () => csvRows(latest.table));
  const pngButton = h("button", { type: "button", class: "button button-small", "aria-label": text.panel.pngOf(title), on: { click: savePicture } }, text.panel.png);
  const choice = h("div", { class: "segments", role: "group", "aria-label": text.panel.as(title) }, chartButton, tableButton);
  const tools = h("div", { class: "panel-tools" }, controls, choice, csvButton, pngButton);
  const element = h(
    "section",
    { class: `panel panel-${id}`, "aria-labelledby": `panel-${id}` },
    h("div", { class: "panel-head" }, h("div", {}, heading, note), tools),
    empty, picture, table.element,
  );
  const chart = createChart(picture, { onFailure: failed });
  let latest = null;
  let broken = false;

  function toggle(label, wantsTable) {
    return h("button", { type: "button", on: { click: () => onToggle(wantsTable) } }, label);
  }

  function failed() {
    broken = true;
    setText(empty, text.states.chartFailed);
    empty.hidden = false;
    if (latest) update(latest);
  }

  function savePicture() {
    const drawn = chart.picture();
    if (drawn) downloadPng(latest.file, drawn, { title: latest.title, subtitle: latest.subtitle, palette: readPalette() });
  }

  function update(shown) {
    latest = shown;
    const asTable = shown.asTable || broken;
    setText(note, shown.note ?? "");
    setAttribute(chartButton, "aria-pressed", String(!asTable));
    setAttribute(tableButton, "aria-pressed", String(asTable));
    picture.hidden = asTable || Boolean(shown.empty);
    if (shown.height) picture.style.height = `${shown.height}px`;
    table.element.hidden = !asTable;
    pngButton.disabled = picture.hidden;
    if (!broken) {
      empty.hidden = !shown.empty;
      setText(empty, shown.empty ?? "");
    }
    if (asTable) table.update(shown.table);
    else if (!shown.empty) {
      setAttribute(picture, "aria-label", shown.words);
      chart.show(shown.option);
    }
  }

  return { element, update, redraw: chart.redraw, dispose: chart.dispose };
}

function csvRows({ columns, rows }) {
  return [columns, ...rows.map(({ raw }) => raw)];
}
