import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, DAY, figures, START } from "./figures.mjs";

const { plannedRate, plannedShare, verdict } = await load("model/plan.js");
const { wilson } = await load("model/interval.js");
const { statusWords } = await load("ui/campaign-row.js");
const { finalityWords, leadWords, planWords } = await load("ui/campaign-head.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");

const curve = [{ after: "P1D", share: 0.4 }, { after: "P5D", share: 0.8 }];
const planned = campaign({ plannedResponseRate: 0.1, plannedResponseCurve: curve });
const flat = campaign({ plannedResponseRate: 0.1 });
const rated = (responders, contacted) => figures({ responders, contacted, responseRate: contacted ? responders / contacted : null });
const kind = (record, known, now) => verdict(record, known, now).kind;

test("the plan's curve is followed between its points and stays at its last", () => {
  const days = [-1, 0, 0.5, 1, 3, 5, 60];
  const shares = days.map((days) => Number(plannedShare(planned, START + days * DAY).toFixed(6)));
  assert.deepEqual(shares, [0, 0, 0.2, 0.4, 0.6, 0.8, 0.8]);
});

test("without a curve the plan is that of the end, without a plan there is none", () => {
  assert.equal(plannedRate(flat, START), 0.1);
  assert.equal(plannedRate(campaign(), START), null);
  assert.equal(plannedRate(campaign({ plannedResponseRate: null }), START), null);
});

test("Wilson's interval is that of the books", () => {
  const [low, high] = wilson(10, 100);
  assert.ok(Math.abs(low - 0.0552) < 5e-4 && Math.abs(high - 0.1744) < 5e-4);
  assert.equal(wilson(0, 0), null);
  assert.equal(wilson(0, 10)[0], 0);
});

test("nobody contacted gives no verdict", () => {
  assert.equal(kind(planned, rated(0, 0), START), "none");
});

test("by now, ahead and behind are outside the interval and on plan is inside", () => {
  const now = START + DAY;
  assert.equal(kind(planned, rated(900, 10_000), now), "ahead");
  assert.equal(kind(planned, rated(402, 10_000), now), "on");
  assert.equal(kind(planned, rated(100, 10_000), now), "behind");
  assert.equal(kind(planned, rated(1, 20), now), "on");
});

test("without a curve a plan is open until it is reached or the campaign is closed", () => {
  assert.equal(kind(flat, rated(500, 10_000), START + DAY), "open");
  assert.equal(kind(flat, rated(1_500, 10_000), START + DAY), "reached");
  assert.equal(kind(flat, rated(500, 10_000), START + 25 * DAY), "missed");
  assert.equal(kind(flat, rated(500, 10_000), START + 23 * DAY), "open");
  assert.equal(kind(flat, rated(500, 10_000), START + 9 * DAY), "open");
});

test("no verdict contradicts the figure beside it", () => {
  const seen = [[620, START + DAY], [590, START + DAY], [620, START + 25 * DAY], [590, START + 25 * DAY], [620, START + 25 * DAY]];
  const sixPercent = campaign({ plannedResponseRate: 0.06 });
  assert.deepEqual(seen.map(([responders, now]) => kind(sixPercent, rated(responders, 10_000), now)), ["within", "open", "reached", "close", "reached"]);
  const words = planWords(verdict(sixPercent, rated(620, 10_000), START + DAY), createFormat({ locale: "en-US" }));
  assert.equal(words, "Plan is 6.0\u202f% in the end:");
});

test("a campaign with a curve is held against its whole plan once it is closed", () => {
  assert.deepEqual([kind(planned, rated(900, 10_000), START + 20 * DAY), kind(planned, rated(900, 10_000), START + 25 * DAY)], ["ahead", "missed"]);
});

test("a verdict is said in plain words with its counts", () => {
  const format = createFormat({ locale: "en-US" });
  const found = verdict(planned, rated(900, 10_000), START + DAY);
  assert.equal(leadWords(found, format), "of 10,000 contacted have responded: 900 customers.");
  assert.equal(planWords(found, format), "Plan was 4.0\u202f% by now:");
  assert.equal(planWords(verdict(campaign(), rated(9, 10), START), format), "No plan to hold it against.");
  assert.match(leadWords({ kind: "none" }, format), /Nobody has been contacted/);
});

test("every verdict has its words and its mark", () => {
  for (const kind of Object.keys(text.verdict.short)) {
    assert.ok(kind in text.verdict.mark, kind);
    assert.ok(["string", "function"].includes(typeof text.verdict[kind]), kind);
  }
});

test("figures say until when they may still move, and when they are final", () => {
  const format = createFormat({ locale: "en-US", timeZone: "UTC" });
  const told = (status, days) => [finalityWords({ status, campaign: campaign() }, START + days * DAY, format), statusWords({ status, campaign: campaign() }, START + days * DAY)];
  assert.deepEqual(told("RUNNING", 1), ["provisional until Nov 25, 2026, 00:00", "running"]);
  assert.deepEqual(told("ENDED", 12), ["provisional until Nov 25, 2026, 00:00", "ended, provisional"]);
  assert.deepEqual(told("ENDED", 25), ["final", "ended"]);
  assert.deepEqual(told("PLANNED", -1), ["", "planned"]);
});
