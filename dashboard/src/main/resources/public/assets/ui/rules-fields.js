import { h } from "../dom.js";
import { text } from "../messages.js";
import { DEFAULTS, REASONS, TIERS, wholeMinutes } from "../model/routing-rules.js";
import { besides, checks, createField, input } from "./field.js";

const DECIMAL = { inputmode: "decimal", autocomplete: "off" };

/** The fields of the rules that are no rows: section → fields. */
export function rulesFields(form) {
  const window = input(form, "windowSeconds", { inputmode: "numeric", autocomplete: "off" });
  return {
    queues: [],
    rates: [figure("leastRate", input(form, "leastRate", DECIMAL)), figure("mostRate", input(form, "mostRate", DECIMAL))],
    overload: [
      figure("overloadAbove", input(form, "overloadAbove", DECIMAL)),
      figure("overloadBelow", input(form, "overloadBelow", DECIMAL)),
      figure("windowSeconds", besides(window, minutesWords)),
    ],
  };
}

function figure(name, control) {
  const [label, hint] = text.routingRules.fields[name];
  return createField(name, control, { words: [label, text.routingRules.byDefault(hint, DEFAULTS[name])] });
}

function minutesWords(typed) {
  const whole = wholeMinutes(typed);
  return whole === null ? "" : text.routingRules.minutes(text.span(whole, "minute"));
}

/** The fields of one rule, named as the server names them; `queues` is the id of the list of known ones. */
export function ruleFields(queues) {
  return (row, path) => {
    const field = (name, control, options) => createField(`${path}.${name}`, control, { words: text.routingRules.fields[name], ...options });
    return [
      field("queue", input(row, "queue", { autocomplete: "off", spellcheck: "false", list: queues })),
      field("languages", input(row, "languages", { autocomplete: "off", spellcheck: "false" })),
      field("reasons", checks(row, "reasons", named(REASONS, text.calls.callReasons)), { group: true }),
      field("tiers", checks(row, "tiers", named(TIERS, text.tiers)), { group: true }),
      field("lastAgents", input(row, "lastAgents", { autocomplete: "off", spellcheck: "false" })),
    ];
  };
}

function named(values, words) {
  return Object.fromEntries(values.map((value) => [value, words[value]]));
}

/** The queues there are, to choose from while typing. */
export function createQueueChoices(id) {
  const list = h("datalist", { id });
  let filled = "";
  return {
    element: list,
    fill(names) {
      if (filled === (filled = names.join("\n"))) return;
      list.replaceChildren(...names.map((value) => h("option", { value })));
    },
  };
}
