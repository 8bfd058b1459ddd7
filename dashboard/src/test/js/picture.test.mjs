import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { linesOf, wrapped } = await load("ui/export.js");
const letters = (words) => words.length;

test("what is written above a saved picture breaks between words and is never cut off", () => {
  assert.deepEqual(wrapped("Spring offer · campaign so far", 14, letters), ["Spring offer ·", "campaign so", "far"]);
  assert.deepEqual(wrapped("short", 14, letters), ["short"]);
  assert.deepEqual(wrapped("averyverylongword and", 8, letters), ["averyverylongword", "and"]);
  assert.deepEqual(wrapped("", 8, letters), []);
});

test("a saved picture says with what it is compared and what its note says, and nothing twice", () => {
  assert.deepEqual(linesOf({ subtitle: "Spring · 1 to 2 March", note: "dotted: the day before" }), ["Spring · 1 to 2 March", "dotted: the day before"]);
  assert.deepEqual(linesOf({ subtitle: "Spring · so far", note: "so far" }), ["Spring · so far"]);
  assert.deepEqual(linesOf({ subtitle: "30 baskets", note: "With filters: 30 baskets." }), ["With filters: 30 baskets."]);
  assert.deepEqual(linesOf({ subtitle: "Spring" }), ["Spring"]);
});
