import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign } from "./figures.mjs";

const { createNumbers, numbers } = await load("model/number.js");
const { check, toForm, toRecord } = await load("model/campaign-form.js");
const { checkOffer, toOffer, toOfferForm } = await load("model/offer-form.js");
const { checkPolicy, toPolicy } = await load("model/offer-policy.js");
const { checkRules, toRules, toRulesForm } = await load("model/routing-rules.js");
const { checkWeights, toWeightsForm } = await load("model/weights.js");
const { text } = await load("messages.js");

const english = createNumbers("en-US");
const german = createNumbers("en-DE");
const read = (reader, ...typed) => typed.map((one) => (reader.isUnsure(one) ? "unsure" : reader.read(one)));

test("thousands are thousands, where they stand in groups of three", () => {
  assert.deepEqual(read(english, "48,000", "1,234,567", "1,234,567.5", "48 000", "48\u202f000,5", "48’000", "1,00,000"), [48_000, 1_234_567, 1_234_567.5, 48_000, 48_000.5, 48_000, 100_000]);
  assert.deepEqual(read(german, "48.000", "1.234.567", "1.234.567,5", "48,000.50"), [48_000, 1_234_567, 1_234_567.5, 48_000.5]);
  assert.deepEqual(read(english, "1.234.567", "48.000,50"), [1_234_567, 48_000.5]);
});

test("a comma or a point is a decimal one where it can be nothing else", () => {
  for (const reader of [english, german]) assert.deepEqual(read(reader, " 1,5 ", "1.5", "12,50", "0,125", "0.500", "1234,567", ".5", "\u221212,5", "- 3"), [1.5, 1.5, 12.5, 0.125, 0.5, 1234.567, 0.5, -12.5, -3]);
  assert.deepEqual([english.read("1.125"), german.read("1,125")], [1.125, 1.125]);
});

test("what may be thousands as well as decimals is not guessed", () => {
  assert.deepEqual(read(english, "48.000", "1.250", "-1.500"), ["unsure", "unsure", "unsure"]);
  assert.deepEqual(read(german, "48,000"), ["unsure"]);
  assert.ok(Number.isNaN(english.read("48.000")));
});

test("what is no number is none", () => {
  for (const typed of ["", " ", "x", "1,2,3", "1,000,00", "1e5", "0x10", "$5", "1 2", "--1", "."]) assert.ok(Number.isNaN(english.read(typed)), typed);
});

test("what is written is read as the same again, in every locale", () => {
  for (const locale of ["en-US", "en-GB", "en-DE", "en-IN", "en-CH", "en-ZA"]) {
    const own = createNumbers(locale);
    for (const value of [0, 48_000, 1.125, -1.125, 12.5, 0.000001, 1e-7, 1234.5678, "100.00", "1.250", "1000.000", "20.50"]) assert.equal(own.read(own.write(value)), Number(value), `${locale} ${value}`);
  }
  assert.deepEqual([english.write("100.00"), german.write("100.00"), english.write(null)], ["100.00", "100,00", ""]);
});

test("money is exact to its last digit", () => {
  assert.deepEqual([english.exact("12,345,678,901,234,567.89"), english.exact(" 1,5 ")], ["12345678901234567.89", "1.5"]);
});

test("no form divides thousands, and each says which number may be two", () => {
  const record = toRecord({ ...toForm(campaign()), audienceSize: "48,000", fixedCost: "1,200.50", plannedResponseCurve: "1,5: 40 %\n14: 100" });
  assert.deepEqual([record.audienceSize, record.fixedCost, record.plannedResponseCurve[0].after], [48_000, "1200.50", "PT36H"]);
  assert.deepEqual(check({ ...toForm(campaign()), audienceSize: "48.000", costPerContact: "1.250" }), { audienceSize: "unsure", costPerContact: "unsure" });

  const offer = { ...toOfferForm({ offerId: "a", name: "A" }), value: "1,500", quantityCap: "10,000" };
  assert.deepEqual([toOffer(offer).value, toOffer(offer).quantityCap], ["1500", 10_000]);
  assert.deepEqual(checkOffer({ ...offer, quantityCap: "10.000" }), { quantityCap: "unsure" });

  const policy = { caps: [{ scope: "CUSTOMER", most: "1,000", hours: "8.760" }], declinedOfferHours: "1", declinedAnyHours: "1", silentShare: "5", effectDays: "30", contexts: [] };
  assert.equal(toPolicy(policy).caps[0].most, 1_000);
  assert.deepEqual(checkPolicy(policy), { "caps[0].hours": "unsure" });

  assert.equal(toRules({ ...toRulesForm(null), windowSeconds: "3,600" }).windowSeconds, 3_600);
  assert.deepEqual(checkRules({ ...toRulesForm(null), windowSeconds: "3.600" }), { windowSeconds: "unsure" });
  assert.deepEqual(checkWeights({ ...toWeightsForm(null), cart: "1.250" }), { cart: "unsure" });
  for (const form of ["form", "offerForm", "offerPolicy", "routingRules", "weights"]) assert.ok(text[form].wrong.unsure, form);
});

test("a viewer's own way of typing is that of the page", () => {
  assert.equal(numbers.read("48,000"), 48_000);
});
