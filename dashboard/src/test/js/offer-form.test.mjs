import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { checkOffer, emptyOffer, offerErrors, toOffer, toOfferForm } = await load("model/offer-form.js");
const { text } = await load("messages.js");

const record = {
  offerId: "filters", name: "Filters", pitch: "Take them", productId: "p-1", category: null, startsAt: "2026-03-01T00:00:00.000Z", endsAt: null,
  channels: ["WEB"], value: "20.50", lever: 50, eligibility: 'owns("p-2")', quantityCap: 10,
};

test("an offer goes through the form unchanged, with what the form does not know", () => {
  assert.deepEqual(toOffer(toOfferForm(record), {}), record);
  assert.deepEqual(toOffer(toOfferForm(record), { ...record, later: 1 }), { ...record, later: 1 });
  const ofCategory = { ...record, productId: null, category: "Cooling" };
  assert.deepEqual(toOffer(toOfferForm(ofCategory)), ofCategory);
});

test("what is left empty is absent, and a comma is a decimal point", () => {
  const form = { ...emptyOffer(), name: " A ", offerId: "a", value: "1,5", lever: "-12,5" };
  const written = toOffer(form);
  assert.deepEqual([written.name, written.value, written.lever], ["A", "1.5", -12.5]);
  for (const field of ["pitch", "productId", "category", "startsAt", "endsAt", "quantityCap", "eligibility"]) assert.equal(written[field], null, field);
  assert.equal(toOffer(emptyOffer()).lever, 0);
});

test("changing what it proposes leaves nothing of the other kind", () => {
  const form = { ...toOfferForm(record), kind: "category", item: "Cooling" };
  assert.deepEqual([toOffer(form, record).productId, toOffer(form, record).category], [null, "Cooling"]);
});

test("an address fills in a new offer", () => {
  const form = emptyOffer({ product: "p-2", name: "Filter", rule: 'owns("p-1")' });
  assert.deepEqual([form.kind, form.item, form.name, form.eligibility], ["product", "p-2", "Filter", 'owns("p-1")']);
  assert.deepEqual([emptyOffer({ category: "X" }).kind, emptyOffer({ category: "X" }).item], ["category", "X"]);
});

test("what is wrong is said of its field", () => {
  const wrong = (changes, taken) => checkOffer({ ...toOfferForm(record), ...changes }, taken);
  assert.deepEqual(wrong({}), {});
  assert.deepEqual(wrong({ name: " ", offerId: "" }), { name: "required", offerId: "required" });
  assert.deepEqual(wrong({ offerId: "a b" }), { offerId: "id" });
  for (const id of ["next", " dry-run "]) assert.deepEqual(wrong({ offerId: id }), { offerId: "reserved" });
  assert.deepEqual(wrong({}, new Set(["filters"])), { offerId: "taken" });
  assert.deepEqual(wrong({ endsAt: Date.parse(record.startsAt) - 1 }), { endsAt: "order" });
  assert.deepEqual(wrong({ startsAt: null, endsAt: 1 }), {});
  assert.deepEqual(wrong({ value: "-1", lever: "-101", quantityCap: "0" }), { value: "number", lever: "lever", quantityCap: "count" });
  assert.deepEqual(wrong({ value: "x", lever: "1001", quantityCap: "1.5" }), { value: "number", lever: "lever", quantityCap: "count" });
  for (const what of ["required", "id", "reserved", "taken", "order", "number", "lever", "count"]) assert.ok(text.offerForm.wrong[what], what);
});

test("the server's errors stand beside the fields of the form", () => {
  assert.deepEqual(offerErrors({ "channels[1]": "x", category: "y", eligibility: "z" }), { channels: "x", item: "y", eligibility: "z" });
});
