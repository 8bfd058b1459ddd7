import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, HOUR, instant, START } from "./figures.mjs";

const { annotationsOf, markLine } = await load("charts/annotations.js");
const { curveOption, curveRows, curveTable } = await load("charts/curve.js");
const { activityOption, activityTable } = await load("charts/activity.js");
const { createFormat } = await load("format.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const palette = { accent: "#00f", muted: "#888", ink: "#000", line: "#ccc", font: "x" };
const record = campaign({ startsAt: instant(START), endsAt: instant(START + 2.5 * HOUR) });
const range = { from: START, to: START + 4 * HOUR };
const row = (hour) => ({ at: START + hour * HOUR, contacted: 0, responders: 1, calls: 1, visits: 0, orders: 0, other: 0 });
const steps = { ...range, step: HOUR, base: { contacted: 10, responders: 0 }, rows: [0, 1, 2, 3].map(row) };
const happened = (rows) => rows.map(({ raw }) => raw.at(-1));

test("a campaign's start and end are marked where they lie in the range, its first and last moment too", () => {
  assert.deepEqual(annotationsOf(record, range).map(({ at, name }) => [at - START, name]), [[0, "start"], [2.5 * HOUR, "end"]]);
  assert.deepEqual(annotationsOf(record, { from: START + 1, to: START + 2.5 * HOUR }).map(({ name }) => name), ["end"]);
  assert.deepEqual(annotationsOf({}, range), []);
});

test("the moment until which responses count is marked where it is another than the end", () => {
  const names = (changes) => annotationsOf(campaign({ endsAt: instant(START + HOUR), ...changes }), range).map(({ name }) => name);
  assert.deepEqual(names({ responseWindow: "PT2H" }), ["start", "end", "last response counts"]);
  assert.deepEqual(names({ responseWindow: null }), ["start", "end"]);
});

test("of names that would lie on each other the first is written", () => {
  const marks = markLine([0, 0.2, 2].map((hour) => ({ at: START + hour * HOUR, name: "x" })), { ...range, palette });
  assert.deepEqual(marks.data.map(({ label }) => label.show), [true, false, true]);
});

test("a name at the edge of a chart is written towards its middle", () => {
  const marks = markLine([0, 2, 4].map((hour) => ({ at: START + hour * HOUR, name: "x" })), { ...range, palette });
  assert.deepEqual(marks.data.map(({ label }) => label.align), ["left", "center", "right"]);
});

test("both charts over time mark the same moments; only the first band names them, and never in its title", () => {
  const rows = curveRows(steps, record, range.to);
  const curve = curveOption(rows, { ...range, view: "rate", campaign: record, palette, format });
  const annotations = annotationsOf(record, range);
  const bands = activityOption(steps.rows, { ...steps, kinds: ["calls", "orders"], annotations, palette, format }).series;
  const moments = ({ markLine: { data } }) => data.map(({ xAxis }) => xAxis);
  assert.deepEqual(moments(curve.series[0]), moments(bands[0]));
  assert.deepEqual(bands.map(({ markLine: { data } }) => data.map(({ label }) => label.show)), [[false, true], [false, false]]);
});

test("the table twins tell what happened in its row", () => {
  const annotations = annotationsOf(record, range);
  const curve = curveTable(curveRows(steps, record, range.to), format, { annotations });
  assert.equal(curve.columns.at(-1), "What happened");
  assert.deepEqual(happened(curve.rows), ["start", null, null, "end", null]);
  assert.deepEqual(happened(activityTable(steps.rows, format, { annotations, step: HOUR }).rows), ["start", null, "end", null]);
});

test("what is still to come has a row of its own, and nothing to tell needs no column", () => {
  const now = START + HOUR;
  const table = curveTable(curveRows(steps, record, now), format, { annotations: annotationsOf(record, range) });
  assert.deepEqual(table.rows.at(-1).raw, [instant(START + 2.5 * HOUR), null, null, null, null, "end"]);
  assert.deepEqual(table.rows.at(-1).cells, ["Nov 1, 2026, 02:30", "–", "–", "–", "–", "end"]);
  assert.equal(curveTable(curveRows(steps, record, now), format).columns.includes("What happened"), false);
});
