import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { settled } from "./document.mjs";

const { createDeadLetters } = await load("ui/dead-letters.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const letter = (id) => ({ id, receivedAt: "2026-03-02T08:00:00Z", topic: "sales", partition: 0, offset: 1, reason: `reason of ${id}`, preview: "{}" });
const listed = (...ids) => ({ total: ids.length, items: ids.map(letter) });

/** The list over a server that answers when it is told to, question by question. */
function open() {
  const questions = [];
  const letters = createDeadLetters({ api: { deadLetters: () => new Promise((answer, fail) => questions.push({ answer, fail })) } });
  letters.update(format);
  const rows = () => letters.element.all((part) => part.classes().has("reason")).map(({ textContent }) => textContent);
  return { letters, questions, rows };
}

test("an older answer is not shown over a newer one", async () => {
  const { letters, questions, rows } = open();
  letters.load();
  letters.load();
  questions[1].answer(listed("new"));
  await settled();
  assert.deepEqual(rows(), ["reason of new"]);
  questions[0].answer(listed("old", "new"));
  await settled();
  assert.deepEqual(rows(), ["reason of new"]);
});

test("an older question that fails says nothing against a newer answer", async () => {
  const { letters, questions, rows } = open();
  letters.load();
  letters.load();
  questions[1].answer(listed("new"));
  await settled();
  questions[0].fail(new Error("gone"));
  await settled();
  assert.equal(letters.failed(), false);
  assert.deepEqual(rows(), ["reason of new"]);
  assert.ok(letters.element.textContent.includes(text.health.deadShown(1, 1)));
});
