import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { emptyRow, SCOPES, wholeDays } from "../model/offer-policy.js";
import { createField, input, select } from "./field.js";

const NUMERIC = { inputmode: "numeric", autocomplete: "off" };
const RULE = { as: "textarea", rows: 2, class: "rule", spellcheck: "false", autocomplete: "off" };

/** The fields of a policy that are no rows: section → fields. */
export function policyFields(form) {
  const field = (name, control, options) => createField(name, control, { words: text.offerPolicy.fields[name], ...options });
  return {
    caps: [field("countContacts", tick(form, "countContacts", text.offerPolicy.contactsCount), { group: true, wide: true })],
    decline: [field("declinedOfferHours", hours(form, "declinedOfferHours")), field("declinedAnyHours", hours(form, "declinedAnyHours"))],
    measure: [
      field("silentShare", input(form, "silentShare", { inputmode: "decimal", autocomplete: "off" })),
      field("effectDays", input(form, "effectDays", NUMERIC)),
    ],
    contexts: [],
  };
}

function tick(form, name, words) {
  const box = h("input", { type: "checkbox", on: { change: () => (form[name] = box.checked) } });
  box.checked = form[name];
  return h("label", { class: "check" }, box, words);
}

/** Hours, and how many days that is. */
function hours(form, name) {
  const days = h("span", { class: "hours-days" });
  const control = input(form, name, NUMERIC);
  const write = () => {
    const whole = wholeDays(control.value);
    setText(days, whole === null ? "" : text.offerPolicy.days(text.span(whole, "day")));
  };
  control.addEventListener("input", write);
  write();
  return h("div", { class: "amount" }, control, days);
}

/** The fields of one row of a list, named as the server names them. */
const rowFields = {
  caps: (row, path) => [
    rowField(path, "scope", select(row, "scope", Object.fromEntries(SCOPES.map((scope) => [scope, text.offerPolicy.scopes[scope]])))),
    rowField(path, "most", input(row, "most", NUMERIC)),
    rowField(path, "hours", hours(row, "hours")),
  ],
  contexts: (row, path) => [
    rowField(path, "name", input(row, "name", { autocomplete: "off" })),
    rowField(path, "rule", input(row, "rule", RULE)),
    rowField(path, "percent", input(row, "percent", { inputmode: "text", autocomplete: "off" })),
  ],
};

function rowField(path, name, control) {
  return createField(`${path}.${name}`, control, { words: text.offerPolicy.fields[name] });
}

/** The rows of a list in `form[name]`, which can be added and removed; `changed(removed)` is called after, with the place of the one removed. */
export function createRows(form, name, changed) {
  const words = text.offerPolicy.rows[name];
  const list = h("ol", { class: `policy-rows policy-${name}` });
  const none = h("p", { class: "panel-note" }, words.none);
  const add = h("button", { type: "button", class: "button button-small", on: { click: addRow } }, words.add);
  let rows = [];

  function draw() {
    rows = form[name].map((row, index) => rowFields[name](row, `${name}[${index}]`));
    list.replaceChildren(...rows.map((fields, index) => h("li", { role: "group", "aria-label": words.one(index + 1) }, fields.map(({ element }) => element), removal(index))));
    none.hidden = rows.length > 0;
  }

  function removal(index) {
    return h("button", { type: "button", class: "button button-small row-remove", "aria-label": words.remove(index + 1), title: words.remove(index + 1), on: { click: () => removeRow(index) } }, "✕");
  }

  function addRow() {
    form[name].push(emptyRow[name]());
    draw();
    changed(null);
    rows.at(-1)[0].focus();
  }

  function removeRow(index) {
    form[name].splice(index, 1);
    draw();
    changed(index);
    (list.querySelectorAll(".row-remove")[Math.min(index, rows.length - 1)] ?? add).focus();
  }

  draw();
  return { element: h("div", {}, list, none, add), fields: () => rows.flat() };
}
