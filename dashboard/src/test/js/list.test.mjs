import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, figures, headline, START } from "./figures.mjs";

const { calmOrder, matches, sorted } = await load("model/columns.js");
const { bestResponding, overall } = await load("model/headline.js");
const { breakdownRows } = await load("ui/breakdown.js");
const ids = (headlines) => headlines.map(({ campaignId }) => campaignId);
const withRate = (id, responders, contacted, status = "RUNNING") =>
  headline(id, { status, figures: figures({ responders, contacted, responseRate: contacted ? responders / contacted : null }) });

test("rows sort by a figure, what does not exist last in both directions", () => {
  const rows = [withRate("none", 0, 0), withRate("low", 1, 100), withRate("nil", 0, 0), withRate("high", 9, 100), withRate("nought", 0, 0)];
  assert.deepEqual(ids(sorted(rows, { column: "rate", direction: "desc" }, START)), ["high", "low", "nil", "none", "nought"]);
  assert.deepEqual(ids(sorted(rows, { column: "rate", direction: "asc" }, START)), ["low", "high", "nil", "none", "nought"]);
});

test("lift sorts by what is sure of it, campaigns without a control group last", () => {
  const lifted = (id, low) => headline(id, { lift: low === null ? null : { n: 500, controlN: 500, lift: 0.1, alwaysValidInterval: { low, high: 0.2 } } });
  const rows = [lifted("none", null), lifted("loses", -0.05), lifted("wins", 0.02)];
  assert.deepEqual(ids(sorted(rows, { column: "lift", direction: "desc" }, START)), ["wins", "loses", "none"]);
});

test("revenue sorts as a number, names without regard to case", () => {
  const rows = [headline("b", { figures: figures({ revenue: "9.00" }) }), headline("A", { figures: figures({ revenue: "10.00" }) })];
  assert.deepEqual(ids(sorted(rows, { column: "revenue", direction: "desc" }, START)), ["A", "b"]);
  assert.deepEqual(ids(sorted(rows, { column: "name", direction: "asc" }, START)), ["A", "b"]);
});

test("rows keep their places when figures move; newcomers come last", () => {
  assert.deepEqual(calmOrder(["a", "b", "c"], ["c", "new", "a"]), ["a", "c", "new"]);
});

test("search finds all words in name, id, channel and codes", () => {
  const row = headline("fridge", { name: "Spring Fridge", channels: ["SMS"], campaign: campaign({ campaignCodes: ["COOL7"] }) });
  for (const q of ["", "spring", "FRIDGE sms", "cool7"]) assert.ok(matches(row, { q }), q);
  assert.ok(!matches(row, { q: "spring letter" }));
  assert.ok(!matches(row, { status: "ENDED" }));
  assert.ok(matches(row, { status: "RUNNING" }));
});

test("the best campaign is surely best: two lucky answers do not win", () => {
  assert.equal(bestResponding([withRate("lucky", 2, 2), withRate("solid", 600, 1_000)]).campaignId, "solid");
});

test("running campaigns go before ended ones, and nobody contacted gives none", () => {
  assert.equal(bestResponding([withRate("old", 900, 1_000, "ENDED"), withRate("now", 10, 1_000)]).campaignId, "now");
  assert.equal(bestResponding([withRate("old", 900, 1_000, "ENDED")]).campaignId, "old");
  assert.equal(bestResponding([withRate("empty", 0, 0)]), null);
});

test("only what may be added is added", () => {
  const all = overall([headline("a"), headline("b", { status: "ENDED" })]);
  assert.deepEqual(all, { all: 2, running: 1, orders: 20, revenue: "24.60" });
  assert.equal(overall([]).revenue, null);
});

test("tiers keep their order, what has none follows by who was contacted most", () => {
  const of = (contacted) => figures({ contacted });
  const byTier = { NONE: of(7), C: of(900), B: of(10), other: of(8), A: of(1) };
  assert.deepEqual(breakdownRows(byTier, (key) => key, ["A", "B", "C"]).map(({ key }) => key), ["A", "B", "C", "other", "NONE"]);
  assert.deepEqual(breakdownRows(byTier, (key) => key).map(({ key }) => key), ["C", "B", "other", "NONE", "A"]);
});
