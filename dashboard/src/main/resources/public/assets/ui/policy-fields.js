import { h } from "../dom.js";
import { text } from "../messages.js";
import { SCOPES, wholeDays } from "../model/offer-policy.js";
import { besides, createField, input, select } from "./field.js";

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
  return besides(input(form, name, NUMERIC), (typed) => {
    const whole = wholeDays(typed);
    return whole === null ? "" : text.offerPolicy.days(text.span(whole, "day"));
  });
}

/** The fields of one row of each list, named as the server names them. */
export const rowFields = {
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
