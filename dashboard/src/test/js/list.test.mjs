import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, figures, headline, START } from "./figures.mjs";

const { calmOrder, directionWords, matches, rowsOf, SORTS, sorted } = await load("model/columns.js");
const { bestResponding, overall } = await load("model/headline.js");
const { campaignsCsv } = await load("ui/campaigns-csv.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");
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

/** The list, and how often something of it was read. */
function counted(list) {
  const reads = { count: 0 };
  const read = (target, name) => {
    reads.count += typeof name === "string" && /^\d+$/.test(name) ? 1 : 0;
    return Reflect.get(target, name);
  };
  return [new Proxy(list, { get: read }), reads];
}

test("ordering very many campaigns does not look through all for each", () => {
  const many = Array.from({ length: 2_000 }, (_, index) => `c${(index * 7_919) % 2_000}`);
  const [shown, shownReads] = counted(many);
  const [wanted, wantedReads] = counted([...many].reverse());
  assert.equal(calmOrder(shown, wanted).length, 2_000);
  assert.ok(shownReads.count + wantedReads.count <= 10 * many.length, `${shownReads.count} and ${wantedReads.count} reads`);
});

test("an address asks for as many rows as were opened, and nonsense for the first", () => {
  assert.deepEqual([undefined, "x", "-1", "200", "201", "600"].map((rows) => rowsOf({ rows })), [200, 200, 200, 200, 400, 600]);
});

test("one of something is said as one", () => {
  const { count } = createFormat({ locale: "en-US" });
  assert.equal(text.list.shown(1, 1, count), "1 campaign");
  assert.equal(text.list.shown(1, 2, count), "1 of 2 campaigns");
  assert.equal(text.list.shown(12_000, 12_000, count), "12,000 campaigns");
  assert.equal(text.list.revenueNote(1, "1"), "1 order");
  assert.equal(text.list.revenueNote(0, "0"), "0 orders");
  assert.equal(text.list.spark(1, "1"), "1 new responder in the last hour");
  assert.equal(text.lift.customers(1, "1"), "1 customer");
  assert.equal(text.breakdown.buyers(1, "1", "2 %"), "1 buyer, 2 % of contacted");
});

test("the direction of every column is told in words that fit it", () => {
  const told = (column) => Object.values(text.list.directions[directionWords(column)]);
  for (const column of Object.keys(SORTS)) assert.equal(told(column).length, 2, column);
  assert.deepEqual([told("name"), told("status"), told("rate")], [["A to Z", "Z to A"], ["running first", "ended first"], ["lowest first", "highest first"]]);
});

test("the list is saved as it is shown, in its order, with what does not exist left empty", () => {
  const lift = { n: 500, controlN: 500, lift: 0.1, alwaysValidInterval: { low: 0.05, high: 0.2 } };
  const planned = headline("b", { name: "B", campaign: campaign({ plannedResponseRate: 0.2 }), channels: ["EMAIL", "SMS"], lift, lastHour: { responders: [1, 2] } });
  const [head, first, second] = campaignsCsv([planned, withRate("a", 0, 0)], START);
  assert.deepEqual(Object.fromEntries(head.map((name, index) => [name, first[index]])), {
    Campaign: "B", "Campaign id": "b", Channels: "EMAIL SMS", Status: "RUNNING", Contacted: 1_000, Responders: 100, Rate: 0.1, Plan: 0.2, "Against plan": "not there yet",
    "Lift, low end": 0.05, "Lift, high end": 0.2, "Lift, verdict": "works", "New responders in the last hour": 3, Orders: 10, Revenue: "12.30",
  });
  assert.equal(second[0], "a");
  assert.deepEqual(second.slice(6, 12), [null, null, "", null, null, null]);
});
