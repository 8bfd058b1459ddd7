import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, HOUR, instant, MINUTE, point, START } from "./figures.mjs";

const { baseBefore, bin, createSeries, cumulate } = await load("model/series.js");
const { isCovered, limitsFor, localSteps, seriesQuery, serverSteps } = await load("model/curve-source.js");

const minutes = (...points) => points.map(([minute, figures]) => [START + minute * MINUTE, figures]);

test("a series keeps its newest minutes only, and says that it has dropped some", () => {
  const series = createSeries(3);
  for (let minute = 0; minute < 5; minute += 1) series.merge([point(minute, { calls: minute })]);
  const { points, truncated } = series.read();
  assert.deepEqual(points.map(([, { calls }]) => calls), [2, 3, 4]);
  assert.equal(truncated, true);
});

test("a series that has room is whole", () => {
  const series = createSeries(3);
  series.replace([point(0, {}), point(1, {})]);
  assert.equal(series.read().truncated, false);
});

test("minutes fall into steps, empty steps stand as zero, and what lies outside is left out", () => {
  const points = minutes([-1, { calls: 9 }], [0, { calls: 1 }], [4, { calls: 2 }], [11, { calls: 3 }], [15, { calls: 9 }]);
  const rows = bin(points, { from: START, to: START + 15 * MINUTE, step: 5 * MINUTE });
  assert.deepEqual(rows.map(({ calls }) => calls), [3, 0, 3]);
});

test("a curve that starts late still ends at the totals", () => {
  const points = minutes([0, { contacted: 50, responders: 5 }], [30, { contacted: 10, responders: 4 }]);
  const metrics = { totals: { contacted: 100, responders: 20 } };
  const steps = localSteps({ from: START + 20 * MINUTE, to: START + 40 * MINUTE, step: 10 * MINUTE }, { points, metrics });
  const last = cumulate(steps.rows, steps.base).at(-1);
  assert.deepEqual([last.contacted, last.responders, last.rate], [100, 20, 0.2]);
});

test("there is no rate while nobody is contacted", () => {
  assert.equal(cumulate([{ at: START, contacted: 0, responders: 0 }], {})[0].rate, null);
});

test("an audience that nobody was contacted from by name stands in the base", () => {
  const base = baseBefore({ contacted: 5_000, responders: 9 }, minutes([0, { responders: 9 }]), START);
  assert.deepEqual([base.contacted, base.responders], [5_000, 0]);
});

test("minutes that were dropped must be asked of the server", () => {
  const detail = { truncated: true, points: minutes([60, {}]) };
  assert.equal(isCovered({ name: "1h" }, { from: START + HOUR }, detail), true);
  assert.equal(isCovered({ name: "1d" }, { from: START }, detail), false);
  assert.equal(isCovered({ name: "all" }, { from: START + HOUR }, detail), false);
});

test("the server is asked for a range in its own words", () => {
  const limits = { from: START, to: START + HOUR, step: 5 * MINUTE };
  assert.deepEqual(seriesQuery({ name: "custom" }, limits), { from: instant(START), to: instant(START + HOUR), step: "PT5M" });
  assert.deepEqual(seriesQuery({ name: "all" }, limits), {});
});

test("a server's answer becomes steps with its own base", () => {
  const answer = {
    from: instant(START), to: instant(START + HOUR), step: "PT30M", before: { contacted: 7, responders: 1 },
    points: [{ at: instant(START + HOUR / 2), contacted: 3, responders: 1 }],
  };
  const steps = serverSteps(answer, campaign());
  assert.deepEqual(steps.rows.map(({ contacted }) => contacted), [0, 3]);
  assert.equal(steps.base.contacted, 7);
  assert.equal(serverSteps(answer, campaign({ audienceSize: 90 })).base.contacted, 90);
});

test("a campaign that is named by events but not defined yet still has its figures over time", () => {
  const now = START + HOUR;
  assert.deepEqual(limitsFor({ name: "all" }, {}, minutes([0, {}]), now), { from: START, to: now + MINUTE, step: MINUTE });
});
