import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, DAY, figures, headline, START } from "./figures.mjs";

const { headlineLift, liftRows, liftVerdict, reachOf } = await load("model/lift.js");
const { intervalWords, srmWords } = await load("ui/lift-words.js");
const { createFormat } = await load("format.js");
const { knownCosts } = await load("model/headline.js");
const { breakdownRows } = await load("ui/breakdown.js");

const between = (low, high) => ({ alwaysValidInterval: { low, high } });
const open = { fewest: 1_000, closed: false };
const measure = (value, low, high) => ({ value, lift: value - 0.05, alwaysValidInterval: { low, high } });
const report = {
  control: { variant: "CONTROL", n: 1_000, responseRate: { value: 0.05 }, conversionRate: { value: 0.01 }, spendPerHead: { value: null } },
  variants: [{ variant: "A", n: 2_000, responseRate: measure(0.09, 0.02, 0.06), conversionRate: measure(0.01, -0.01, 0.01), spendPerHead: { value: null } }],
};

test("a difference works or hurts only with its whole range on one side of zero", () => {
  assert.equal(liftVerdict(between(0.01, 0.02), open), "works");
  assert.equal(liftVerdict(between(-0.02, -0.01), open), "hurts");
  assert.equal(liftVerdict(between(-0.01, 0.02), open), "early");
});

test("what cannot change any more without a difference has shown no effect", () => {
  assert.equal(liftVerdict(between(-0.01, 0.02), { ...open, closed: true }), "none");
  assert.equal(liftVerdict(between(0.01, 0.02), { ...open, closed: true }), "works");
});

test("a handful of customers, or a range without width, says nothing", () => {
  assert.equal(liftVerdict(between(0.5, 0.9), { fewest: 12, closed: false }), "early");
  assert.equal(liftVerdict(between(1, 1), open), "early");
  assert.equal(liftVerdict({ alwaysValidInterval: null }, open), "early");
});

test("each variant is held against the control group by each measure that exists", () => {
  const rows = liftRows(report, campaign(), START + DAY);
  assert.deepEqual(rows.map(({ variant, measure: of, control, verdict }) => [variant, of, control, verdict]), [
    ["A", "responseRate", 0.05, "works"], ["A", "conversionRate", 0.01, "early"],
  ]);
  assert.equal(reachOf(rows, "responseRate"), 0.06);
});

test("a headline's lift is judged as a variant's is, by its smaller group and by whether the campaign is closed", () => {
  const told = (lift, now = START) => headlineLift(headline("spring", { lift }), now)?.verdict;
  const works = { n: 900, controlN: 100, ...between(0.021, 0.034) };
  assert.equal(told(works), "works");
  assert.equal(told({ ...works, controlN: 99 }), "early");
  assert.equal(told({ ...works, ...between(-0.004, 0.012) }), "early");
  assert.equal(told({ ...works, ...between(-0.004, 0.012) }, START + 25 * DAY), "none");
  assert.equal(told(null), undefined);
});

test("groups that are not split as planned allow no verdict, in the list as on the campaign's page", () => {
  const works = { n: 900, controlN: 900, ...between(0.021, 0.034), sampleRatioMismatch: true };
  assert.equal(headlineLift(headline("spring", { lift: works }), START).verdict, "mismatch");
  assert.ok(liftRows({ ...report, srm: { warning: true } }, campaign(), START).every(({ verdict }) => verdict === "mismatch"));
  assert.equal(liftRows({ ...report, srm: { warning: false } }, campaign(), START)[0].verdict, "works");
});

test("a mismatch is said with what was planned and what is; a match quietly; and nothing where nothing is planned", () => {
  const format = createFormat({ locale: "en-US" });
  const srm = (warning) => ({ warning, planned: { A: 0.9, CONTROL: 0.1 }, observed: { A: 800, CONTROL: 190, X: 10 } });
  assert.match(srmWords(srm(true), format).warning, /not split as planned \(A has 80.0.% instead of 90.0.%, 800 customers; CONTROL has 19.0.% instead of 10.0.%, 190 customers; X has 1.0.% instead of 0.0.%, 10 customers\): don’t trust the lift/);
  assert.deepEqual(srmWords(srm(false), format), { note: "The groups are split as planned.", warning: "" });
  assert.deepEqual(srmWords(null, format), { note: "", warning: "" });
});

test("a range of points is written with its signs, and what does not exist is nothing", () => {
  const { pointNumber } = createFormat({ locale: "en-US" });
  assert.equal(intervalWords({ low: -0.004, high: 0.0123 }, pointNumber), "\u22120.4 … +1.2");
  assert.equal(intervalWords(null, pointNumber), "");
});

test("without a control group there is nothing to hold against", () => {
  assert.deepEqual(liftRows({ ...report, control: { n: 0 } }, campaign(), START), []);
});

test("a cost that nobody entered is none, and a cost of zero is zero", () => {
  const counted = figures({ cost: "0.00", costPerResponse: "0.00", roi: null });
  assert.equal(knownCosts(counted, campaign({ costPerContact: null, fixedCost: null })).cost, null);
  assert.equal(knownCosts(counted, campaign({ costPerContact: null, fixedCost: "0.00" })).cost, "0.00");
});

test("those not contacted stand in a breakdown once they have done something", () => {
  const rows = (passAlongResponders) => breakdownRows({ EMAIL: figures(), NONE: { contacted: 0, responders: 0, passAlongResponders } }, (key) => key);
  assert.deepEqual(rows(0).map(({ key }) => key), ["EMAIL"]);
  assert.deepEqual(rows(2).map(({ key }) => key), ["EMAIL", "NONE"]);
});
