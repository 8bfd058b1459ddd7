import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createKeymap } = await load("keys.js");
const map = () => createKeymap({ "g c": "campaigns", "/": "search", c: "other" });

test("a key and a sequence of keys name their action", () => {
  const read = map();
  assert.equal(read("/", 0), "search");
  assert.equal(read("g", 10), null);
  assert.equal(read("c", 20), "campaigns");
  assert.equal(read("c", 30), "other");
});

test("a sequence that was left is forgotten", () => {
  const read = map();
  read("g", 0);
  assert.equal(read("c", 2_000), "other");
  read("g", 3_000);
  assert.equal(read("x", 3_010), null);
  assert.equal(read("c", 3_020), "other");
});
