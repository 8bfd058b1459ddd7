import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { createFormat } = await load("format.js");
const { createStore } = await load("store.js");
const { parseRoute, paths } = await load("router.js");
const { clockOf, identityOf, QUEUES, waitingIn } = await load("model/queues.js");
const { aboutWords, arrivalWords, byTier, callerWords, countWords, modeWords, rateWords, routeWords, serviceWords, suggestionWords, waitWords } = await load("ui/queue-words.js");
const { decisionsCsv } = await load("ui/last-decisions.js");
const format = createFormat({ locale: "en-GB", timeZone: "UTC", currency: "USD" });

const queues = (...names) => ({ type: "queues", asOf: "2026-03-02T12:00:00Z", data: { queues: names.map((queue) => ({ queue })) } });
const shown = (store) => store.view().queues?.map(({ queue }) => queue) ?? null;

test("a wait is told as a clock counts it", () => {
  assert.deepEqual([0, 9.9, 65, 600, 3_725, -3].map(clockOf), ["0:00", "0:09", "1:05", "10:00", "1:02:05", "0:00"]);
  assert.equal(waitWords(null), "–");
  assert.equal(waitWords(0), "0:00");
});

test("all calls of a queue are counted, shown or not", () => {
  assert.equal(waitingIn({ waiting: { A: 2, B: 0, C: 149 }, calls: [] }), 151);
});

test("the order of a queue is told in words, with the day if it was long ago", () => {
  const now = Date.parse("2026-03-02T12:30:00Z");
  assert.equal(modeWords({ mode: "ACCUMULATING", modeSince: null }, now, format), "by waiting time and value");
  assert.equal(modeWords({ mode: "STRICT", modeSince: "2026-03-02T12:03:00Z" }, now, format), "OVERLOADED: strictly by tier, since 12:03");
  assert.equal(modeWords({ mode: "STRICT", modeSince: "2026-02-28T12:03:00Z" }, now, format), "OVERLOADED: strictly by tier, since 28 Feb, 12:03");
});

test("a caller is called by name, else by id, else by what they call from", () => {
  assert.equal(callerWords({ name: "Anna", customerId: "anna", identity: null }), "Anna");
  assert.equal(callerWords({ name: null, customerId: "anna", identity: null }), "anna");
  assert.equal(callerWords({ name: null, customerId: null, identity: "phone:+4930901820" }), "Unknown, +4930901820");
  assert.equal(callerWords({ name: null, customerId: null, identity: null }), "Unknown");
  assert.equal(identityOf("visitor:a:b"), "a:b");
});

test("a queue that lacks a figure says so", () => {
  assert.equal(byTier({ A: 4.5, B: 65, C: null }, waitWords), "A 0:04 · B 1:05 · C –");
  assert.deepEqual(countWords({ windowSeconds: 300, queued: 40, answered: 35, abandoned: 4 }, format), ["Last 5 minutes", "40 queued, 35 answered, 4 given up"]);
  assert.deepEqual(countWords({ windowSeconds: null, queued: null, answered: null, abandoned: null }, format), ["", "–"]);
});

test("service level is told with its counts and what it leaves out, and is none of no call", () => {
  const counts = { thresholdSeconds: 20, windowSeconds: 3_600, answeredWithin: 143, answered: 160, abandonedWithin: 6, abandoned: 20 };
  assert.deepEqual(serviceWords({ ...counts, level: 143 / 174, of: 174 }, format), ["82.2 %", "143 of 174 within 20 s", "last hour, without 6 given up sooner"]);
  assert.equal(serviceWords({ ...counts, level: null, of: 0 }, format)[0], "–");
  assert.deepEqual(serviceWords(null, format), ["–", "", ""]);
  assert.deepEqual(serviceWords(undefined, format), ["–", "", ""]);
});

test("arrivals are told by quarter hour, with the day before where it is known", () => {
  const quarter = (minute, calls, dayBefore) => ({ from: `2026-03-02T11:${minute}:00Z`, calls, dayBefore });
  const arrivals = [quarter(15, 30, 3), quarter(30, 31, 29), quarter(45, 12, 40)];
  assert.equal(arrivalWords({ arrivals }, format), "12 since 11:45 · 31 from 11:30 (day before 29)");
  assert.equal(arrivalWords({ arrivals: [quarter(30, 31, null), quarter(45, 0, null)] }, format), "0 since 11:45 · 31 from 11:30");
  assert.equal(arrivalWords({ arrivals: [quarter(45, 12, null)] }, format), "12 since 11:45");
  assert.deepEqual([[], null, undefined].map((none) => arrivalWords({ arrivals: none }, format)), ["–", "–", "–"]);
});

