import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "./assets.mjs";
import { figures, headline, point } from "./figures.mjs";

const { createStore } = await load("store.js");
let store;

beforeEach(() => {
  store = createStore();
});

const snapshot = (...campaigns) => ({ type: "snapshot", asOf: "2026-11-01T00:00:00Z", data: { campaigns, status: { status: "UP" } } });
const delta = (...campaigns) => ({ type: "delta", asOf: "2026-11-01T00:00:01Z", data: { campaigns } });
const detail = (version, points, replace = false) => ({
  type: "campaign",
  asOf: "2026-11-01T00:00:02Z",
  data: { metrics: { campaignId: "a", version, totals: figures() }, series: { step: "PT1M", replace, points } },
});
const ids = () => [...store.view().campaigns.keys()];

test("a snapshot replaces what was known", () => {
  store.apply(snapshot(headline("a"), headline("b")));
  store.apply(snapshot(headline("b")));
  assert.deepEqual(ids(), ["b"]);
});

test("a delta adds and replaces campaigns and keeps the others", () => {
  store.apply(snapshot(headline("a"), headline("b")));
  store.apply(delta(headline("b", { version: 2, name: "B" }), headline("c")));
  assert.deepEqual(ids(), ["a", "b", "c"]);
  assert.equal(store.view().campaigns.get("b").name, "B");
});

test("a delta without status keeps the status known", () => {
  store.apply(snapshot());
  store.apply(delta());
  assert.equal(store.view().health.status, "UP");
});

test("an older version of a campaign is ignored", () => {
  store.apply(snapshot(headline("a", { version: 5, name: "newer" })));
  store.apply(delta(headline("a", { version: 4, name: "older" })));
  assert.equal(store.view().campaigns.get("a").name, "newer");
});

test("an older detail is ignored with its minutes", () => {
  store.watch("a");
  store.apply(detail(5, [point(0, { calls: 7 })], true));
  store.apply(detail(4, [point(0, { calls: 3 })]));
  assert.equal(store.view().detail.points[0][1].calls, 7);
});

test("changed minutes replace their old figures and join in order", () => {
  store.watch("a");
  store.apply(detail(1, [point(0, { calls: 1 }), point(2, { calls: 2 })], true));
  store.apply(detail(2, [point(1, { calls: 5 }), point(2, { calls: 9 })]));
  assert.deepEqual(store.view().detail.points.map(([, { calls }]) => calls), [1, 5, 9]);
});

test("the detail of a campaign no longer watched is ignored", () => {
  store.watch("b");
  store.apply(detail(1, [], true));
  assert.equal(store.view().detail, null);
});

test("a held picture stands still while data go on arriving", () => {
  store.apply(snapshot(headline("a")));
  store.hold();
  store.apply(delta(headline("b")));
  assert.deepEqual(ids(), ["a"]);
  store.release();
  assert.deepEqual(ids(), ["a", "b"]);
});

test("a campaign opened while the picture is held still gets its first picture", () => {
  store.hold();
  store.watch("a");
  store.apply(detail(1, [point(0, { calls: 1 })], true));
  assert.equal(store.view().detail.points.length, 1);
  store.apply(detail(2, [point(1, { calls: 1 })]));
  assert.equal(store.view().detail.points.length, 1);
});

test("a heartbeat and a type of frame not known change nothing to draw", () => {
  const before = store.revision();
  store.apply({ type: "heartbeat", data: {} });
  assert.equal(store.revision(), before);
  store.apply({ type: "news", data: {} });
  assert.equal(store.view().ready, false);
});
