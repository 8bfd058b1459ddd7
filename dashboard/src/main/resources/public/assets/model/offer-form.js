import { suggestId } from "./campaign-form.js";
import { numbers } from "./number.js";

/** Where an offer can be made. */
export const CHANNELS = ["PHONE", "WEB", "EMAIL", "SMS", "LETTER", "CHAT", "STORE", "FIELD_VISIT", "CALL"];
/** Ids that are addresses of something else, of the server or of the page. */
const RESERVED = new Set(["next", "dry-run", "new", "policy"]);

/** What a new offer says at first: what the address asks for, if anything. */
export function emptyOffer({ name = "", product, category, rule = "" } = {}) {
  return toOfferForm({ name, offerId: suggestId(name), productId: product, category, eligibility: rule });
}

/** An offer record as form fields: strings as typed, instants as milliseconds (null while not given). */
export function toOfferForm(record) {
  return {
    name: record.name ?? "",
    offerId: record.offerId ?? "",
    pitch: record.pitch ?? "",
    kind: record.productId || !record.category ? "product" : "category",
    item: record.productId ?? record.category ?? "",
    startsAt: record.startsAt ? Date.parse(record.startsAt) : null,
    endsAt: record.endsAt ? Date.parse(record.endsAt) : null,
    channels: [...(record.channels ?? [])],
    value: numbers.write(record.value),
    lever: numbers.write(record.lever || null),
    quantityCap: numbers.write(record.quantityCap),
    eligibility: record.eligibility ?? "",
  };
}

/** The record that a form stands for; what the form does not know is kept from `known`. */
export function toOffer(form, known = {}) {
  const item = form.item.trim() || null;
  return {
    ...known,
    offerId: form.offerId.trim(),
    name: form.name.trim(),
    pitch: form.pitch.trim() || null,
    productId: form.kind === "product" ? item : null,
    category: form.kind === "category" ? item : null,
    startsAt: instant(form.startsAt),
    endsAt: instant(form.endsAt),
    channels: [...form.channels],
    value: form.value.trim() === "" ? null : numbers.exact(form.value),
    lever: form.lever.trim() === "" ? 0 : numbers.read(form.lever),
    quantityCap: form.quantityCap.trim() === "" ? null : numbers.read(form.quantityCap),
    eligibility: form.eligibility.trim() || null,
  };
}

function instant(millis) {
  return Number.isFinite(millis) && millis !== null ? new Date(millis).toISOString() : null;
}

/** What is wrong with a form: field → name of the text that says it. `taken` are ids that exist already. */
export function checkOffer(form, taken = new Set()) {
  const wrong = {};
  const demand = (field, right, what) => {
    if (!right && !wrong[field]) wrong[field] = what;
  };
  demand("name", form.name.trim(), "required");
  demand("offerId", form.offerId.trim(), "required");
  demand("offerId", /^[\w.-]*$/.test(form.offerId.trim()), "id");
  demand("offerId", !RESERVED.has(form.offerId.trim()), "reserved");
  demand("offerId", !taken.has(form.offerId.trim()), "taken");
  demand("endsAt", !(form.startsAt !== null && form.endsAt !== null && form.endsAt < form.startsAt), "order");
  for (const field of ["value", "lever", "quantityCap"]) demand(field, !numbers.isUnsure(form[field]), "unsure");
  demand("value", blankOr(form.value, (value) => value >= 0), "number");
  demand("lever", blankOr(form.lever, (lever) => lever >= -100 && lever <= 1_000), "lever");
  demand("quantityCap", blankOr(form.quantityCap, (cap) => Number.isInteger(cap) && cap > 0), "count");
  return wrong;
}

function blankOr(typed, right) {
  return typed.trim() === "" || right(numbers.read(typed));
}

/** Errors by the names of the form's fields, as the server names those of the record. */
export function offerErrors(errors) {
  const names = { productId: "item", category: "item" };
  return Object.fromEntries(Object.entries(errors).map(([path, error]) => [names[path] ?? path.split(/[.[]/)[0], error]));
}
