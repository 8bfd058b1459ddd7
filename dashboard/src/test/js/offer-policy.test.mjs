import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { checkPolicy, emptyRow, SCOPES, toPolicy, toPolicyForm, wholeDays } = await load("model/offer-policy.js");
const { inserted, removed, swapped, withPlaces } = await load("model/rows.js");
const { parseRoute, paths } = await load("router.js");
const { text } = await load("messages.js");

const schema = JSON.parse(readFileSync(new URL("../../../../event-schemas/src/main/avro/OfferPolicy.avsc", import.meta.url)));
const field = (name) => schema.fields.find((each) => each.name === name);
/** What holds while nobody has set a policy. */
const record = { policyId: "CURRENT", ...Object.fromEntries(schema.fields.filter((each) => "default" in each).map((each) => [each.name, each.default])) };
const wrong = (changes) => checkPolicy({ ...toPolicyForm(record), ...changes });

test("a policy goes through the form unchanged, with what the form does not show", () => {
  assert.deepEqual(toPolicy(toPolicyForm(record), record), record);
  assert.equal(toPolicyForm(record).silentShare, "5");
  assert.equal("seed" in toPolicyForm(record), false);
  for (const silentShare of [0, 0.07, 0.285, 0.001, 1]) assert.equal(toPolicy(toPolicyForm({ ...record, silentShare })).silentShare, silentShare);
});

test("the policy that holds while nobody has set one is right", () => {
  assert.deepEqual(wrong({}), {});
  assert.deepEqual(wrong({ caps: [], contexts: [] }), {});
  assert.deepEqual(wrong({ caps: [emptyRow.caps()] }), {});
});

test("numbers are read as people type them", () => {
  const form = { ...toPolicyForm(record), silentShare: " 2,5 ", contexts: [{ name: " a ", rule: " about ", percent: "\u221250" }] };
  assert.equal(toPolicy(form).silentShare, 0.025);
  assert.deepEqual(toPolicy(form).contexts, [{ name: "a", rule: "about", percent: -50 }]);
});

test("what is wrong is said of its field, by the path the server gives it", () => {
  const cap = emptyRow.caps();
  assert.deepEqual(wrong({ caps: [cap, { ...cap, most: "-1", hours: "0" }] }), { "caps[1].most": "count", "caps[1].hours": "window" });
  assert.deepEqual(wrong({ caps: [{ ...cap, most: "1.5", hours: "87841" }] }), { "caps[0].most": "count", "caps[0].hours": "window" });
  assert.deepEqual(wrong({ caps: [{ ...cap, most: "0" }] }), {});
  assert.deepEqual(wrong({ contexts: [emptyRow.contexts()] }), { "contexts[0].name": "required", "contexts[0].rule": "required" });
  assert.deepEqual(wrong({ contexts: [{ name: "a", rule: "about", percent: "1001" }] }), { "contexts[0].percent": "percent" });
  assert.deepEqual(wrong({ declinedOfferHours: "", declinedAnyHours: "x" }), { declinedOfferHours: "hours", declinedAnyHours: "hours" });
  assert.deepEqual(wrong({ silentShare: "101", effectDays: "0" }), { silentShare: "share", effectDays: "days" });
  for (const what of ["required", "count", "window", "hours", "share", "days", "percent"]) assert.ok(text.offerPolicy.wrong[what], what);
});

test("when rows change their places, what is wrong with each stays with it", () => {
  const errors = { "caps[0].most": "a", "caps[1].most": "b", "caps[10].hours": "c", "contexts[1].rule": "d", silentShare: "e" };
  assert.deepEqual(withPlaces(errors, "caps", removed(1)), { "caps[0].most": "a", "caps[9].hours": "c", "contexts[1].rule": "d", silentShare: "e" });
  assert.equal(withPlaces(errors, "contexts", removed(0))["contexts[0].rule"], "d");
  assert.deepEqual(Object.keys(withPlaces(errors, "caps", inserted(1))).slice(0, 3), ["caps[0].most", "caps[2].most", "caps[11].hours"]);
  assert.deepEqual(Object.keys(withPlaces(errors, "caps", swapped(1, 0))).slice(0, 3), ["caps[1].most", "caps[0].most", "caps[10].hours"]);
});

test("hours are told in days where they are whole ones", () => {
  assert.deepEqual(["168", "24", "36", "12", "0", "", "x"].map(wholeDays), [7, 1, null, null, null, null, null]);
});

test("every scope of the contract can be chosen, and has words", () => {
  const { symbols } = field("caps").type.items.fields.find(({ name }) => name === "scope").type;
  assert.deepEqual([...SCOPES].sort(), [...symbols].sort());
  assert.deepEqual(Object.keys(text.offerPolicy.scopes).sort(), [...symbols].sort());
});

test("the policy has an address of its own", () => {
  assert.equal(parseRoute(paths.offerPolicy()).page, "offerPolicy");
});
