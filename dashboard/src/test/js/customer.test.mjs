import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createFormat } = await load("format.js");
const { daysToBirthday, firstPurchase, lastPurchase, opposed, runningCampaigns } = await load("model/customer.js");
const { birthdayWords, expectedNote, expectedWords, interactionWords, modelWords, pointsWords, profileWords, reasonWords, soFarWords, tierWords, worthWords } = await load("ui/customer-words.js");
const format = createFormat({ locale: "en-US", timeZone: "America/Los_Angeles", currency: "USD" });

const value = (changes = {}) => ({
  asOf: "1997-09-30", purchaseDays: 3, repeatPurchases: 2, recencyWeeks: 213 / 7, ageWeeks: 272 / 7, spend: "90.00", meanSpend: "35.00",
  expectedPurchases: 1.226, expectedSpend: "42.96", probabilityAlive: 0.7266, percentile: 97.38, ...changes,
});
const buyer = (changes = {}) => ({ customerId: "anna", tier: "A", isNew: false, value: value(changes) });
const newcomer = { customerId: "neu", tier: "C", isNew: true, value: value({ purchaseDays: 0, recencyWeeks: null, ageWeeks: null, spend: "0.00", meanSpend: null, expectedPurchases: null, expectedSpend: null, probabilityAlive: null, percentile: 0 }) };

test("a tier says what it stands for", () => {
  assert.deepEqual(["A", "B", "C", undefined].map(tierWords), ["A · best 5 %", "B · next 15 %", "C", "–"]);
});

test("a birthday within a week is told, over the turn of the year and in leap years", () => {
  assert.equal(daysToBirthday("1984-03-01", "2026-03-01"), 0);
  assert.equal(daysToBirthday("1984-01-02", "2026-12-31"), 2);
  assert.equal(daysToBirthday("1984-03-08", "2026-03-01"), 7);
  assert.equal(daysToBirthday("1984-03-09", "2026-03-01"), null);
  assert.equal(daysToBirthday("1984-02-28", "2026-03-01"), null);
  assert.equal(daysToBirthday("1984-02-29", "2028-02-28"), 1);
  assert.equal(daysToBirthday("1984-02-29", "2026-02-28"), 1);
  assert.equal(daysToBirthday(null, "2026-03-01"), null);
  assert.deepEqual(["2026-03-01", "2026-02-28", "2026-02-26", "2026-01-01"].map((today) => birthdayWords("1984-03-01", today)), ["today", "tomorrow", "in 3 days", ""]);
});

test("first and last purchase are days of the calendar, whatever the viewer's zone", () => {
  assert.equal(lastPurchase(value()), "1997-08-02");
  assert.equal(firstPurchase(value()), "1997-01-01");
  assert.equal(lastPurchase(value({ recencyWeeks: 0, ageWeeks: 0 })), "1997-09-30");
  assert.equal(lastPurchase(newcomer.value), null);
  assert.equal(firstPurchase({ asOf: null, ageWeeks: null }), null);
  assert.deepEqual(soFarWords(buyer(), format), { purchaseDays: "3", lastPurchase: "Aug 2, 1997", customerSince: "Jan 1, 1997", meanSpend: "$35.00", spend: "$90.00" });
  assert.equal(profileWords({ birthday: "1984-03-01" }, format).birthday, "Mar 1, 1984");
});

test("a rank is never rounded up to all customers", () => {
  assert.deepEqual(worthWords(buyer(), format), { label: "Worth more than", figure: "97.3\u202f%", words: "of all customers" });
  assert.equal(worthWords(buyer({ percentile: 99.99 }), format).figure, "99.9\u202f%");
  assert.deepEqual(worthWords(buyer({ percentile: 100 }), format), { label: "Rank", figure: "", words: "first: nobody is known to be worth more" });
});

test("who is not ranked or has not bought has no worth, not one of zero", () => {
  assert.deepEqual(worthWords(buyer({ percentile: null }), format), { label: "Rank", figure: "", words: "none yet, while customers are being ranked" });
  assert.deepEqual(worthWords(newcomer, format), { label: "Rank", figure: "", words: "none before the first purchase" });
  assert.deepEqual(expectedWords(newcomer, format), { expectedSpend: "–", expectedPurchases: "–", probabilityAlive: "–" });
  assert.equal(soFarWords(newcomer, format).lastPurchase, "–");
});

