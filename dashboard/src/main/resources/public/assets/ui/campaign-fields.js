import { h } from "../dom.js";
import { text } from "../messages.js";
import { suggestId } from "../model/campaign-form.js";
import { checks, choice, createField, input } from "./field.js";
import { fromLocalInput, toLocalInput } from "./local-time.js";

/** The fields of a campaign in their sections: section → fields. */
export function campaignFields(form, isNew) {
  const id = input(form, "campaignId", { autocomplete: "off", spellcheck: "false", readonly: !isNew });
  const name = input(form, "name", { autocomplete: "off" });
  if (isNew) keepSuggesting(form, name, id);
  const money = (field) => createField(field, input(form, field, { inputmode: "decimal", placeholder: "0.00" }), { optional: true, money: true });
  return {
    what: [createField("name", name), createField("campaignId", id)],
    when: [createField("startsAt", moment(form, "startsAt")), createField("endsAt", moment(form, "endsAt")), createField("responseWindow", duration(form))],
    credit: [
      createField("responseTypes", checks(form, "responseTypes", text.form.types), { group: true }),
      createField("attribution", choice(form, "attribution", text.form.attributions), { group: true }),
      createField("campaignCodes", input(form, "campaignCodes", { autocomplete: "off" }), { optional: true }),
      createField("dialInNumbers", input(form, "dialInNumbers", { autocomplete: "off", inputmode: "tel" }), { optional: true }),
      createField("controlVariant", input(form, "controlVariant", { autocomplete: "off" }), { optional: true }),
      createField("plannedShares", input(form, "plannedShares", { as: "textarea", rows: 3, placeholder: "CONTROL: 10 %\nA: 45 %\nB: 45 %" }), { optional: true }),
      createField("audienceSize", input(form, "audienceSize", { inputmode: "numeric" }), { optional: true }),
      createField("priorityShare", input(form, "priorityShare", { inputmode: "decimal" }), { optional: true }),
    ],
    money: [
      money("costPerContact"),
      money("fixedCost"),
      createField("plannedResponseRate", input(form, "plannedResponseRate", { inputmode: "decimal" }), { optional: true }),
      createField("plannedResponseCurve", input(form, "plannedResponseCurve", { as: "textarea", rows: 4, placeholder: "1: 40 %\n7: 85 %\n14: 100 %" }), { optional: true }),
    ],
  };
}

function keepSuggesting(form, name, id) {
  let own = form.campaignId !== suggestId(form.name);
  id.addEventListener("input", () => (own = id.value !== ""));
  name.addEventListener("input", () => {
    if (!own) form.campaignId = id.value = suggestId(name.value);
  });
}

function moment(form, name) {
  const control = h("input", { type: "datetime-local", on: { input: () => (form[name] = fromLocalInput(control.value)) } });
  control.value = form[name] === null ? "" : toLocalInput(form[name]);
  return control;
}

function duration(form) {
  const amount = input(form, "responseWindow", { inputmode: "numeric" });
  const unit = h("select", { "aria-label": text.form.unit, on: { change: () => (form.responseWindowUnit = unit.value) } }, Object.entries(text.form.units).map(([value, words]) => h("option", { value }, words)));
  unit.value = form.responseWindowUnit;
  return h("div", { class: "amount" }, amount, unit);
}
