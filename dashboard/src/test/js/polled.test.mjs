import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createPolled, isUnknown } = await load("model/polled.js");

/** A server whose answers are given one by one, and a clock that is set. */
function setUp() {
  const stage = { at: 0, held: false, asked: 0, news: 0, waiting: null };
  const polled = createPolled({
    ask: () => new Promise((answer, fail) => ((stage.asked += 1), (stage.waiting = { answer, fail }))),
    every: 4_000, isHeld: () => stage.held, onNews: () => (stage.news += 1), now: () => stage.at,
  });
  const settle = async (how, what) => {
    const running = stage.running;
    stage.waiting[how](what);
    await running;
  };
  return {
    stage, polled,
    tick: () => (stage.running = polled.tick()),
    answer: (what) => settle("answer", what),
    fail: (status) => settle("fail", Object.assign(new Error("failed"), { status })),
  };
}

test("it is asked again when it is time, and never twice at once", async () => {
  const { stage, polled, tick, answer } = setUp();
  tick();
  stage.at = 9_000;
  polled.tick();
  assert.equal(stage.asked, 1);
  await answer("first");
  stage.at = 10_000;
  tick();
  await answer("second");
  stage.at = 13_999;
  tick();
  assert.equal(stage.asked, 2);
  assert.deepEqual([polled.read().answer, stage.asked, stage.news], ["second", 2, 2]);
});

test("the last good answer stays while the server does not answer, with its time", async () => {
  const { stage, polled, tick, answer, fail } = setUp();
  tick();
  await answer("good");
  stage.at = 5_000;
  tick();
  await fail(0);
  assert.deepEqual([polled.read().answer, polled.read().answeredAt, polled.read().failure.status], ["good", 0, 0]);
  stage.at = 9_000;
  tick();
  await answer("again");
  assert.deepEqual(polled.read(), { answer: "again", answeredAt: 9_000, failure: null });
});

test("a held answer stays, even if a newer one was on its way; the first is not held back", async () => {
  const { stage, polled, tick, answer } = setUp();
  stage.held = true;
  tick();
  await answer("shown");
  stage.held = false;
  stage.at = 4_000;
  tick();
  stage.held = true;
  await answer("newer");
  assert.equal(polled.read().answer, "shown");
  tick();
  assert.equal(stage.asked, 2);
  stage.held = false;
  tick();
  assert.equal(stage.asked, 3);
});

test("what the server does not know is asked on, as it may know it later", async () => {
  const { stage, polled, tick, answer, fail } = setUp();
  tick();
  await fail(404);
  assert.equal(isUnknown(polled.read()), true);
  stage.at = 4_000;
  tick();
  await answer("known by now");
  assert.deepEqual(polled.read(), { answer: "known by now", answeredAt: 4_000, failure: null });
});

test("what was known is not unknown because of one answer", async () => {
  const { stage, polled, tick, answer, fail } = setUp();
  assert.equal(isUnknown(polled.read()), false);
  tick();
  await answer("good");
  stage.at = 4_000;
  tick();
  await fail(404);
  assert.deepEqual([polled.read().answer, polled.read().failure.status, isUnknown(polled.read())], ["good", 404, false]);
});

test("an answer that never comes is given up, and does not count any more if it does", async () => {
  const { stage, polled, tick, answer } = setUp();
  tick();
  const { answer: late } = stage.waiting;
  stage.at = 59_999;
  tick();
  assert.equal(stage.asked, 1);
  stage.at = 60_000;
  tick();
  await answer("second");
  late("first");
  await new Promise(setImmediate);
  assert.deepEqual([stage.asked, polled.read().answer, stage.news], [2, "second", 1]);
});

test("what cannot even be asked has failed, and is asked again", async () => {
  const polled = createPolled({ ask: () => { throw new Error("no"); }, every: 1, now: () => 0 });
  await polled.tick();
  assert.equal(polled.read().failure.message, "no");
});

test("what nobody looks at any more is not asked again", async () => {
  const left = setUp();
  left.tick();
  left.polled.dispose();
  await left.answer("late");
  left.stage.at = 60_000;
  left.tick();
  assert.deepEqual([left.stage.asked, left.stage.news], [1, 0]);
});
