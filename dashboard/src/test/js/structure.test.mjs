import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import "./document.mjs";

const { createFigureGroup } = await load("ui/figure-group.js");
const { createRows } = await load("ui/rows.js");

test("the rows of a list are items of it, each a group with a name within its item", () => {
  const words = { one: (place) => `Limit ${place}`, remove: (place) => `Remove ${place}`, add: "Add", undo: "Undo", none: "None" };
  const { element } = createRows({ caps: [{}, {}] }, "caps", { words, fields: () => [], empty: () => ({}), changed() {} });
  const items = element.all(({ tag }) => tag === "li");
  assert.deepEqual(items.map(({ attributes }) => attributes.role), [undefined, undefined]);
  assert.deepEqual(items.map(({ firstChild }) => [firstChild.attributes.role, firstChild.attributes["aria-label"]]), [["group", "Limit 1"], ["group", "Limit 2"]]);
});

test("a group of figures that stands right under the page's title is a heading of the second level", () => {
  const heading = (options) => createFigureGroup("Who", [], String, options).element.querySelector("h1, h2, h3").tag;
  assert.equal(heading({ level: "h2" }), "h2");
  assert.equal(heading(), "h3");
});
