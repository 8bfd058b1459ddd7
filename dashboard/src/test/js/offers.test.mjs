import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { allOffers, effectRows, effectVerdict, mainBlocks, offerQuery, sortedOffers, standing, suggestions } = await load("model/offers.js");
const { blockedWords, factorWords, otherWords, proposalWords, rateOfWords, silenceWords, suggestionWords, triggerWords } = await load("ui/offer-words.js");
const { opportunityWords, optedOutWords, whoWords } = await load("ui/opportunities.js");
const { dryRunWords } = await load("ui/dry-run.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const NOW = Date.parse("2026-03-02T12:00:00Z");
const offer = (name, figures = {}, more = {}) => ({
  offerId: name, name, live: true, figures: { decided: 0, presented: 0, accepted: 0, revenue: "0.00", blocked: {}, ...figures }, ...more,
});

test("all offers together are counted, not averaged", () => {
  const sum = allOffers([offer("a", { decided: 5, presented: 90, accepted: 9, revenue: "10.10" }), offer("b", { presented: 10, accepted: 6, revenue: "0.95" }, { live: false })]);
  assert.deepEqual(sum, { presented: 100, accepted: 15, rate: 0.15, live: 1, decided: 5, revenue: "11.05" });
  assert.equal(allOffers([offer("a")]).rate, null);
  assert.equal(allOffers([]).revenue, null);
});

test("an offer that is not live says why", () => {
  assert.equal(standing({ live: true, endsAt: "2026-03-01T00:00:00Z" }, NOW), "LIVE");
  assert.equal(standing({ live: false, startsAt: "2026-03-03T00:00:00Z" }, NOW), "PLANNED");
  assert.equal(standing({ live: false, endsAt: "2026-03-01T00:00:00Z" }, NOW), "ENDED");
  assert.equal(standing({ live: false, endsAt: "2026-03-09T00:00:00Z" }, NOW), "SOLD_OUT");
});

test("live offers come first, then those presented most", () => {
  const sorted = sortedOffers([offer("x", { presented: 99 }, { live: false }), offer("b"), offer("a"), offer("c", { presented: 3 })]);
  assert.deepEqual(sorted.map(({ name }) => name), ["c", "a", "b", "x"]);
});

test("what keeps an offer back is told by the rules that do it most, in words", () => {
  const blocked = { OPTED_OUT: 2, OFFER_CAP: 1_200, NOT_ELIGIBLE: 30, SAME_MOMENT: 0 };
  assert.deepEqual(mainBlocks(blocked), [["OFFER_CAP", 1_200], ["NOT_ELIGIBLE", 30]]);
  assert.equal(blockedWords({ blocked }, format), "has had this offer as often as allowed, 1,200×; its rule does not hold, 30×");
  assert.equal(blockedWords({ blocked: {} }, format), "–");
});

test("a rate is told with what it is made of", () => {
  assert.equal(rateOfWords({ accepted: 137, presented: 1_114 }, format), "137 of 1,114");
  assert.equal(rateOfWords({ accepted: 0, presented: 0 }, format), "");
});

const difference = (value, low, high) => ({ difference: value, alwaysValidLow: low, alwaysValidHigh: high });
const effect = (buyers, spend, silent = 500) => ({
  offered: { customers: 9_000, buyers: 900, rate: 0.1, spendPerHead: 5 },
  silent: { customers: silent, buyers: 30, rate: 0.06, spendPerHead: 4 },
  buyers, spend,
});

test("what offers do is said only where a whole range lies on one side of zero", () => {
  const said = (...measures) => effectVerdict(effectRows(effect(...measures)));
  const [up, down, open] = [difference(0.04, 0.01, 0.07), difference(-0.04, -0.07, -0.01), difference(0.01, -0.01, 0.03)];
  assert.equal(said(up, open), "works");
  assert.equal(said(open, down), "hurts");
  assert.equal(said(open, open), "early");
  assert.equal(said(up, down), "mixed");
  assert.equal(said(up, up, 99), "early");
  assert.equal(said(difference(null, null, null), difference(null, null, null)), "early");
});

test("with one side empty there is nothing to compare", () => {
  assert.deepEqual(effectRows(effect(difference(null, null, null), difference(null, null, null), 0)), []);
  assert.equal(effectVerdict([]), null);
});

test("the rows of the effect hold both sides, the difference and its range", () => {
  const [bought, spent] = effectRows(effect(difference(0.04, 0.01, 0.07), difference(1, -1, 3)));
  assert.deepEqual(bought, { variant: "offered", n: 9_000, measure: "conversionRate", value: 0.1, control: 0.06, lift: 0.04, interval: { low: 0.01, high: 0.07 }, verdict: "works" });
  assert.deepEqual([spent.measure, spent.value, spent.control, spent.verdict], ["spendPerHead", 5, 4, "early"]);
});

// 1000 baskets, 100 with the fridge and 50 with the filter, 30 with both: lift 6.
const pair = { one: "fridge", oneName: "Fridge", other: "filter", otherName: null, together: 30, support: 0.03, confidence: 0.3, lift: 6, offered: false };

test("a pair is suggested the way round in which one says most of the other", () => {
  const [found] = suggestions({ total: 1_000, pairs: [pair] });
  assert.deepEqual([found.from, found.to, found.toName], ["filter", "fridge", "Fridge"]);
  assert.ok(Math.abs(found.confidence - 0.6) < 1e-12);
  const [turned] = suggestions({ total: 1_000, pairs: [{ ...pair, one: "filter", other: "fridge", confidence: 0.6 }] });
  assert.equal(turned.from, "filter");
});

test("what is offered already, or together by chance, is not suggested", () => {
  const pairs = [{ ...pair, offered: true }, { ...pair, lift: 1 }, pair, pair, pair];
  assert.equal(suggestions({ total: 1_000, pairs }).length, 3);
  assert.equal(suggestions({ total: 1_000, pairs }, 2).length, 2);
});

test("a suggestion says its figures, and opens a form that is filled in", () => {
  const [found] = suggestions({ total: 1_000, pairs: [pair] });
  assert.deepEqual(suggestionWords(found, format), [
    "Bought together 6 times as often as chance: filter and Fridge.",
    "60.0\u202f% of the baskets with filter hold Fridge, too (30 did).",
  ]);
  assert.deepEqual(offerQuery(found, "product"), { product: "fridge", name: "Fridge", rule: 'owns("filter") && !owns("fridge")' });
  assert.equal(offerQuery({ from: 'a"b', to: "c" }, "category").rule, 'owns("a\\"b") && !owns("c")');
});

test("what an offer proposes is told in words", () => {
  assert.equal(proposalWords({ productId: "p", productName: "Fridge", category: "x" }), "Fridge");
  assert.equal(proposalWords({ productId: "p", productName: null, category: null }), "product p");
  assert.equal(proposalWords({ productId: null, category: "Cooling" }), "any of Cooling");
  assert.equal(proposalWords({}), "something of its own");
});

test("what could be sold is told in words, with how many customers", () => {
  const words = (customers, more) => opportunityWords({ customers, about: null, aboutName: null, missing: null, ...more }, format);
  const filter = { kind: "REPLACEMENT", about: "p", aboutName: "Water filter" };
  assert.equal(words(1_038, filter), "1,038 customers are due for a new Water filter");
  assert.equal(words(1, { ...filter, aboutName: null }), "1 customer is due for a new p");
  assert.equal(words(112, { kind: "SINGLE_CATEGORY", about: "Cooling", missing: "Kitchen" }), "112 customers buy Cooling but not Kitchen, which go together");
  assert.equal(words(14, { kind: "TOP_WITHOUT_PURCHASE" }), "14 of the most valuable fifth have not bought this year");
  assert.equal(words(1, { kind: "TOP_WITHOUT_PURCHASE" }), "1 of the most valuable fifth has not bought this year");
  assert.equal(words(1, { kind: "OTHER" }), "OTHER");
});

test("a list of customers says whether it is all, and how many are left out", () => {
  assert.equal(whoWords({ some: ["a", "b"], customers: 1_200 }, format), "The 2 most valuable of 1,200:");
  assert.equal(whoWords({ some: ["a", "b"], customers: 2 }, format), "All 2, the most valuable first:");
  assert.equal(whoWords({ some: ["a"], customers: 1 }, format), "This one:");
  assert.equal(optedOutWords({ optedOut: 3 }, format), "3 more, who want no marketing");
  assert.equal(optedOutWords({ optedOut: 0 }, format), "");
});

test("the page has words for every reason and every moment that the interface knows", () => {
  const document = JSON.parse(readFileSync(new URL("../../main/resources/openapi/openapi.json", import.meta.url)));
  const { silence, trigger } = document.components.schemas.NextOffer.properties;
  assert.ok(silence.enum.length > 10 && trigger.enum.length > 5);
  for (const word of silence.enum.filter(Boolean)) assert.notEqual(silenceWords(word), word);
  for (const word of trigger.enum.filter(Boolean)) assert.notEqual(triggerWords(word), word);
  assert.deepEqual(Object.keys(text.offers.silence).sort(), silence.enum.filter(Boolean).sort());
});

const weighed = { propensity: 0.41, expectedPropensity: 0.3, presented: 50, context: 1.5, reasons: ["on the line", "cart left"], value: 20.5, lever: 1.1 };

test("why something is offered is told by its factors, those left out that change nothing", () => {
  assert.deepEqual(factorWords(weighed, format), {
    acceptance: "30.0\u202f%, learned from 50 presented", value: "$20.50", context: "× 1.5: on the line, cart left", lever: "× 1.1",
  });
  const plain = factorWords({ ...weighed, presented: 0, context: 1, lever: 1 }, format);
  assert.deepEqual(plain, { acceptance: "30.0\u202f%, not presented to such customers yet", value: "$20.50" });
  assert.equal(factorWords({ ...weighed, reasons: [] }, format).context, "× 1.5");
  assert.deepEqual(factorWords({ ...weighed, propensity: null }, format), {});
});

test("what was thought of beside it says how important it is, or why not", () => {
  assert.deepEqual(otherWords({ offerId: "a", name: "A", priority: 4.25, blockedBy: null, detail: null }, format), ["A", "priority 4.3"]);
  assert.deepEqual(otherWords({ offerId: "b", name: null, priority: 0, blockedBy: "OFFER_CAP", detail: "2 in 168 hours" }, format), [
    "b", "has had this offer as often as allowed (2 in 168 hours)",
  ]);
});

test("trying a rule says how often it would have held, and what was not looked at", () => {
  const answer = { moments: 1_200, fired: 14, customers: 1, truncated: false };
  assert.deepEqual(dryRunWords(answer, format), ["It would have held at 14 of 1,200 moments of the last day, for 1 customer."]);
  assert.equal(dryRunWords({ ...answer, truncated: true }, format).length, 2);
  assert.match(dryRunWords({ ...answer, moments: 0, fired: 0 }, format)[0], /^No moment/);
});
