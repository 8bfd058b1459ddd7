import "./document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

document.createElementNS = () => document.createElement();
const { createLiveChip, whatTheLineDoes } = await load("ui/frame.js");
const { text } = await load("messages.js");
const format = { clock: (at) => `at ${at}` };

test("the chip's name is what it says and what it does, and its clock is none of it", () => {
  const { element, update } = createLiveChip(() => {});
  const name = () => element.all(({ attributes, tag }) => !("aria-hidden" in attributes) && tag === "span").map(({ textContent }) => textContent).join("");
  update({ kind: "live" }, format, 1);
  const first = name();
  update({ kind: "live" }, format, 2);
  assert.equal(name(), first);
  assert.equal(first, "live. Pause live figures");
  assert.equal(element.find("live-time").textContent, "at 2");
  assert.equal(element.find("live-time").attributes["aria-hidden"], "true");
  update({ kind: "paused", since: 3 }, format, 4);
  assert.equal(name(), "paused. Go on");
  update({ kind: "reconnecting" }, format, 5);
  assert.equal(name(), "reconnecting. Pause live figures");
  assert.deepEqual(["aria-pressed" in element.attributes, "aria-label" in element.attributes], [false, false]);
});

test("what is announced of the line makes sense alone", () => {
  for (const kind of ["live", "paused", "connecting", "unreachable", "reconnecting", "stale", "catching-up", "degraded"]) {
    assert.match(text.liveHint[kind], /^[A-Z].*[.]$|: see Data quality\.$/, kind);
    assert.ok(text.live[kind], kind);
  }
});

test("whatever keeps the figures from being live is said at the foot, where the header may be out of sight", () => {
  const said = (kind) => whatTheLineDoes({ kind, since: 1 }, format).length;
  assert.deepEqual(["stale", "unreachable", "reconnecting", "paused", "catching-up", "degraded"].map(said), [1, 1, 1, 1, 1, 1]);
  assert.deepEqual(["live", "connecting"].map(said), [0, 0]);
});
