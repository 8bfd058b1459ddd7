import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, DAY, figures, HOUR, START } from "./figures.mjs";

const { roundUp, scaleFor, timeLabel } = await load("charts/axes.js");
const { curveOption, curveRows, curveTable } = await load("charts/curve.js");
const { activityOption, activityTable } = await load("charts/activity.js");
const { funnelOption, funnelStages, funnelTable } = await load("charts/funnel.js");
const { sparkPath, coarsen } = await load("ui/spark.js");
const { csv } = await load("ui/export.js");
const { createFormat } = await load("format.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const palette = { accent: "#00f", muted: "#888", ink: "#000", line: "#ccc", font: "x" };
const steps = {
  from: START, to: START + 3 * HOUR, step: HOUR, base: { contacted: 100, responders: 0 },
  rows: [0, 1, 2].map((hour) => ({ at: START + hour * HOUR, contacted: 0, responders: 10, calls: hour, visits: 0, orders: 1 })),
};
const planned = campaign({ plannedResponseRate: 0.5 });
const now = START + 1.5 * HOUR;

test("the curve starts at the base, ends now, and says nothing of the future", () => {
  const rows = curveRows(steps, planned, now);
  assert.deepEqual(rows.map(({ until, responders }) => [until, responders]), [[START, 0], [START + HOUR, 10], [now, 20]]);
  assert.deepEqual(rows.map(({ rate }) => rate), [0, 0.1, 0.2]);
});

test("the plan is a line beside the curve, and absent without a plan", () => {
  const draw = (record, view) => curveOption(curveRows(steps, record, now), { ...steps, view, campaign: record, palette, format });
  assert.deepEqual(draw(planned, "rate").series.map(({ id }) => id), ["actual", "plan"]);
  assert.deepEqual(draw(campaign(), "rate").series.map(({ id }) => id), ["actual"]);
  assert.equal(draw(planned, "people").series[1].data[2][1], 50);
});

test("tooltips are drawn, not written as HTML, and tell figure, count and time", () => {
  const rows = curveRows(steps, planned, now);
  const { tooltip } = curveOption(rows, { ...steps, view: "rate", campaign: planned, palette, format });
  assert.equal(tooltip.renderMode, "richText");
  assert.match(tooltip.formatter([{ dataIndex: 1 }]), /Nov 1, 2026, 01:00\n10\.0\u202f% {2}\(10 of 100\)\nplan 50\.0/);
});

test("a chart and its table have the same figures", () => {
  const rows = curveRows(steps, planned, now);
  const option = curveOption(rows, { ...steps, view: "rate", campaign: planned, palette, format });
  assert.deepEqual(curveTable(rows, format).rows.map(({ raw }) => raw[3]), option.series[0].data.map(([, rate]) => rate));
  const calls = activityOption(steps.rows, { ...steps, palette, format }).series[0].data.map(([, count]) => count);
  assert.deepEqual(activityTable(steps.rows, format).rows.map(({ raw }) => raw[1]), calls);
  const stages = funnelStages(figures());
  assert.deepEqual(funnelTable(stages, format).rows.map(({ raw }) => raw[1]), funnelOption(stages, { palette, format }).series[0].data.map(({ value }) => value));
});

test("the funnel counts buyers among those contacted only", () => {
  assert.deepEqual(funnelStages(figures({ converters: 14 })).map(({ count }) => count), [1_000, 100, 10]);
  assert.equal(funnelStages({ contacted: 0, responders: 0, responseRate: null, conversionRate: null })[2].count, null);
});

test("axes end at round numbers at or above the value", () => {
  assert.deepEqual([0, 0.7, 1, 11, 26, 101, 999].map((value) => roundUp(value)), [1, 0.8, 1, 15, 30, 150, 1_000]);
  assert.deepEqual(scaleFor([0, 9]), { min: 0, max: 10, interval: 2.5 });
  assert.deepEqual(scaleFor([0, 0, null]), { min: 0, max: 0.25, interval: 0.25 });
  assert.equal(scaleFor([0, 1], { whole: true }).interval, 1);
});

test("an axis leaves zero only where zero would hide the movement", () => {
  const { min, max } = scaleFor([8_600, 8_700]);
  assert.ok(min > 8_000 && min <= 8_600 && max >= 8_700 && max < 9_000);
  assert.equal(scaleFor([5_000, 8_700]).min, 0);
  assert.equal(scaleFor([8_700]).min, 0);
});

test("a time axis says the day where it matters", () => {
  assert.equal(timeLabel(START + HOUR, HOUR, format), "01:00");
  assert.equal(timeLabel(START, DAY, format), "Nov 1");
  assert.equal(timeLabel(START + HOUR, 5 * DAY, format), "Nov 1");
  assert.equal(timeLabel(START, 900 * DAY, format), "Nov 1, 2026");
});

test("a sparkline fills its frame from zero", () => {
  assert.equal(sparkPath([0, 2, 4], 10, 8), "M0 6L5 4L10 2");
  assert.equal(sparkPath([0, 0], 10, 8), "M0 6L10 6");
  assert.deepEqual(coarsen([1, 2, 3, 4], 3), [6, 4]);
});

test("CSV quotes what it must, leaves what does not exist empty, and holds no formula", () => {
  assert.equal(csv([["a", 'say "x", y'], [null, -1.5], ["=cmd()", "-3"]]), 'a,"say ""x"", y"\r\n,-1.5\r\n\'=cmd(),-3\r\n');
});
