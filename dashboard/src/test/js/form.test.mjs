import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, START } from "./figures.mjs";

const { check, emptyForm, suggestId, toForm, toRecord } = await load("model/campaign-form.js");
const { durationMillis, isoDuration } = await load("model/duration.js");

const whole = campaign({
  responseTypes: ["CALL", "ORDER"], attribution: "DIRECT_ONLY", controlVariant: "HOLD", campaignCodes: ["A", "B"], dialInNumbers: ["+18005550100"],
  audienceSize: 500, costPerContact: "0.05", fixedCost: "100.00", plannedResponseRate: 0.115,
  plannedResponseCurve: [{ after: "P1D", share: 0.4 }, { after: "PT36H", share: 1 }], plannedShares: [{ variant: "HOLD", share: 0.1 }, { variant: "A", share: 0.9 }], priorityShare: 0.25, simulated: true, colour: "not known to the form",
});
const good = () => toForm(whole);
const wrong = (changes, taken) => check({ ...good(), ...changes }, taken);

test("a record comes back as it went in, with what the form does not know", () => {
  assert.deepEqual(toRecord(toForm(whole), whole), whole);
});

test("a field left empty becomes null, not zero", () => {
  const record = toRecord({ ...good(), audienceSize: "", costPerContact: " ", plannedResponseRate: "", plannedResponseCurve: "", plannedShares: "" });
  assert.deepEqual([record.plannedShares, record.audienceSize, record.costPerContact, record.plannedResponseRate, record.plannedResponseCurve], [null, null, null, null, null]);
});

test("responders have the whole weight of a response unless the form says less", () => {
  assert.equal(toForm({ ...whole, priorityShare: undefined }).priorityShare, "100");
  assert.equal(toRecord({ ...good(), priorityShare: "" }).priorityShare, 1);
  assert.deepEqual(wrong({ priorityShare: "101" }), { priorityShare: "percent" });
});

test("a new form asks for what is needed and nothing else", () => {
  assert.deepEqual(check(emptyForm()), { name: "required", campaignId: "required", startsAt: "required", endsAt: "required" });
  assert.deepEqual(check(good()), {});
});

test("each field says what is wrong with it", () => {
  assert.deepEqual(wrong({ endsAt: START - 1 }), { endsAt: "order" });
  assert.deepEqual(wrong({ campaignId: "a b" }), { campaignId: "id" });
  assert.deepEqual(wrong({}, new Set(["spring"])), { campaignId: "taken" });
  assert.deepEqual(wrong({ responseWindow: "0" }), { responseWindow: "positive" });
  assert.deepEqual(wrong({ responseWindow: "1.5" }), { responseWindow: "whole" });
  assert.deepEqual(wrong({ responseTypes: [] }), { responseTypes: "types" });
  assert.deepEqual(wrong({ dialInNumbers: "0800 12" }), { dialInNumbers: "phone" });
  assert.deepEqual(wrong({ fixedCost: "-1" }), { fixedCost: "number" });
  assert.deepEqual(wrong({ costPerContact: "cheap" }), { costPerContact: "number" });
  assert.deepEqual(wrong({ audienceSize: "1.5" }), { audienceSize: "whole" });
  assert.deepEqual(wrong({ plannedResponseRate: "101" }), { plannedResponseRate: "percent" });
  assert.deepEqual(wrong({ plannedResponseCurve: "1 40" }), { plannedResponseCurve: "curve" });
  assert.deepEqual(wrong({ plannedResponseCurve: "2: 40 %\n1: 50 %" }), { plannedResponseCurve: "curveOrder" });
  assert.deepEqual(wrong({ plannedResponseCurve: "1: 140 %" }), { plannedResponseCurve: "percent" });
});

test("a planned split names each variant once, with a share, and not more than all customers", () => {
  const lines = (typed) => wrong({ plannedShares: typed }).plannedShares;
  assert.equal(lines("CONTROL: 10 %\nA: 45\n\nB; 45,0 %"), undefined);
  assert.equal(lines("A: 30 %\nB: 30 %"), undefined);
  assert.equal(lines("CONTROL 10"), "split");
  assert.equal(lines("A: 50 %\nA: 40 %"), "splitTwice");
  assert.equal(lines("A: 0 %\nB: 40 %"), "positive");
  assert.equal(lines("A: 60 %\nB: 41 %"), "splitSum");
  assert.deepEqual(toRecord({ ...good(), plannedShares: "CONTROL: 10 %\nA: 89,5 %" }).plannedShares, [{ variant: "CONTROL", share: 0.1 }, { variant: "A", share: 0.895 }]);
});

test("an id is suggested from the name", () => {
  assert.equal(suggestId("  Frühling: Kühl & Frisch!  "), "fruhling-kuhl-frisch");
});

test("durations are read and written", () => {
  assert.deepEqual(["P14D", "PT36H", "P1DT2H", "P2W", "PT0.5S", "P", "14"].map(durationMillis), [1_209_600_000, 129_600_000, 93_600_000, 1_209_600_000, 0, null, null]);
  assert.deepEqual([1_209_600_000, 129_600_000, 300_000].map(isoDuration), ["P14D", "PT36H", "PT5M"]);
});
