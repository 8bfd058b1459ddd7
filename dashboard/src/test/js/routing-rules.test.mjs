import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { byField, checkRules, DEFAULTS, emptyRule, isDefault, REASONS, toRules, toRulesForm, wholeMinutes } = await load("model/routing-rules.js");
const { callCells, noteWords } = await load("ui/rules-preview.js");
const { createFormat } = await load("format.js");
const { parseRoute, paths } = await load("router.js");
const { text } = await load("messages.js");

const schema = JSON.parse(readFileSync(new URL("../../../../event-schemas/src/main/avro/RoutingRules.avsc", import.meta.url)));
const field = (name) => schema.fields.find((each) => each.name === name);
const record = {
  rulesId: "CURRENT", leastRate: 0.5, mostRate: 8, overloadAbove: 1.3, overloadBelow: 1, windowSeconds: 90,
  queues: [{ queue: "korean", reasons: ["COMPLAINT"], tiers: ["A", "B"], languages: ["ko", "en"], lastAgents: ["eve", "Ida B."] }, { queue: "agent-{lastAgentId}", reasons: [], tiers: [], languages: [], lastAgents: [] }],
};
const wrong = (changes) => checkRules({ ...toRulesForm(record), ...changes });

test("rules go through the form unchanged", () => {
  assert.deepEqual(toRules(toRulesForm(record), record), record);
});

test("the figures that hold while nobody has set any are those of the contract, and right", () => {
  for (const [name, value] of Object.entries(DEFAULTS)) assert.equal(value, field(name).default, name);
  assert.deepEqual(checkRules(toRulesForm(null)), {});
  assert.equal(isDefault(toRulesForm(null)), true);
  assert.equal(isDefault({ ...toRulesForm(null), mostRate: "5" }), false);
  assert.equal(isDefault({ ...toRulesForm(null), queues: [emptyRule()] }), false);
});

test("figures and lists are read as people type them", () => {
  const [rule] = toRules({ ...toRulesForm(null), queues: [{ ...emptyRule(), queue: " a ", languages: " de, ko;de ", lastAgents: " eve,, Ida B. ;eve," }] }).queues;
  assert.deepEqual(rule, { queue: "a", reasons: [], tiers: [], languages: ["de", "ko"], lastAgents: ["eve", "Ida B."] });
  assert.equal(toRules({ ...toRulesForm(null), leastRate: " 0,5 " }).leastRate, 0.5);
});

test("what is wrong is said of its field, by the path the server gives it", () => {
  assert.deepEqual(wrong({ leastRate: "0", mostRate: "1001" }), { leastRate: "rate", mostRate: "rate" });
  assert.deepEqual(wrong({ leastRate: "9" }), { mostRate: "rates" });
  assert.deepEqual(wrong({ leastRate: "" }), { leastRate: "rate" });
  assert.deepEqual(wrong({ overloadAbove: "1.05", overloadBelow: "1.1" }), { overloadAbove: "ratios" });
  assert.deepEqual(wrong({ overloadBelow: "0.9", overloadAbove: "much" }), { overloadBelow: "ratio", overloadAbove: "ratio" });
  for (const windowSeconds of ["0", "1.5", "86401", ""]) assert.deepEqual(wrong({ windowSeconds }), { windowSeconds: "window" });
  assert.deepEqual(wrong({ queues: [toRulesForm(record).queues[0], emptyRule()] }), { "queues[1].queue": "required" });
  for (const queue of ["agent-{lastAgent}", "{lastAgentId", "a}"]) assert.deepEqual(wrong({ queues: [{ ...emptyRule(), queue }] }), { "queues[0].queue": "braces" });
  for (const what of ["required", "braces", "rate", "rates", "window", "ratio", "ratios"]) assert.ok(text.routingRules.wrong[what], what);
});

test("what the server finds wrong with an entry of a list is said of the list, and of which entry", () => {
  const errors = { mostRate: "is wrong", "queues[1].queue": "is empty", "queues[0].lastAgents[3]": "is longer", "queues[0].lastAgents[5]": "is empty" };
  assert.deepEqual(byField(errors, text.routingRules.entry), { mostRate: "is wrong", "queues[1].queue": "is empty", "queues[0].lastAgents": "entry 4 is longer" });
});

test("every reason of the contract can be ticked, and has words", () => {
  const { symbols } = field("queues").type.items.fields.find(({ name }) => name === "reasons").type.items;
  assert.deepEqual([...REASONS].sort(), [...symbols].sort());
  for (const reason of REASONS) assert.ok(text.calls.callReasons[reason], reason);
});

test("a rule has the lists of the contract, and a record of before them is one without", () => {
  const names = field("queues").type.items.fields.map(({ name }) => name);
  assert.deepEqual(Object.keys(emptyRule()).sort(), names.sort());
  for (const name of names) assert.ok(text.routingRules.fields[name], name);
  const [rule] = toRules(toRulesForm({ queues: [{ queue: "a" }] })).queues;
  assert.deepEqual(rule.lastAgents, []);
});

test("seconds are told in minutes where they are whole ones", () => {
  assert.deepEqual(["900", "60", "90", "30", "0", "", "x"].map(wholeMinutes), [15, 1, null, null, null, null, null]);
});

test("a call that another queue should take is told from where to where", () => {
  const call = { queue: "sales", customerId: "anna", identity: null, name: "Anna", tier: "A", language: null, callReason: "CART", lastAgentId: null, before: "sales", after: "best" };
  assert.deepEqual(callCells(call), ["Anna", "sales → best", "sales", "their cart", "A", "–", "–"]);
  const unknown = { ...call, customerId: null, identity: "phone:+1", name: null, language: "ko", lastAgentId: "eve", before: "best", after: "agent-eve" };
  assert.deepEqual(callCells(unknown), ["Unknown, +1", "best → agent-eve", "sales", "their cart", "A", "ko", "eve"]);
  assert.equal(callCells(call).length, text.routingRules.previewed.columns.length);
});

test("it is said in words how many calls would change, if any wait and any would", () => {
  const format = createFormat({ locale: "en-US", timeZone: "UTC", currency: "USD" });
  assert.equal(noteWords({ waiting: 0, changing: 0 }, format), "No calls waiting.");
  assert.match(noteWords({ waiting: 34, changing: 0 }, format), /^No other queue .* 34 /);
  assert.match(noteWords({ waiting: 34, changing: 3 }, format), / 3 of 34 /);
});

test("the rules have an address of their own", () => {
  assert.equal(parseRoute(paths.routingRules()).page, "routingRules");
  assert.equal(parseRoute("/calls/weights").page, "weights");
});
