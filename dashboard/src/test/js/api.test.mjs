import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "./assets.mjs";

const { api, Problem } = await load("api.js");
const { text } = await load("messages.js");
const { fetch: real } = globalThis;
after(() => (globalThis.fetch = real));

/** A server that answers with `body`, or fails as `read` does while that is read; gives the requests it was sent. */
function serve(body, { status = 200, read } = {}) {
  const asked = [];
  globalThis.fetch = async (address, request) => {
    asked.push({ address, ...request });
    const response = new Response(body, { status });
    if (read) response.json = () => read(request.signal);
    return response;
  };
  return asked;
}

const aborted = (signal) => new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));

test("an answer is given as it is", async () => {
  const [asked, answer] = [serve('{"offers":[]}'), await api.offers()];
  assert.deepEqual([asked[0].address, answer], ["/api/v1/offers", { offers: [] }]);
});

test("an answer that is good but cannot be read is none", async () => {
  serve("<html>");
  await assert.rejects(api.series("a", {}), (problem) => problem instanceof Problem && problem.status === 200 && problem.message === text.unreadable);
});

test("a refusal is told with its fields, or without if it says nothing that can be read", async () => {
  serve('{"title":"Wrong","detail":"too low","errors":[{"field":"least","error":"must be more"}]}', { status: 422 });
  await assert.rejects(api.offers(), (problem) => problem.status === 422 && problem.message === "too low" && problem.fields.least === "must be more");
  serve("<html>", { status: 502 });
  await assert.rejects(api.offers(), (problem) => problem.status === 502 && problem.message === "");
});

test("what the page gave up itself is told as that, also while the answer is read", async () => {
  const given = new AbortController();
  serve("{}", { read: aborted });
  const asked = api.series("a", {}, given.signal);
  setImmediate(() => given.abort());
  await assert.rejects(asked, { name: "AbortError" });
});

test("nothing is waited for without end: a server that does not answer in time does not answer", async (context) => {
  context.mock.method(AbortSignal, "timeout", () => AbortSignal.abort(new DOMException("late", "TimeoutError")));
  globalThis.fetch = async (_, { signal }) => {
    signal.throwIfAborted();
    return new Response("{}");
  };
  for (const ask of [() => api.offers(), () => api.saveOffer("a", {}), () => api.series("a", {}, new AbortController().signal)]) {
    await assert.rejects(ask, (problem) => problem instanceof Problem && problem.status === 0 && problem.message === "unreachable");
  }
});
