import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, DAY, HOUR, instant, START } from "./figures.mjs";

const { createStepsSource } = await load("ui/steps-source.js");
const now = START + 30 * DAY;
const detail = { points: [[now - HOUR, {}], [now, {}]], truncated: true, metrics: { totals: {} } };
const custom = (from, to) => ({ name: "custom", from: START + from, to: START + to });

/** A source whose questions are answered when the test says so. */
function asked(options) {
  const open = [];
  const api = { series: (id, query) => new Promise((answer, refuse) => open.push({ answer: () => answer({ from: query.from ?? instant(START), to: query.to ?? instant(now), step: "PT1H", points: [] }), refuse })) };
  const source = createStepsSource({ api, campaignId: "spring", onNews() {} }, options);
  return { open, read: (range) => source.read(range, campaign(), detail, now) };
}

const answered = () => new Promise((resolve) => setImmediate(resolve));

test("a range that lies further back than the page reaches has no steps until the server has told them", async () => {
  const { open, read } = asked();
  assert.equal(read({ name: "all" }).steps, null);
  open[0].answer();
  await answered();
  assert.equal(read({ name: "all" }).steps.from, START);
});

test("another range does not show the steps of the one before, and does not fail for it", async () => {
  const { open, read } = asked();
  read(custom(0, DAY));
  open[0].answer();
  await answered();
  assert.notEqual(read(custom(0, DAY)).steps, null);
  assert.equal(read(custom(DAY, 2 * DAY)).steps, null);
  open[1].refuse(new Error("unreachable"));
  await answered();
  assert.equal(read(custom(DAY, 2 * DAY)).failure.message, "unreachable");
  assert.equal(read(custom(2 * DAY, 3 * DAY)).failure, null);
});

test("what moves with the time is shown as of a moment ago, as long as it is of the same length", async () => {
  const { open, read } = asked({ moves: true });
  read(custom(0, DAY));
  open[0].answer();
  await answered();
  assert.notEqual(read(custom(HOUR, DAY + HOUR)).steps, null);
  assert.equal(read(custom(HOUR, DAY)).steps, null);
});
