import { h, setText } from "../dom.js";
import { inserted, removed, swapped } from "../model/rows.js";

/**
 * The rows of a list in `form[name]`, which can be added, removed and put back, and where their order counts, moved.
 * `fields(row, path)` makes the fields of one, `empty()` a row to begin with; `changed(place)` is called after, with the new
 * place of each row, or null for one that was added.
 */
export function createRows(form, name, { words, fields, empty, ordered = false, changed }) {
  const list = h("ol", { class: `form-rows ${ordered ? "rows-ordered" : "rows-line"} rows-${name}` });
  const none = h("p", { class: "panel-note" }, words.none);
  const add = button(words.add, {}, addRow);
  const said = h("span", { role: "status" });
  const undo = button(words.undo, { hidden: true }, putBack);
  let rows = [];
  let gone = null;

  function draw() {
    rows = form[name].map((row, index) => fields(row, `${name}[${index}]`));
    list.replaceChildren(...rows.map((own, index) => h("li", {}, h("div", { class: "form-row", role: "group", "aria-label": words.one(index + 1) }, ordered && head(index), own.map(({ element }) => element), !ordered && removal(index)))));
    none.hidden = rows.length > 0;
  }

  function head(index) {
    const up = button("↑", { class: "row-up", disabled: index === 0 }, () => move(index, index - 1), words.up(index + 1));
    const down = button("↓", { class: "row-down", disabled: index === form[name].length - 1 }, () => move(index, index + 1), words.down(index + 1));
    return h("div", { class: "row-head" }, h("strong", {}, words.one(index + 1)), up, down, removal(index));
  }

  function removal(index) {
    return button("✕", { class: "row-remove" }, () => removeRow(index), words.remove(index + 1));
  }

  function addRow() {
    form[name].push(empty());
    redraw(null, "");
    rows.at(-1)[0].focus();
  }

  function removeRow(index) {
    const [row] = form[name].splice(index, 1);
    redraw(removed(index), words.removed(index + 1), { row, index });
    (list.querySelectorAll(".row-remove")[Math.min(index, rows.length - 1)] ?? add).focus();
  }

  function putBack() {
    const { row, index } = gone;
    form[name].splice(index, 0, row);
    redraw(inserted(index), "");
    rows[index][0].focus();
  }

  function move(from, to) {
    [form[name][from], form[name][to]] = [form[name][to], form[name][from]];
    redraw(swapped(from, to), words.moved(from + 1, to + 1));
    const [up, down] = [".row-up", ".row-down"].map((each) => list.children[to].querySelector(each));
    const wanted = to < from ? up : down;
    (wanted.disabled ? (wanted === up ? down : up) : wanted).focus();
  }

  function redraw(place, words, taken = null) {
    gone = taken;
    undo.hidden = gone === null;
    setText(said, words);
    draw();
    changed(place);
  }

  draw();
  return { element: h("div", {}, list, none, h("div", { class: "rows-foot" }, add, said, undo)), fields: () => rows.flat() };
}

function button(face, { class: own = "", ...props }, click, label = null) {
  return h("button", { type: "button", class: `button button-small ${own}`, "aria-label": label, title: label, ...props, on: { click } }, face);
}
