import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "./assets.mjs";
import { createPart, settled } from "./document.mjs";

const { createCustomerOffer } = await load("ui/customer-offer.js");
const { createFormat } = await load("format.js");
const { text } = await load("messages.js");
const format = createFormat({ locale: "en-US", timeZone: "UTC" });

const decision = (decisionId, name = decisionId) => ({
  decisionId, customerId: "anna", trigger: "CALL_QUEUED", at: "2026-03-02T12:00:00Z", channel: "PHONE", silence: null, candidates: [],
  offer: { offerId: name, name, pitch: null, propensity: null, context: 1, lever: 1, reasons: [] },
});

/** A part of a card that shows offers, its server, whose answers are given by hand, and its clock. */
function open() {
  const stage = { sent: [], answers: [], lost: [], due: null };
  const api = { offerOutcome: (outcome) => new Promise((answer, fail) => (stage.sent.push(outcome), stage.answers.push({ answer, fail }))) };
  const timers = { setTimeout: (act) => ((stage.due = act), act), clearTimeout: () => (stage.due = null) };
  const part = createCustomerOffer(api, "anna", { lost: (words) => stage.lost.push(words), timers });
  const button = (words) => part.element.all((each) => each.tag === "button" && each.textContent === words)[0];
  return {
    stage, part, button,
    show: (next) => part.update(next, format),
    press: (words) => button(words).click(),
    pass: async () => (stage.due?.(), await settled()),
    name: () => part.element.find("offer-name").textContent,
    said: () => part.element.find("offer-feedback").children[0].textContent,
    sent: () => stage.sent.map(({ decisionId, outcome }) => `${decisionId} ${outcome}`),
  };
}

const { PRESENTED, ACCEPTED, DECLINED } = text.nextOffer.outcomes;
const elsewhere = createPart();
beforeEach(() => elsewhere.focus());

test("what is said can be taken back for a while, and is sent once", async () => {
  const card = open();
  card.show(decision("d1"));
  card.press(ACCEPTED);
  assert.deepEqual([card.sent(), card.button(text.nextOffer.undo).hidden, card.button(DECLINED).disabled], [[], false, true]);
  card.press(text.nextOffer.undo);
  assert.deepEqual([card.said(), card.button(ACCEPTED).disabled, card.stage.due], [text.nextOffer.takenBack, false, null]);
  card.press(DECLINED);
  await card.pass();
  assert.deepEqual([card.sent(), card.said()], [["d1 DECLINED"], text.nextOffer.noting]);
  card.stage.answers[0].answer({});
  await settled();
  assert.deepEqual([card.said(), card.button(ACCEPTED).disabled, card.button(text.nextOffer.undo).hidden], [text.nextOffer.taken.DECLINED, true, true]);
});

test("a newer decision waits while something is said of the one shown, and what was said is never its", async () => {
  const card = open();
  card.show(decision("d1", "Filter"));
  card.press(ACCEPTED);
  elsewhere.focus();
  card.show(decision("d2", "Coffee"));
  assert.deepEqual([card.name(), card.part.element.textContent.includes(text.nextOffer.newer)], ["Filter", true]);
  await card.pass();
  card.show(decision("d2", "Coffee"));
  assert.equal(card.name(), "Filter");
  card.stage.answers[0].answer({});
  await settled();
  card.show(decision("d2", "Coffee"));
  assert.deepEqual([card.name(), card.said(), card.button(ACCEPTED).disabled, card.sent()], ["Coffee", "", false, ["d1 ACCEPTED"]]);
});

test("a newer decision waits while somebody is at the one shown, and not for one that is answered", async () => {
  const card = open();
  card.show(decision("d1", "Filter"));
  card.button(ACCEPTED).focus();
  card.show(decision("d2", "Coffee"));
  assert.equal(card.name(), "Filter");
  elsewhere.focus();
  card.show(decision("d2", "Coffee"));
  assert.equal(card.name(), "Coffee");
  card.press(DECLINED);
  await card.pass();
  card.stage.answers[0].answer({});
  await settled();
  card.show(decision("d3", "Tea"));
  assert.equal(card.name(), "Tea");
});

test("after a presentation the answer to it is at hand, and follows it to the server", async () => {
  const card = open();
  card.show(decision("d1"));
  card.press(PRESENTED);
  card.press(ACCEPTED);
  await settled();
  assert.deepEqual(card.sent(), ["d1 PRESENTED"]);
  await card.pass();
  assert.deepEqual(card.sent(), ["d1 PRESENTED"]);
  card.stage.answers[0].answer({});
  await settled();
  assert.deepEqual(card.sent(), ["d1 PRESENTED", "d1 ACCEPTED"]);
  const alone = open();
  alone.show(decision("d1"));
  alone.press(PRESENTED);
  await alone.pass();
  assert.equal(document.activeElement, alone.button(ACCEPTED));
});

test("what the server refuses can be said again", async () => {
  const card = open();
  card.show(decision("d1"));
  card.press(ACCEPTED);
  await card.pass();
  card.stage.answers[0].fail(Object.assign(new Error("too late"), { status: 409 }));
  await settled();
  assert.deepEqual([card.said(), card.button(ACCEPTED).disabled, card.button(DECLINED).disabled], [text.nextOffer.notTaken("too late"), false, false]);
});

test("when the page is left what was said is sent at once, and it is told if that was in vain", async () => {
  const card = open();
  card.show(decision("d1", "Filter"));
  card.press(ACCEPTED);
  card.part.dispose();
  await settled();
  assert.deepEqual(card.sent(), ["d1 ACCEPTED"]);
  card.stage.answers[0].fail(new Error("unreachable"));
  await settled();
  assert.deepEqual(card.stage.lost, [text.nextOffer.notTakenOf("Filter", "")]);
  const closed = open();
  closed.show(decision("d2"));
  closed.press(DECLINED);
  dispatchEvent(new Event("pagehide"));
  await settled();
  assert.deepEqual(closed.sent(), ["d2 DECLINED"]);
});

test("where nothing is offered nothing can be said", () => {
  const card = open();
  card.show({ ...decision("d1"), offer: null, silence: "NO_OFFER" });
  assert.deepEqual([card.name(), card.part.element.find("offer-outcomes").parent.hidden], [text.nextOffer.none, true]);
});