test("expected figures say as of when, or that there is no model", () => {
  assert.deepEqual(expectedWords(buyer(), format), { expectedSpend: "$42.96", expectedPurchases: "1.23", probabilityAlive: "72.7\u202f%" });
  assert.equal(expectedNote(buyer(), format), "as of Sep 30, 1997");
  assert.equal(expectedNote(buyer({ expectedPurchases: null }), format), "No value model yet");
  assert.equal(expectedNote(newcomer, format), "");
});

test("a profile shows what there is, and every number and address", () => {
  const none = profileWords({ birthday: null, segment: null, language: null, phones: [], emails: [] }, format);
  assert.deepEqual(none, { birthday: "–", segment: "–", language: "–", phones: "–", emails: "–" });
  const some = profileWords({ language: "de", phones: ["+49301", "+49302"] }, format);
  assert.deepEqual([some.language, some.phones], ["German", "+49301\n+49302"]);
  assert.equal(profileWords({ language: "de_DE?" }, format).language, "de_DE?");
});

test("each opt-out is to be avoided", () => {
  assert.deepEqual(opposed({ marketingOptOut: true, doNotCall: true }), ["marketing", "call"]);
  assert.deepEqual(opposed({ marketingOptOut: false, doNotCall: true }), ["call"]);
  assert.deepEqual(opposed({ marketingOptOut: false, doNotCall: false }), []);
});

test("the value model is told in a line, also while there is none", () => {
  const answer = { asOf: "1997-09-30", sampleSize: 2_357, horizonWeeks: 52 };
  assert.equal(modelWords({ answer }, format), "Fitted as of Sep 30, 1997 to 2,357 customers; expected figures are over the next 52 weeks.");
  assert.match(modelWords({ answer: null, failure: { status: 404 } }, format), /^No model yet: /);
  assert.match(modelWords({ answer: null, failure: { status: 503 } }, format), /does not say/);
  assert.equal(modelWords({ answer: null, failure: null }, format), "");
});

test("an interaction says when, what and for how much", () => {
  const at = "2026-03-02T12:00:30Z";
  const words = (changes) => interactionWords({ at, kind: "CALL", act: null, channel: null, amount: null, ...changes }, format);
  assert.deepEqual(words({}), ["Mar 2, 04:00", "Call", ""]);
  assert.deepEqual(words({ act: "ABANDONED" })[1], "Call · gave up waiting");
  assert.deepEqual(words({ kind: "VISIT", act: "ADD_TO_CART" })[1], "Web visit · put into the cart");
  assert.deepEqual(words({ kind: "ORDER", channel: "WEB", amount: "12.34" }).slice(1), ["Order · Web", "$12.34"]);
  assert.deepEqual(words({ kind: "RETURN", channel: "KIOSK", amount: "12.34" }).slice(1), ["Return · KIOSK", "\u2212$12.34"]);
  assert.deepEqual(words({ kind: "OTHER", channel: "CHAT", act: "COMPLAINT" })[1], "Inbound · Chat · complaint");
});

test("a campaign that only contacted the customer is none they responded to", () => {
  const [spring, may] = [{ campaignId: "spring", respondedAt: "2026-03-02T11:59:30Z" }, { campaignId: "may", respondedAt: null }];
  assert.deepEqual(runningCampaigns({ runningCampaigns: [spring, may] }), { responded: [spring], unanswered: [may] });
  assert.deepEqual(runningCampaigns({ runningCampaigns: [] }), { responded: [], unanswered: [] });
});

test("a reason is told in words, with its points", () => {
  assert.equal(reasonWords("ABANDONED_CART"), "Left a cart behind");
  assert.equal(reasonWords("NEWER_THAN_THIS_PAGE"), "NEWER_THAN_THIS_PAGE");
  assert.equal(pointsWords(43.8, format), "+43.8");
});

test("every phase of a call is said in words, also while it goes on", () => {
  const words = (act) => interactionWords({ at: "2026-03-02T08:00:00Z", kind: "CALL", act, channel: null, amount: null }, format)[1];
  assert.deepEqual(["QUEUED", "ANSWERED", "TRANSFERRED", "ENDED", "ABANDONED"].map(words), ["Call · waiting", "Call · on the line", "Call · passed on", "Call · answered", "Call · gave up waiting"]);
});
