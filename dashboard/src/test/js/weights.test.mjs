import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createFormat } = await load("format.js");
const { checkWeights, sums, toWeights, toWeightsForm } = await load("model/weights.js");
const { callCells, tierCells } = await load("ui/weights-preview.js");
const format = createFormat({ locale: "en-US", timeZone: "UTC", currency: "USD" });
const wrong = (changes) => checkWeights({ ...toWeightsForm(null), ...changes });

test("weights come back as they went in", () => {
  const weights = { value: 40, cart: 2.5, productView: 0, campaignResponse: 8, complaint: 15, repeatedCall: 5, abandonedCall: 5, unknownCaller: 25 };
  assert.deepEqual(toWeights(toWeightsForm({ weightsId: "CURRENT", ...weights })), weights);
  assert.equal(toWeights({ ...toWeightsForm(null), cart: " 2,5 " }).cart, 2.5);
});

test("the weights that hold while nobody has set any are right", () => {
  assert.deepEqual(wrong({}), {});
  assert.deepEqual(sums(toWeightsForm(null)), { known: 100, unknown: 75 });
});

test("each weight says what is wrong with it", () => {
  assert.deepEqual(wrong({ cart: "-1" }), { cart: "number" });
  assert.deepEqual(wrong({ cart: "much" }), { cart: "number" });
  assert.deepEqual(wrong({ cart: "" }), { cart: "number" });
  assert.deepEqual(wrong({ value: "51" }), { value: "sum" });
  assert.deepEqual(wrong({ unknownCaller: "51" }), { unknownCaller: "sum" });
  assert.deepEqual(wrong({ value: "200" }), { value: "number" });
});

test("points are added without a trace of binary fractions, and not while one is no number", () => {
  assert.equal(sums({ ...toWeightsForm(null), cart: "0.1", productView: "0.2", value: "0" }).known, 33.3);
  assert.deepEqual(sums({ ...toWeightsForm(null), cart: "x" }), { known: null, unknown: null });
});

test("a move is told from before to after", () => {
  const call = { queue: "sales", customerId: null, identity: "phone:+1", name: null, before: { score: 25, position: 3 }, after: { score: 0, position: 12 } };
  assert.deepEqual(callCells(call, format), ["Unknown, +1", "sales", "3 → 12", "25 → 0"]);
  assert.deepEqual(tierCells({ tier: "B", customers: 0, before: null, after: null }, format), ["B", "0", "–"]);
  assert.deepEqual(tierCells({ tier: "A", customers: 2, before: 50.04, after: 1 }, format), ["A", "2", "50 → 1"]);
});
