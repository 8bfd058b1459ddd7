import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { DAY, HOUR, MINUTE, START } from "./figures.mjs";

const { createRouter, parseRoute, paths, sameView, withQuery } = await load("router.js");
const { ownRangeOf, ownRangeQuery, rangeOf, rangeQuery, resolveRange, stepFor } = await load("model/range.js");
const { sortOf, sortQuery } = await load("model/columns.js");

test("every address of a page is read as written", () => {
  const id = "a/b c";
  assert.deepEqual(parseRoute("/"), { page: "campaigns", query: {} });
  assert.deepEqual(parseRoute(paths.campaigns(), "?q=x"), { page: "campaigns", query: { q: "x" } });
  assert.deepEqual(parseRoute(paths.campaign(id)), { page: "campaign", id, query: {} });
  assert.deepEqual(parseRoute(paths.edit(id)), { page: "form", id, query: {} });
  assert.deepEqual(parseRoute(paths.create()), { page: "form", query: {} });
  assert.deepEqual(parseRoute(paths.customers()), { page: "customers", query: {} });
  assert.deepEqual(parseRoute(paths.customer(id)), { page: "customer", id, query: {} });
  assert.equal(parseRoute(paths.health()).page, "health");
  assert.equal(parseRoute("/nowhere").page, "missing");
  assert.equal(parseRoute("/campaigns/%E0%A4%A").id, "%E0%A4%A");
});

test("a query changes only what is named, drops what is empty, and has one order", () => {
  assert.equal(withQuery({ q: "x", status: "ENDED" }, { q: null, range: "1h" }), "?range=1h&status=ENDED");
  assert.equal(withQuery({ q: "x" }, { q: "" }), "");
  assert.equal(withQuery({ b: "1", a: "2" }, {}), withQuery({ a: "2", b: "1" }, {}));
});

test("a range in an address is read as written, and nonsense is the whole campaign", () => {
  const custom = { name: "custom", from: START, to: START + DAY };
  assert.deepEqual(rangeOf(rangeQuery(custom)), custom);
  assert.deepEqual(rangeOf(rangeQuery({ name: "1h" })), { name: "1h" });
  assert.deepEqual(rangeOf({}), { name: "all" });
  assert.deepEqual(rangeOf({ range: "9y" }), { name: "all" });
  assert.deepEqual(rangeOf({ from: "2026-02-02", to: "2026-02-01" }), { name: "all" });
});

test("a chart's own range in an address is read as written; without one it follows the page", () => {
  const asked = { range: "1d", "curve.range": "1h", "activity.range": "all", "other.range": "9y" };
  assert.deepEqual(ownRangeOf(asked, "curve"), { name: "1h" });
  assert.deepEqual(ownRangeOf(asked, "activity"), { name: "all" });
  assert.equal(ownRangeOf(asked, "other"), null);
  assert.equal(ownRangeOf({ range: "1h" }, "curve"), null);
  assert.deepEqual(ownRangeOf(ownRangeQuery("curve", "15m"), "curve"), { name: "15m" });
  assert.equal(withQuery({ "curve.from": "x", "curve.range": "1h" }, ownRangeQuery("curve", null)), "");
  assert.deepEqual(ownRangeOf({ "curve.from": "2026-11-01T00:00Z", "curve.to": "2026-11-02T00:00Z" }, "curve"), { name: "custom", from: START, to: START + DAY });
});

test("a relative range ends with the minute of event-time now", () => {
  for (const now of [START + 5 * HOUR, START + 5 * HOUR + 30_000]) {
    assert.deepEqual(resolveRange({ name: "1h" }, { now }), { from: START + 4 * HOUR + MINUTE, to: START + 5 * HOUR + MINUTE, step: MINUTE });
  }
});

test("a range never has more than so many steps, and lies on their grid", () => {
  for (const length of [HOUR, 7 * DAY, 400 * DAY, 9_000 * DAY, 90_000 * DAY]) {
    const { from, to, step } = resolveRange({ name: "custom", from: START + 7, to: START + length }, {});
    assert.ok((to - from) / step <= 241 && from % step === 0 && to % step === 0);
    assert.ok(from <= START + 7 && to >= START + length);
  }
  assert.equal(stepFor(240 * MINUTE), MINUTE);
});

test("the campaign so far ends when its last response can have come, and has no limits before its first", () => {
  assert.equal(resolveRange({ name: "all" }, { now: START, first: null, last: null }), null);
  const { to } = resolveRange({ name: "all" }, { now: START + 900 * DAY, first: START, last: START + DAY });
  assert.ok(to <= START + DAY + HOUR);
});

test("a sort order in an address is read as written, and the default needs none", () => {
  for (const order of [{ column: "name", direction: "asc" }, { column: "name", direction: "desc" }, { column: "rate", direction: "asc" }]) {
    assert.deepEqual(sortOf(sortQuery(order)), order);
  }
  assert.deepEqual(sortQuery({ column: "responders", direction: "desc" }), { sort: null });
  assert.deepEqual(sortOf({ sort: "shoe size" }), { column: "responders", direction: "desc" });
});

test("two addresses of one view are the same", () => {
  assert.ok(sameView("/", "/campaigns"));
  assert.ok(sameView("/campaigns?q=x", "/?q=x"));
  assert.ok(!sameView("/campaigns?q=x", "/campaigns"));
  assert.ok(!sameView("/campaigns/a", "/campaigns/b"));
});

test("what lies above is gone back to where the viewer came from there, and else gone to", () => {
  const gone = [];
  const history = { state: null, pushState: (state, _, address) => gone.push((history.state = state, moveTo(address))), back: () => gone.push("back") };
  const moveTo = (address) => ([location.pathname, location.search = ""] = address.split("?"), address);
  Object.assign(globalThis, { document: { addEventListener() {} }, addEventListener() {}, history, location: { pathname: "/", search: "" } });
  const router = createRouter(() => {}, { keep() {}, further: () => ({ entry: 1 }) });
  const up = (address) => router.up(() => router.go(address));
  router.go("/campaigns/a");
  up("/campaigns");
  up("/offers");
  assert.deepEqual(gone, ["/campaigns/a", "back", "/offers"]);
  router.go("/campaigns/a");
  router.go("/offers");
  assert.equal(gone.at(-1), "/offers");
});
