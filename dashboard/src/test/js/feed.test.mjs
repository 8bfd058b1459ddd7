import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "./assets.mjs";

const { backoff, createFeed } = await load("feed.js");
const { liveState, STALE_AFTER } = await load("model/live-state.js");

let sockets;
let waiting;
let clock;
let frames;
let feed;

beforeEach(() => {
  [sockets, waiting, clock, frames] = [[], [], 1_000, []];
  const timers = { setTimeout: (run) => waiting.push(run) - 1, clearTimeout: (index) => (waiting[index] = null) };
  const connect = () => {
    const socket = { readyState: 1, sent: [], closed: false, send: (message) => socket.sent.push(message), close: () => (socket.closed = true) };
    sockets.push(socket);
    return socket;
  };
  feed = createFeed({ url: "ws://x", onFrame: (frame) => frames.push(frame), now: () => clock, connect, timers });
  feed.open();
});

const receive = (socket, type = "heartbeat") => socket.onmessage({ data: JSON.stringify({ type }) });

test("waits double up to a limit, and are never the same for all", () => {
  assert.deepEqual([0, 1, 2, 20].map((attempt) => backoff(attempt, 1)), [500, 1_000, 2_000, 20_000]);
  assert.equal(backoff(2, 0), 1_000);
});

test("a lost connection is dialled again, and its watch asked for again", () => {
  feed.watch("a");
  receive(sockets[0]);
  sockets[0].onclose();
  assert.equal(feed.status().socket, "waiting");
  waiting.at(-1)();
  assert.equal(feed.status().socket, "reconnecting");
  sockets[1].onopen();
  assert.deepEqual(sockets[1].sent, ['{"watch":"a"}']);
  receive(sockets[1]);
  assert.deepEqual([feed.status().socket, feed.status().attempt], ["open", 0]);
});

test("a silent line is cut, and what it still says is not heard", () => {
  receive(sockets[0]);
  clock += STALE_AFTER + 1;
  feed.check();
  assert.equal(sockets[0].closed, false);
  clock += STALE_AFTER;
  feed.check();
  assert.equal(sockets[0].closed, true);
  assert.equal(sockets[0].onmessage, null);
  assert.equal(feed.status().socket, "waiting");
});

test("a new line has its own time to speak", () => {
  receive(sockets[0]);
  sockets[0].onclose();
  clock += 60_000;
  waiting.at(-1)();
  feed.check();
  assert.equal(sockets[1].closed, false);
});

test("when the network is back nobody waits, and only one line is opened", () => {
  sockets[0].onclose();
  feed.hurry();
  feed.hurry();
  assert.equal(sockets.length, 2);
  assert.equal(waiting[0], null);
});

test("the page claims to be live only when it is", () => {
  const state = (changes) => liveState({ socket: "open", lastFrameAt: 10_000, now: 10_500, paused: null, health: { status: "UP" }, ...changes }).kind;
  assert.equal(state({}), "live");
  assert.equal(state({ paused: 10_000 }), "paused");
  assert.equal(state({ paused: 10_000, now: 16_001 }), "stale");
  assert.equal(state({ now: 16_000 }), "live");
  assert.equal(state({ socket: "waiting" }), "reconnecting");
  assert.equal(state({ socket: "waiting", now: 17_000 }), "stale");
  assert.equal(state({ lastFrameAt: null, socket: "connecting" }), "connecting");
  assert.equal(state({ lastFrameAt: null, socket: "waiting" }), "unreachable");
  assert.equal(state({ health: { status: "CATCHING_UP" } }), "catching-up");
  assert.equal(state({ health: { status: "DEGRADED" } }), "degraded");
});
