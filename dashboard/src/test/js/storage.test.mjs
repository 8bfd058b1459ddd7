import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { load } from "./assets.mjs";
import "./document.mjs";

const { applyTheme, chosenTheme } = await load("theme.js");
const { singleKeys } = await load("ui/help.js");
const { remember, remembered } = await load("storage.js");
document.documentElement = { dataset: {} };

const stored = new Map();
const WORKS = { getItem: (name) => stored.get(name) ?? null, setItem: (name, value) => stored.set(name, value) };
const offer = (get) => Object.defineProperty(globalThis, "localStorage", { configurable: true, get });

afterEach(() => {
  stored.clear();
  offer(() => WORKS);
  applyTheme("system");
});

test("what is chosen is remembered", () => {
  offer(() => WORKS);
  applyTheme("dark");
  assert.deepEqual([stored.get("campaign-pulse.theme"), chosenTheme(), document.documentElement.dataset.theme], ["dark", "dark", "dark"]);
});

test("a browser that may store nothing shows the page all the same, and keeps what is chosen until it is closed", () => {
  offer(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  assert.deepEqual([chosenTheme(), singleKeys()], ["system", true]);
  applyTheme("dark");
  assert.deepEqual([chosenTheme(), document.documentElement.dataset.theme], ["dark", "dark"]);
});

test("a store without room is as none, until there is room again", () => {
  offer(() => ({ ...WORKS, setItem: () => { throw new DOMException("full", "QuotaExceededError"); } }));
  stored.set("colour", "old");
  remember("colour", "new");
  assert.equal(remembered("colour"), "new");
  offer(() => WORKS);
  remember("colour", "newer");
  assert.deepEqual([remembered("colour"), stored.get("colour")], ["newer", "newer"]);
});
