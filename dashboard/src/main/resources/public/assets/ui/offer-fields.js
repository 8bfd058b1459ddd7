import { h } from "../dom.js";
import { text } from "../messages.js";
import { itemChoices, itemName } from "../model/affinity.js";
import { suggestId } from "../model/campaign-form.js";
import { CHANNELS } from "../model/offer-form.js";
import { checks, choice, createField, input } from "./field.js";
import { fromLocalInput, toLocalInput } from "./local-time.js";

/** The fields of an offer in their sections: section → fields. `below` stands under the rule. */
export function offerFields(form, isNew, choices, below) {
  const id = input(form, "offerId", { autocomplete: "off", spellcheck: "false", readonly: !isNew });
  const name = input(form, "name", { autocomplete: "off" });
  if (isNew) keepSuggesting(form, name, id);
  const field = (own, control, options = {}) => createField(own, control, { words: text.offerForm.fields[own], ...options });
  const channels = Object.fromEntries([...new Set([...CHANNELS, ...form.channels])].map((channel) => [channel, text.channels[channel] ?? channel]));
  const rule = input(form, "eligibility", { as: "textarea", rows: 3, spellcheck: "false", autocomplete: "off", class: "rule" });
  const item = input(form, "item", { autocomplete: "off", spellcheck: "false", list: choices.id });
  return {
    what: [
      field("name", name),
      field("offerId", id),
      field("pitch", input(form, "pitch", { as: "textarea", rows: 2 }), { optional: true, wide: true }),
      field("kind", choice(form, "kind", text.offerForm.kinds), { group: true }),
      field("item", item, { optional: true }),
    ],
    when: [
      field("startsAt", moment(form, "startsAt"), { optional: true }),
      field("endsAt", moment(form, "endsAt"), { optional: true }),
      field("channels", checks(form, "channels", channels), { group: true, optional: true, wide: true }),
    ],
    weight: [
      field("value", input(form, "value", { inputmode: "decimal", placeholder: "0.00" }), { optional: true, money: true }),
      field("lever", input(form, "lever", { inputmode: "decimal", placeholder: "0" }), { optional: true }),
      field("quantityCap", input(form, "quantityCap", { inputmode: "numeric" }), { optional: true }),
    ],
    who: [field("eligibility", h("div", { class: "rule-box" }, rule, below), { optional: true, wide: true })],
  };
}

function keepSuggesting(form, name, id) {
  let own = form.offerId !== suggestId(form.name);
  id.addEventListener("input", () => (own = id.value !== ""));
  name.addEventListener("input", () => {
    if (!own) form.offerId = id.value = suggestId(name.value);
  });
}

function moment(form, name) {
  const control = h("input", { type: "datetime-local", on: { input: () => (form[name] = control.value ? fromLocalInput(control.value) : null) } });
  control.value = form[name] === null ? "" : toLocalInput(form[name]);
  return control;
}

/** Things to choose from while typing. */
export function createChoices(id) {
  const list = h("datalist", { id });
  let filled = null;
  return {
    id,
    element: list,
    /** Fills in the items of an answer about strongest pairs; the same answer is filled in once. */
    fill(answer) {
      if (!answer || answer === filled) return;
      filled = answer;
      list.replaceChildren(...itemChoices(answer).map((each) => h("option", { value: each.item }, itemName(each))));
    },
  };
}

/** What a rule can say, in short. */
export function createRuleHelp() {
  const rows = text.offerForm.canSay.map(([rule, means]) => h("div", {}, h("dt", {}, h("code", {}, rule)), h("dd", {}, means)));
  return h("details", { class: "rule-help" }, h("summary", {}, text.offerForm.can), h("dl", {}, rows), h("p", { class: "figure-note" }, text.offerForm.canNote));
}