test("calls that were answered are told with the agents who answered, where they are named", () => {
  const counts = { windowSeconds: 900, queued: 40, answered: 35, abandoned: 4 };
  assert.equal(countWords({ ...counts, agentsActive: 7 }, format)[1], "40 queued, 35 answered by 7 agents, 4 given up");
  assert.equal(countWords({ ...counts, agentsActive: 1 }, format)[1], "40 queued, 35 answered by 1 agent, 4 given up");
  assert.equal(countWords({ ...counts, agentsActive: 0 }, format)[1], "40 queued, 35 answered, 4 given up");
});

test("a call says what it is about and who should take it", () => {
  assert.equal(aboutWords({ callReason: "CART" }), "their cart");
  assert.equal(aboutWords({ callReason: "NEWER" }), "NEWER");
  assert.equal(aboutWords({ callReason: null }), "–");
  assert.deepEqual(["sales", "vip", null].map((suggestedQueue) => suggestionWords({ suggestedQueue, queue: "sales" })), ["this queue", "vip", "–"]);
});

test("of a queue called after the agent who served the caller last it is said why", () => {
  const told = (suggestedQueue, lastAgentId, queue = "sales") => suggestionWords({ suggestedQueue, queue, lastAgentId });
  assert.equal(told("agent-eve", "eve"), "agent-eve (eve served them last)");
  assert.equal(told("eve", "eve"), "eve, who served them last");
  assert.equal(told("eve/eve", "eve"), "eve/eve (eve served them last)");
  assert.equal(told("agent-eve", "eve", "agent-eve"), "this queue");
  for (const other of ["ve", "a", "ida", "", null, undefined]) assert.equal(told("agent-eve", other), "agent-eve");
});

test("a decision says where the call goes and how fast its priority grows, unless its tier alone counts", () => {
  assert.equal(routeWords({ queue: "sales", suggestedQueue: "vip" }), "sales → vip");
  assert.deepEqual(["sales", null].map((suggestedQueue) => routeWords({ queue: "sales", suggestedQueue })), ["sales", "sales"]);
  assert.equal(rateWords({ rate: 2.5, mode: "ACCUMULATING" }, format), "+2.5 a second");
  assert.equal(rateWords({ rate: 2.5, mode: "STRICT" }, format), "by tier");
});

test("the last decisions are shown as they were last told, while the queues are watched", () => {
  const store = createStore();
  const decided = (...ids) => ({ ...queues("a"), data: { queues: [], decisions: ids.map((decisionId) => ({ decisionId })) } });
  const ids = () => store.view().decisions.map(({ decisionId }) => decisionId);
  store.watch(QUEUES);
  assert.deepEqual(ids(), []);
  store.apply(decided("one"));
  store.apply(decided("two", "one"));
  assert.deepEqual(ids(), ["two", "one"]);
  store.hold();
  store.apply(decided("three", "two"));
  assert.deepEqual(ids(), ["two", "one"]);
  store.release();
  store.apply(queues("a"));
  assert.deepEqual(ids(), []);
  store.apply(decided("four"));
  store.watch("campaign");
  assert.deepEqual(ids(), []);
});

test("the last decisions are saved with the ids by which they are found again", () => {
  const [head, one, two] = decisionsCsv([{ decisionId: "d", callId: "c", score: 7, offer: { offerId: "o" } }, { decisionId: "e", offer: null }]);
  assert.deepEqual([head[0], head.at(-1), one[0], one[7], one.at(-1)], ["decisionId", "offerId", "d", 7, "o"]);
  assert.equal(two.at(-1), undefined);
});

test("queues are shown while they are watched, as they were last told", () => {
  const store = createStore();
  store.apply(queues("a"));
  assert.equal(shown(store), null);
  store.watch(QUEUES);
  store.apply(queues("a", "b"));
  store.apply(queues("b"));
  assert.deepEqual(shown(store), ["b"]);
  store.watch("campaign");
  assert.equal(shown(store), null);
});

test("queues opened while the picture is held get their first picture and then stand still", () => {
  const store = createStore();
  store.hold();
  store.watch(QUEUES);
  store.apply(queues("a"));
  store.apply(queues("a", "b"));
  assert.deepEqual(shown(store), ["a"]);
  store.release();
  assert.deepEqual(shown(store), ["a", "b"]);
});

test("the pages of calls have addresses", () => {
  assert.equal(parseRoute(paths.calls()).page, "calls");
  assert.equal(parseRoute(paths.weights()).page, "weights");
  assert.equal(parseRoute("/calls/other").page, "missing");
});
