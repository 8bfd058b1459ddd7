import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { createPart, settled } from "./document.mjs";
import { campaign, figures, headline } from "./figures.mjs";

globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
const { mountCampaign } = await load("pages/campaign.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");
const format = createFormat({ locale: "en-US", timeZone: "UTC" });

/** The page of a campaign whose record is answered by `server.campaign`, under a clock that is set. */
function open(context, campaign) {
  context.mock.timers.enable({ apis: ["Date"] });
  const server = { campaign };
  const root = createPart();
  const view = { ready: true, campaigns: new Map(), detail: null };
  const draw = () => page.update({ view, route: { query: {} }, now: 0, format, colours: 0 });
  const page = mountCampaign(root, { router: { list: () => "/campaigns", here: () => ({ query: {} }) }, api: { campaign: () => server.campaign() }, redraw: draw }, { id: "spring" });
  context.after(() => page.dispose());
  return { server, root, view, draw, isUnknown: () => root.textContent.includes(text.states.unknownCampaign("spring")), isWaiting: () => root.find("skeleton")?.hidden === false };
}

const unknown = async () => Promise.reject(Object.assign(new Error("no campaign"), { status: 404 }));

test("a campaign that was created a moment ago is waited for, not called unknown", async (context) => {
  const { root, view, draw, isUnknown, isWaiting } = open(context, async () => ({}));
  draw();
  assert.deepEqual([isUnknown(), isWaiting()], [false, true]);
  await settled();
  draw();
  assert.deepEqual([isUnknown(), isWaiting()], [false, true]);
  view.campaigns.set("spring", headline("spring", { name: "Spring" }));
  draw();
  assert.deepEqual([isUnknown(), root.querySelector("h1").textContent], [false, "Spring"]);
});

test("a campaign that the server does not know is unknown until it does", async (context) => {
  const { server, root, view, draw, isUnknown, isWaiting } = open(context, unknown);
  draw();
  await settled();
  assert.equal(isUnknown(), true);
  server.campaign = async () => ({});
  context.mock.timers.tick(2_000);
  draw();
  await settled();
  assert.deepEqual([isUnknown(), isWaiting()], [false, true]);
  view.campaigns.set("spring", headline("spring"));
  draw();
  assert.equal(root.querySelector("h1").textContent, "spring");
});

test("nobody asks whether a campaign is there that the frames tell of", async (context) => {
  const { view, draw } = open(context, () => assert.fail("asked"));
  view.ready = false;
  draw();
  view.ready = true;
  view.campaigns.set("spring", headline("spring"));
  draw();
  await settled();
});

test("charts of a campaign of which nothing has come yet say so, and are not left blank", async (context) => {
  const { root, view, draw } = open(context, async () => ({}));
  view.campaigns.set("spring", headline("spring", { campaign: campaign({ audienceSize: 48_000 }) }));
  view.detail = { points: [], truncated: false, metrics: { version: 1, totals: figures({ contacted: 48_000, responders: 0 }) } };
  draw();
  for (const chart of ["curve", "activity"]) assert.equal(root.find(`panel-${chart}`).find("panel-empty").textContent, text.states.nothingYet, chart);
});
