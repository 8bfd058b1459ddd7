import { numbers } from "./number.js";

/** The reasons that a weight gives points to. */
export const WEIGHTS = ["value", "cart", "productView", "campaignResponse", "complaint", "repeatedCall", "abandonedCall", "unknownCaller"];
const MOST = 100;

/** What the reasons give while nobody has set them. */
const DEFAULTS = { value: 50, cart: 12, productView: 5, campaignResponse: 8, complaint: 15, repeatedCall: 5, abandonedCall: 5, unknownCaller: 25 };

/** Weights as form fields: strings as typed. */
export function toWeightsForm(record) {
  return Object.fromEntries(WEIGHTS.map((name) => [name, numbers.write(record?.[name] ?? DEFAULTS[name])]));
}

/** The weights that a form stands for. */
export function toWeights(form) {
  return Object.fromEntries(WEIGHTS.map((name) => [name, numbers.read(form[name])]));
}

/** The most points a known customer and an unknown caller can have; null while a weight is no number. */
export function sums(form) {
  const weights = toWeights(form);
  const all = WEIGHTS.reduce((sum, name) => sum + weights[name], 0);
  const rounded = (value) => Math.round(value * 1_000) / 1_000;
  return Number.isFinite(all) ? { known: rounded(all - weights.unknownCaller), unknown: rounded(all - weights.value) } : { known: null, unknown: null };
}

/** What is wrong with a form: field → name of the text that says it. */
export function checkWeights(form) {
  const weights = toWeights(form);
  const wrong = {};
  for (const name of WEIGHTS) if (!(weights[name] >= 0 && weights[name] <= MOST)) wrong[name] = numbers.isUnsure(form[name]) ? "unsure" : "number";
  const { known, unknown } = sums(form);
  if (known > MOST) wrong.value ??= "sum";
  if (unknown > MOST) wrong.unknownCaller ??= "sum";
  return wrong;
}
