import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { createPart, settled } from "./document.mjs";
import { campaign, HOUR, instant, START } from "./figures.mjs";

globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
const { createChartSteps } = await load("ui/chart-steps.js");
const { createLift } = await load("ui/lift.js");
const { createTrouble } = await load("ui/trouble.js");
const { mountAffinity } = await load("pages/affinity.js");
const { mountOffers } = await load("pages/offers.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const down = async () => Promise.reject(Object.assign(new Error("no figures yet"), { status: 503 }));

/** A page whose server can be changed, under a clock that is set. */
function open(context, mount, api, query = {}) {
  context.mock.timers.enable({ apis: ["setInterval", "Date"] });
  const server = { ...api };
  const calls = Object.fromEntries(Object.keys(api).map((name) => [name, (...asked) => server[name](...asked)]));
  const root = createPart();
  const draw = () => page?.update({ view: {}, route: { query }, now: START, format });
  const page = mount(root, { router: { here: () => ({ query }) }, api: calls, redraw: draw, isPaused: () => false }, {});
  context.after(() => page.dispose());
  const later = async (millis) => {
    context.mock.timers.tick(millis);
    await settled();
    draw();
  };
  return { root, server, later };
}

/** What is said of trouble by now, and as of which part. */
const said = (root) => root.all((part) => part.classes().has("banner-stale") && !part.hidden).map((part) => part.textContent);

test("a line of trouble says since when figures stand, and marks them, until they are had again", () => {
  const figures = createPart();
  const trouble = createTrouble({ marked: [figures] });
  const failure = Object.assign(new Error("no figures yet"), { status: 503 });
  trouble.update({ answer: null, answeredAt: null, failure }, format);
  assert.deepEqual([trouble.element.textContent, figures.getAttribute("data-card")], [text.trouble.failed("no figures yet"), null]);
  trouble.update({ answer: {}, answeredAt: START, failure: new Error("unreachable") }, format);
  assert.deepEqual([trouble.element.textContent, figures.getAttribute("data-card")], [text.trouble.stale("00:00:00", ""), "stale"]);
  trouble.update({ answer: {}, answeredAt: START, failure: null }, format);
  assert.deepEqual([trouble.element.hidden, figures.getAttribute("data-card")], [true, null]);
});

const effect = { offered: { customers: 0 }, silent: { customers: 0 }, buyers: {}, spend: {} };
const offers = { offers: async () => ({ offers: [], effect, asOf: instant(START) }), strongestPairs: async () => ({ pairs: [], total: 0 }), opportunities: async () => [] };

test("what could be sold and what is worth an offer say that they could not be had", async (context) => {
  const { root, later } = open(context, mountOffers, { ...offers, strongestPairs: down, opportunities: down });
  await later(500);
  assert.deepEqual(said(root), [text.trouble.failed("no figures yet"), text.trouble.failed("no figures yet")]);
  assert.ok(!root.textContent.includes(text.offers.suggestions.none) || root.all((part) => part.textContent === text.offers.suggestions.none)[0].hidden);
});

test("figures of offers that are no longer fresh look it", async (context) => {
  const { root, server, later } = open(context, mountOffers, offers);
  await later(500);
  assert.deepEqual([said(root), root.find("stats").getAttribute("data-card")], [[], null]);
  server.offers = down;
  await later(1_500);
  assert.equal(root.find("stats").getAttribute("data-card"), "stale");
  assert.match(said(root)[0], /^These figures are as of .*: no figures yet/);
});

test("figures of what is bought together that are no longer fresh look it", async (context) => {
  const pairs = { baskets: 5, total: 10, partners: 0, lookedAt: 0, item: "p", name: null, missing: 0, pairs: [], recentDays: 7 };
  const { root, server, later } = open(context, mountAffinity, { affinity: async () => pairs, strongestPairs: async () => ({ pairs: [] }) }, { product: "p" });
  await later(500);
  server.affinity = down;
  await later(2_500);
  assert.equal(root.find("panel-affinity").getAttribute("data-card"), "stale");
  assert.match(said(root)[0], /^These figures are as of .*: no figures yet/);
});

/** The comparison with the control group, and what came of each question. */
function openLift(context) {
  context.mock.timers.enable({ apis: ["Date"] });
  const stage = { answers: [] };
  const lift = createLift({ api: { lift: () => new Promise((answer, fail) => stage.answers.push({ answer, fail })) }, campaignId: "spring", onNews: () => {} });
  const update = (version) => lift.update({ byVariant: { CONTROL: {} }, version }, campaign(), START, format);
  const after = async (act) => (act(), await settled());
  return { stage, lift, update, after };
}

const measure = (value) => ({ value, lift: 0.01, alwaysValidInterval: { low: -0.01, high: 0.03 } });
const report = (n) => ({ control: { n, responseRate: { value: 0.1 } }, variants: [{ variant: "A", n, responseRate: measure(0.11) }] });

test("a lift that could not be had says so in its panel, and is asked for again", async (context) => {
  const { stage, lift, update, after } = openLift(context);
  update(1);
  await after(() => stage.answers[0].fail(new Error("unreachable")));
  update(1);
  assert.deepEqual([lift.element.hidden, said(lift.element)], [false, [text.trouble.failed("")]]);
  context.mock.timers.tick(5_000);
  update(1);
  await after(() => stage.answers[1].answer(report(1_000)));
  update(1);
  assert.deepEqual([lift.element.hidden, said(lift.element), stage.answers.length], [false, [], 2]);
  context.mock.timers.tick(5_000);
  update(2);
  await after(() => stage.answers[2].fail(new Error("unreachable")));
  update(2);
  assert.equal(said(lift.element).length, 1);
  assert.match(lift.element.textContent, /1,000 customers held out/);
});

test("an older answer about lift never stands in for a newer one", async (context) => {
  const { stage, lift, update, after } = openLift(context);
  update(1);
  context.mock.timers.tick(6_000);
  update(2);
  await after(() => stage.answers[0].answer(report(1_000)));
  update(2);
  context.mock.timers.tick(6_000);
  update(2);
  assert.equal(stage.answers.length, 2);
  await after(() => stage.answers[1].answer(report(2_000)));
  update(2);
  assert.match(lift.element.textContent, /2,000 customers held out/);
});

test("a comparison that could not be had is told apart from the range it is for", async () => {
  const api = { series: async (id, { from }) => (Date.parse(from) < START ? down() : { from, to: instant(START + HOUR), step: "PT5M", points: [], before: {} }) };
  const steps = createChartSteps({ api, campaignId: "spring", onNews() {} });
  const detail = { truncated: true, points: [[START + HOUR, {}]], metrics: { totals: {} } };
  const read = () => steps.read({ name: "custom", from: START, to: START + HOUR }, "previous", campaign(), detail, START + HOUR);
  read();
  await settled();
  const { failure, pastFailure, steps: shown } = read();
  assert.deepEqual([failure, pastFailure?.message, shown !== null], [null, "no figures yet", true]);
  steps.dispose();
});
