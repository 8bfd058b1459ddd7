import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, DAY, figures, START } from "./figures.mjs";

const { liftRows, liftVerdict, reachOf } = await load("model/lift.js");
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
