import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { settled } from "./document.mjs";

const { csv } = await load("ui/export.js");
const { offersCsv } = await load("ui/offer-row.js");
const { createOpportunities, opportunitiesCsv, saveWords } = await load("ui/opportunities.js");
const { createStrongest, strongestCsv } = await load("ui/strongest.js");
const { createFormat } = await load("format.js");
const format = createFormat({ locale: "en-US", timeZone: "UTC" });

const NOW = Date.parse("2026-03-02T12:00:00Z");

test("the list of offers is saved as it is shown, with figures that a spreadsheet reads", () => {
  const figures = { decided: 5, presented: 40, accepted: 4, declined: 1, acceptanceRate: 0.1, revenue: "1234.50", blocked: { NOT_ELIGIBLE: 1_200 } };
  const [head, row] = offersCsv([{ offerId: "filter", name: "Filter, new", productName: "Water filter", productId: "p", live: true, figures }], NOW);
  assert.deepEqual(row, ["Filter, new", "filter", "Water filter", "live", 40, 4, 1, 0.1, "1234.50", "its rule does not hold, 1200×"]);
  assert.equal(head.length, row.length);
  assert.ok(csv([row]).startsWith('"Filter, new",filter,'));
});

test("what is saved stays in one cell, whatever a spreadsheet separates by", () => {
  assert.equal(csv([["x;=1+A1", "x\t=1", "x y"]]), '"x;=1+A1","x\t=1",x y\r\n');
});

test("a number is no formula, though it begins like one", () => {
  const ids = ["-5", "+4912345", "-.5e+3", "-5+1", "+", "=5", "-5\t", "\t5"];
  assert.equal(csv([ids]), `-5,+4912345,-.5e+3,'-5+1,'+,'=5,"'-5\t","'\t5"\r\n`);
});

test("what could be sold is saved with whom it could be sold to", () => {
  const one = { name: "x", kind: "TOP_WITHOUT_PURCHASE", customers: 14, optedOut: 3, averageValue: "20.00", presented: 10, accepted: 1, acceptanceRate: 0.1, expectedRevenue: "28.00", some: ["anna", "ben"] };
  const [head, row] = opportunitiesCsv([one], format);
  assert.deepEqual(row.slice(1), [14, 3, "20.00", 10, 1, 0.1, "28.00", "anna ben"]);
  assert.equal(head.length, row.length);
});

test("what the list of all customers behind what could be sold is called says where it does not hold all", () => {
  assert.equal(saveWords({ listed: 1_200, customers: 1_200 }, format), "Save list");
  assert.equal(saveWords({ listed: 500_000, customers: 600_000 }, format), "Save the first 500,000 of 600,000");
});

const PAIR = { name: "SINGLE_CATEGORY TV/Audio A & B", kind: "SINGLE_CATEGORY", about: "TV/Audio", missing: "A & B", customers: 2, listed: 2, optedOut: 0, averageValue: "20.00", presented: 0, accepted: 0, acceptanceRate: null, expectedRevenue: null, some: ["anna", "bert"] };

/** Opportunities with one, the button that saves its list, and what is said beside it. */
function listOf(one) {
  const could = createOpportunities();
  could.update({ answer: [one] }, format);
  const place = could.element.find("could-save");
  return { button: place.querySelector("button"), said: place.querySelector("p") };
}

/** What is handed to the viewer while `run` does its work: names and texts of files. */
async function handedOver(context, run) {
  const [files, create] = [[], document.createElement];
  context.mock.timers.enable({ apis: ["setTimeout"] });
  context.mock.method(URL, "createObjectURL", (blob) => (files.push({ blob }), "blob:"));
  context.mock.method(document, "createElement", (tag) => Object.assign(create(tag), tag === "a" ? { click() { files.at(-1).name = this.download; } } : {}));
  await run();
  return Promise.all(files.map(async ({ name, blob }) => [name, await blob.text()]));
}

test("a list that can be saved is called by what it is of and what stands on its button", () => {
  const { button } = listOf({ ...PAIR, listed: 500_000, customers: 600_000 });
  assert.equal(button.textContent, "Save the first 500,000 of 600,000");
  assert.equal(button.getAttribute("aria-label"), "600,000 customers buy TV/Audio but not A & B, which go together: Save the first 500,000 of 600,000");
});

test("the list of all customers behind what could be sold is fetched and handed over", async (context) => {
  const asked = [];
  context.mock.method(globalThis, "fetch", async (address) => {
    asked.push(address);
    return new Response("customerId\r\n", { headers: { "content-disposition": 'attachment; filename="some.csv"' } });
  });
  const { button, said } = listOf(PAIR);
  const files = await handedOver(context, async () => {
    button.click();
    button.click();
    assert.equal(said.textContent, "Making the list …");
    for (let n = 0; n < 20 && said.textContent; n++) await settled();
  });
  assert.deepEqual(asked, ["/api/v1/opportunities/customers?name=SINGLE_CATEGORY+TV%2FAudio+A+%26+B"]);
  assert.deepEqual(files, [["some.csv", "customerId\r\n"]]);
  assert.equal(said.textContent, "");
});

test("a list that can not be had says why, and can be asked for again", async (context) => {
  const refusal = JSON.stringify({ title: "Service Unavailable", detail: "Another list is being made." });
  context.mock.method(globalThis, "fetch", async () => new Response(refusal, { status: 503 }));
  const { button, said } = listOf(PAIR);
  const files = await handedOver(context, async () => {
    button.click();
    for (let n = 0; n < 20 && said.textContent.startsWith("Making"); n++) await settled();
  });
  assert.deepEqual(files, []);
  assert.deepEqual([said.textContent, said.getAttribute("class")], ["Not saved. Another list is being made.", "field-error"]);
  button.click();
  assert.equal(said.textContent, "Making the list …");
});

test("the strongest pairs are saved with their ids and names", () => {
  const pair = { one: "p", oneName: "Fridge", other: "q", otherName: null, together: 30, support: 0.03, confidence: 0.3, lift: 6, offered: false };
  const [head, row] = strongestCsv([pair]);
  assert.deepEqual(row, ["p", "Fridge", "q", null, 6, 30, 0.3, 0.03]);
  assert.equal(head.length, row.length);
});

test("there is nothing to save of a list without rows", () => {
  const opportunities = createOpportunities();
  opportunities.update({ answer: null, failure: Object.assign(new Error("no"), { status: 503 }) }, format);
  const [button] = opportunities.element.all((part) => part.tag === "button");
  assert.deepEqual([opportunities.element.hidden, button.hidden], [false, true]);
  assert.ok(createStrongest().element.all((part) => part.tag === "button").length === 1);
});
