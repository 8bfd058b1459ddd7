import { createChart, LETTERS } from "../charts/chart.js";
import { readPalette } from "../charts/palette.js";
import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { createCsvButton, downloadPng, linesOf } from "./export.js";
import { createTable } from "./table.js";

/**
 * A chart with its title, its table twin and its downloads. `asTable` says which of the two is shown, `onToggle` is
 * called when the viewer asks for the other one. `wait` says that its figures are not there yet: what is still shown is of
 * something else.
 */
export function createPanel({ id, title, height, onToggle, controls = null }) {
  const heading = h("h2", { id: `panel-${id}` }, title);
  const note = h("p", { class: "panel-note" });
  const picture = h("div", { class: "chart", role: "img", hidden: true });
  const bones = h("div", { class: "bone", "aria-hidden": "true" });
  picture.style.height = bones.style.height = inLetters(height);
  const table = createTable(`${title}: ${text.panel.table}`);
  const empty = h("p", { class: "panel-empty", hidden: true });
  const [chartButton, tableButton] = [toggle(text.panel.chart, false), toggle(text.panel.table, true)];
  const csvButton = createCsvButton(title, () => latest.file, () => csvRows(latest.table));
  const pngButton = h("button", { type: "button", class: "button button-small", "aria-label": text.panel.pngOf(title), disabled: true, on: { click: savePicture } }, text.panel.png);
  const choice = h("div", { class: "segments", role: "group", "aria-label": text.panel.as(title) }, chartButton, tableButton);
  const tools = h("div", { class: "panel-tools" }, controls, choice, csvButton, pngButton);
  const element = h(
    "section",
    { class: `panel panel-${id}`, "aria-labelledby": `panel-${id}` },
    h("div", { class: "panel-head" }, h("div", {}, heading, note), tools),
    empty, bones, picture, table.element,
  );
  const chart = createChart(picture, { onFailure: failed });
  let latest = null;
  let broken = false;
  csvButton.disabled = table.element.hidden = true;

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
    if (drawn) downloadPng(latest.file, drawn, { title: latest.title, lines: linesOf(latest), palette: readPalette() });
  }

  function update(shown) {
    latest = shown;
    bones.hidden = true;
    csvButton.disabled = false;
    setAttribute(element, "aria-busy", null);
    const asTable = shown.asTable || broken;
    setText(note, shown.note ?? "");
    press(asTable);
    picture.hidden = asTable || Boolean(shown.empty);
    if (shown.height) picture.style.height = inLetters(shown.height);
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

  function press(asTable) {
    setAttribute(chartButton, "aria-pressed", String(!asTable));
    setAttribute(tableButton, "aria-pressed", String(asTable));
  }

  function wait(words, asTable) {
    press(asTable || broken);
    setText(note, words);
    setAttribute(element, "aria-busy", "true");
    csvButton.disabled = pngButton.disabled = true;
  }

  return { element, update, wait, redraw: chart.redraw, dispose: chart.dispose };
}

function inLetters(pixels) {
  return `${pixels / LETTERS}rem`;
}

function csvRows({ columns, rows }) {
  return [columns, ...rows.map(({ raw }) => raw)];
}
