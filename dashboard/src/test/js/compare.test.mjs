import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, DAY, HOUR, START } from "./figures.mjs";

const { alignedWith, comparisonOf, earlier, moved, shiftOf } = await load("model/compare.js");
const { curveBefore, curveOption, curveRows, curveTable } = await load("charts/curve.js");
const { activityHeight, activityKinds, activityOption, activityTable } = await load("charts/activity.js");
const { createFormat } = await load("format.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const palette = { accent: "#00f", muted: "#888", ink: "#000", line: "#ccc", font: "x" };
const limits = { from: START, to: START + 2 * HOUR, step: HOUR };
const counts = { calls: 0, visits: 0, orders: 0, other: 0, contacted: 0 };
const stepsAt = (from, responders, base) => ({ ...limits, from, to: from + 2 * HOUR, base, rows: responders.map((one, hour) => ({ ...counts, at: from + hour * HOUR, responders: one, orders: one })) });
const now = stepsAt(START, [4, 6], { contacted: 100, responders: 10 });
const past = moved(stepsAt(START - 2 * HOUR, [3, 5], { contacted: 50, responders: 2 }), 2 * HOUR);
const hour = { name: "1h" };

test("the period before lies right before the range; a week before lies a week back", () => {
  assert.equal(shiftOf("previous", hour, limits), 2 * HOUR);
  assert.equal(shiftOf("week", hour, limits), 7 * DAY);
  assert.deepEqual(earlier(limits, 2 * HOUR), { name: "custom", from: START - 2 * HOUR, to: START });
});

test("nothing lies before the whole campaign, and nonsense compares with nothing", () => {
  assert.equal(shiftOf("previous", { name: "all" }, limits), 0);
  assert.equal(shiftOf("previous", hour, null), 0);
  assert.equal(comparisonOf({ compare: "<script>" }), "none");
});

test("a row finds the earlier row of its place, or none", () => {
  assert.deepEqual(alignedWith([START, START + 90 * 60_000, START + 5 * HOUR], past).map((row) => row?.responders ?? null), [3, 5, null]);
});

test("the curve before starts from its own base and stands beside the curve in chart and table", () => {
  const rows = curveRows(now, campaign(), START + DAY);
  const before = curveBefore(rows, past);
  assert.deepEqual(before.map(({ responders, rate }) => [responders, rate]), [[2, 0.04], [5, 0.1], [10, 0.2]]);
  const option = curveOption(rows, { ...limits, view: "rate", campaign: campaign(), palette, format, before });
  assert.deepEqual(option.series.map(({ id }) => id), ["actual", "before"]);
  assert.deepEqual(option.series[1].data.map(([, rate]) => rate), [0.04, 0.1, 0.2]);
  assert.deepEqual(curveTable(rows, format, { before }).rows.map(({ raw }) => raw.slice(-2)), [[2, 0.04], [5, 0.1], [10, 0.2]]);
  assert.equal(curveBefore(rows, null), null);
});

test("activity shows the kinds that happened, and the same of the earlier time", () => {
  const { kinds, without } = activityKinds({ calls: 0, visits: 0, orders: 7, other: 2 });
  assert.deepEqual([kinds, without], [["orders", "other"], ["calls", "visits"]]);
  assert.ok(activityHeight(2) < activityHeight(3));
  const option = activityOption(now.rows, { ...now, kinds, before: past, palette, format });
  assert.deepEqual(option.series.map(({ id }) => id), ["orders", "orders-before", "other", "other-before"]);
  assert.deepEqual(option.series[1].data.map(([, count]) => count), [3, 5]);
  assert.deepEqual(activityTable(now.rows, format, { kinds, before: past }).rows.map(({ raw }) => raw.slice(1)), [[4, 0, 3, 0], [6, 0, 5, 0]]);
});

test("every part that a chart replaces by its id has one", () => {
  const option = activityOption(now.rows, { ...now, palette, format });
  const parts = [...option.title, ...option.grid, ...option.xAxis, ...option.yAxis, ...option.series];
  assert.ok(parts.every(({ id }) => id));
});
