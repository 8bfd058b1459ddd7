import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createPlaces } = await load("places.js");

function storageOf() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
}

/** A viewer in a history of entries, whose page lets them back to a place once it is `drawn`. */
function visit({ state = null, storage = storageOf() } = {}) {
  const visitor = { at: { top: 0, link: null }, drawn: true, time: 0, history: { state, replaceState: (state) => (visitor.history.state = state) } };
  const restore = (place) => visitor.drawn && (visitor.at = place, true);
  visitor.places = createPlaces({ here: (link) => ({ ...visitor.at, link: link ?? visitor.at.link }), restore, history: visitor.history, storage, now: () => visitor.time });
  visitor.places.begin();
  return visitor;
}

function leave(visitor, link = null) {
  visitor.places.keep(link);
  const state = visitor.places.further();
  visitor.at = { top: 0, link: null };
  return state;
}

function goBack(visitor, state) {
  visitor.places.keep();
  visitor.places.back(state);
  visitor.places.settle();
  return visitor.at;
}

test("back and forward lead to where one was, and to the link by which one left", () => {
  const visitor = visit();
  const list = visitor.history.state;
  visitor.at = { top: 700, link: null };
  const campaign = leave(visitor, "/campaigns/spring");
  visitor.at = { top: 40, link: null };
  assert.deepEqual(goBack(visitor, list), { top: 700, link: "/campaigns/spring" });
  assert.deepEqual(goBack(visitor, campaign), { top: 40, link: null });
});

test("a further page begins at its top", () => {
  const visitor = visit();
  visitor.at = { top: 700, link: null };
  leave(visitor);
  visitor.places.settle();
  assert.equal(visitor.at.top, 0);
});

test("a page that is not there yet is waited for, but not for long, and not against the viewer", () => {
  for (const [change, expected] of [[() => {}, 700], [(visitor) => (visitor.time = 60_000), 0], [(visitor) => visitor.places.forget(), 0]]) {
    const visitor = visit();
    const list = visitor.history.state;
    visitor.at = { top: 700, link: null };
    leave(visitor);
    visitor.drawn = false;
    goBack(visitor, list);
    change(visitor);
    visitor.places.settle();
    visitor.drawn = true;
    visitor.places.settle();
    assert.equal(visitor.at.top, expected);
  }
});

test("a page that is loaded anew is where it was, another one at its top", () => {
  const storage = storageOf();
  const before = visit({ storage });
  const state = leave(before);
  before.at = { top: 300, link: null };
  for (const [entry, expected] of [[state, 300], [{ entry: 9 }, 0], [null, 0]]) {
    before.places.end();
    const after = visit({ state: entry, storage });
    after.places.settle();
    assert.equal(after.at.top, expected);
  }
});
