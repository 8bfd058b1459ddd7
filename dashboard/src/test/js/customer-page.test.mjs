import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { createPart, settled } from "./document.mjs";

const { mountCustomer } = await load("pages/customer.js");
const { createFormat } = await load("format.js");
const format = createFormat({ locale: "en-US", timeZone: "UTC" });

const card = {
  customerId: "anna", name: "Anna", birthday: null, phones: [], emails: [], segment: null, language: null, marketingOptOut: false, doNotCall: false, updatedAt: null, tier: "A", isNew: true,
  value: { asOf: null, purchaseDays: 0, recencyWeeks: null, ageWeeks: null, spend: "0.00", meanSpend: null, expectedPurchases: null, expectedSpend: null, probabilityAlive: null, percentile: null },
  lastInteractions: [], openComplaintSince: null, runningCampaigns: [], priority: { score: 0, reasons: [] },
  offer: { decisionId: null, customerId: null, trigger: null, at: null, channel: null, offer: null, silence: "NO_OFFER", candidates: [] },
};
const refusal = (status) => Object.assign(new Error("unknown to the server"), { status });

/** The page of a customer whose card is answered by `answers.customer`, under a clock that is set. */
function open(context, customer = async () => card) {
  context.mock.timers.enable({ apis: ["setInterval", "Date"] });
  const answers = { customer };
  const root = createPart();
  const page = mountCustomer(root, { router: {}, api: { customer: () => answers.customer(), valueModel: async () => ({}) }, redraw: () => draw(), isPaused: () => false, announce() {} }, { id: "anna" });
  const draw = () => page.update({ view: { campaigns: new Map() }, now: 0, format });
  context.after(() => page.dispose());
  return {
    root, answers, draw,
    async later(millis) {
      context.mock.timers.tick(millis);
      await settled();
    },
  };
}

test("a card stays when the server says once that it does not know the customer, and says so", async (context) => {
  const { root, answers, later } = open(context);
  await later(500);
  answers.customer = async () => Promise.reject(refusal(404));
  await later(4_500);
  assert.equal(root.find("notice"), null);
  assert.equal(root.getAttribute("data-card"), "stale");
  assert.match(root.find("card-trouble").textContent, /^This card is as of .*: unknown to the server/);
  answers.customer = async () => ({ ...card, name: "Anna B." });
  await later(4_500);
  assert.equal(root.querySelector("h1").textContent, "Anna B.");
  assert.equal(root.find("card-trouble").hidden, true);
});

test("a customer who is unknown at first has a card once they are known", async (context) => {
  const { root, answers, later } = open(context, async () => Promise.reject(refusal(404)));
  await later(500);
  assert.match(root.find("notice").textContent, /Nothing is known of a customer/);
  assert.equal(root.find("customer-head"), null);
  answers.customer = async () => card;
  await later(4_500);
  assert.equal(root.find("notice"), null);
  assert.equal(root.querySelector("h1").textContent, "Anna");
});
