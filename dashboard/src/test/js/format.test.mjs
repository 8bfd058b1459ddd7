import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { addMoney, createFormat, pageLocale } = await load("format.js");
const format = createFormat({ locale: "en-US", timeZone: "UTC", currency: "USD" });

test("what does not exist is a dash, and zero is not", () => {
  for (const write of [format.count, format.rate, format.money, format.moment]) assert.equal(write(null), "–");
  assert.equal(format.count(undefined), "–");
  assert.equal(format.count(0), "0");
  assert.equal(format.rate(0), "0.0\u202f%");
});

test("counts have thousands, rates one decimal", () => {
  assert.equal(format.count(112_400), "112,400");
  assert.equal(format.rate(0.12643), "12.6\u202f%");
  assert.equal(format.rate(1), "100.0\u202f%");
  assert.deepEqual([31.44, 4_461.8].map(format.decimal), ["31.4", "4,462"]);
  assert.deepEqual([0.051, -0.002].map(format.points), ["+5.1 points", "\u22120.2 points"]);
  assert.equal(format.signedRate(0.31), "+31.0\u202f%");
});

test("money is written exactly from its decimal string", () => {
  assert.equal(format.money("9007199254740993.25"), "$9,007,199,254,740,993.25");
  assert.equal(format.money("-12.3"), "-$12.30");
  assert.equal(format.roundMoney("184220.49"), "$184,220");
  assert.equal(format.roundMoney("12.30"), "$12.30");
  assert.equal(format.compactMoney("2310000"), "$2.31M");
});

test("money is written in the reporting currency", () => {
  assert.equal(createFormat({ locale: "en-US", currency: "EUR" }).money("1"), "€1.00");
});

test("times are in the viewer's zone, on a clock of 24 hours", () => {
  const berlin = createFormat({ locale: "en-GB", timeZone: "Europe/Berlin" });
  assert.equal(berlin.clock("2026-11-22T23:05:06Z"), "00:05:06");
  assert.equal(berlin.moment("2026-11-22T23:05:00Z"), "23 Nov 2026, 00:05");
  assert.match(berlin.timeZone, /^Europe\/Berlin \(GMT\+[12]\)$/);
  assert.equal(format.timeZone, "UTC");
});

test("spans are in their largest exact unit", () => {
  assert.deepEqual([60_000, 900_000, 3_600_000, 172_800_000].map(format.span), ["1 minute", "15 minutes", "1 hour", "2 days"]);
});

test("money is added without losing a cent", () => {
  assert.equal(addMoney(["0.10", "0.20"]), "0.30");
  assert.equal(addMoney(["9007199254740993.01", "0.01", null, undefined]), "9007199254740993.02");
  assert.equal(addMoney(["1.5", "-2.75"]), "-1.25");
  assert.equal(addMoney(["-0.50"]), "-0.50");
  assert.equal(addMoney([]), "0");
});

test("the locale is the viewer's if it is in the page's language", () => {
  assert.equal(pageLocale(["de-DE", "en-US"]), "en-US");
  assert.equal(pageLocale(["ko-KR"]), "en-GB");
});

test("small shares and factors have as many decimals as those above and below them", () => {
  const format = createFormat({ locale: "en-US", timeZone: "UTC" });
  assert.deepEqual([0.002, 0.0023, null].map(format.fineRate), ["0.20\u202f%", "0.23\u202f%", "–"]);
  assert.deepEqual([5.4, 2.68, null].map(format.fine), ["5.40", "2.68", "–"]);
});
