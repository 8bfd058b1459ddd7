import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createPolled } = await load("model/polled.js");

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

test("what the server does not know is not asked again, nor what nobody looks at any more", async () => {
  const unknown = setUp();
  unknown.tick();
  await unknown.fail(404);
  unknown.stage.at = 60_000;
  unknown.tick();
  assert.equal(unknown.stage.asked, 1);

  const left = setUp();
  left.tick();
  left.polled.dispose();
  await left.answer("late");
  left.stage.at = 60_000;
  left.tick();
  assert.deepEqual([left.stage.asked, left.stage.news], [1, 0]);
});
