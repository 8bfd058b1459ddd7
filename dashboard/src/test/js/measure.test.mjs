import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createMeasure } = await load("charts/measure.js");

/** Canvases that know what they were asked; a font counts each time it is set. */
function canvases() {
  const made = [];
  return {
    made,
    create() {
      const context = { fonts: [], texts: [], set font(font) { this.fonts.push(font); }, measureText(words) { this.texts.push(words); return { width: words.length }; } };
      made.push(context);
      return { getContext: () => context };
    },
  };
}

test("no canvas is asked for more texts than it may remember", () => {
  const { made, create } = canvases();
  const measure = createMeasure(create, 3);
  const widths = ["a", "bb", "ccc", "dddd"].map((words) => measure(words, "12px A").width);
  assert.deepEqual(widths, [1, 2, 3, 4]);
  assert.deepEqual(made.map(({ texts }) => texts), [["a", "bb", "ccc"], ["dddd"]]);
});

test("each canvas is told the font once, and again where another is wanted", () => {
  const { made, create } = canvases();
  const measure = createMeasure(create, 4);
  for (const font of ["A", "A", "B", "A", "A"]) measure("text", font);
  assert.deepEqual(made.map(({ fonts }) => fonts), [["A", "B", "A"], ["A"]]);
});
