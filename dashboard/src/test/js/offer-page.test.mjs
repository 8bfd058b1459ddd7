import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { createPart, settled } from "./document.mjs";

const { mountOffer } = await load("pages/offer.js");
const { createOfferRow } = await load("ui/offer-row.js");
const { rateWords, termWords } = await load("ui/offer-sheet.js");
const { parseRoute, paths } = await load("router.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const figures = { decided: 60, presented: 50, accepted: 5, declined: 9, acceptanceRate: 0.1, revenue: "123.40", blocked: { OPTED_OUT: 2, NOT_ELIGIBLE: 1_200, OFFER_CAP: 30, SAME_MOMENT: 0 } };
const offer = {
  offerId: "filter", name: "Fresh filter", pitch: "It is due", productId: "p", productName: "Filter", category: null, startsAt: "2026-03-01T00:00:00Z", endsAt: null, channels: ["WEB", "PHONE"],
  value: "13.00", lever: 50, eligibility: 'owns("purifier")', quantityCap: 100, live: true, figures,
};

/** The page of the offer, whose server lists `offers` and knows `record`. */
function open(context, { offers, record = async () => offer }) {
  context.mock.timers.enable({ apis: ["setInterval", "Date"] });
  const server = { offers };
  const root = createPart();
  const page = mountOffer(root, { router: {}, api: { offers: async () => ({ offers: server.offers, asOf: "2026-03-02T12:00:00Z" }), offer: record }, redraw: () => page.update({ format }), isPaused: () => false }, { id: "filter" });
  context.after(() => page.dispose());
  const later = async (millis) => {
    context.mock.timers.tick(millis);
    await settled();
    page.update({ format });
  };
  return { root, server, later, page };
}

test("an offer is looked at before it is edited", () => {
  assert.deepEqual(parseRoute(paths.offer("a/b")), { page: "offers", id: "a/b", query: {} });
  assert.deepEqual([parseRoute("/offers/new").page, parseRoute("/offers/policy").page], ["offerForm", "offerPolicy"]);
  assert.equal(createOfferRow("filter").link.getAttribute("href"), "/offers/filter");
});

test("the page of an offer says how it is taken, what keeps it back and what it is", async (context) => {
  const { root, later, page } = open(context, { offers: [offer] });
  await later(0);
  const said = root.textContent;
  assert.equal(page.title(), "Fresh filter");
  for (const words of ["10.0", "5 of 50", "5 accepted, 9 declined", "$123.40", "Web, Phone", "5 of 100 accepted", 'owns("purifier")', "It is due"]) assert.ok(said.includes(words), words);
  const [eligible, cap, optedOut] = ["NOT_ELIGIBLE", "OFFER_CAP", "OPTED_OUT"].map((rule) => said.indexOf(text.offers.silence[rule]));
  assert.ok(eligible > 0 && eligible < cap && cap < optedOut);
  assert.ok(!said.includes(text.offers.silence.SAME_MOMENT));
  assert.equal(root.all((part) => part.getAttribute("href") === "/offers/filter/edit").length, 1);
});

test("an offer that was created a moment ago is waited for", async (context) => {
  const created = open(context, { offers: [] });
  await created.later(500);
  assert.equal(created.root.find("skeleton").hidden, false);
  created.server.offers = [offer];
  await created.later(1_500);
  assert.deepEqual([created.root.querySelector("h1").textContent, created.root.find("skeleton").hidden], ["Fresh filter", true]);
});

test("an offer that nobody knows is unknown until it is known", async (context) => {
  const unknown = open(context, { offers: [], record: async () => Promise.reject(Object.assign(new Error("no offer"), { status: 404 })) });
  await unknown.later(500);
  await unknown.later(500);
  assert.equal(unknown.root.querySelector("h1").textContent, text.offerForm.unknown("filter"));
  unknown.server.offers = [offer];
  await unknown.later(1_500);
  assert.equal(unknown.root.querySelector("h1").textContent, "Fresh filter");
});

test("what is open about an offer is said in words", () => {
  const bare = { ...offer, startsAt: null, channels: [], lever: 0, quantityCap: null, productId: null };
  const { from, to, channels, lever, quantityCap, proposes } = termWords(bare, format);
  const words = text.offer;
  assert.deepEqual([from, to, channels, lever, quantityCap, proposes], [words.always, words.open, words.anywhere, words.noLever, words.noCap, text.offers.something]);
  assert.equal(rateWords({ accepted: 0, presented: 0 }, format), text.offers.nonePresented);
});
