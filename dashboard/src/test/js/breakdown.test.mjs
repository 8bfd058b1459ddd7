import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { campaign, figures } from "./figures.mjs";

const { parseRoute, paths } = await load("router.js");
const { createMoving } = await load("model/moving.js");
const { partNames, sliceNames } = await load("ui/part-names.js");
const { newestCsv } = await load("ui/newest.js");
const { isEmpty } = await load("pages/breakdown.js");

test("every slice has an address, which is read as written", () => {
  const id = "a/b c";
  for (const slice of [{ channel: null, segment: null }, { channel: "EMAIL", segment: null }, { channel: null, segment: "Young & old" }, { channel: "SMS", segment: "NONE" }]) {
    const [path, search = ""] = paths.breakdown(id, slice).split("?");
    const { page, id: read, slice: found } = parseRoute(path, search);
    assert.deepEqual({ page, read, found }, { page: "breakdown", read: id, found: slice });
  }
  assert.equal(paths.breakdown("k"), "/campaigns/k/breakdown");
});

test("a slice is called by its channel and segment, and all of a campaign so", () => {
  assert.deepEqual(sliceNames({ channel: "EMAIL", segment: "Young" }, campaign()), ["E-mail", "Young"]);
  assert.deepEqual(sliceNames({ channel: null, segment: "NONE" }, campaign()), ["No segment"]);
  assert.deepEqual(sliceNames({ channel: null, segment: null }, campaign()), ["All channels and segments"]);
});

test("who was not contacted is the audience where a campaign has one", () => {
  assert.equal(partNames.channel("NONE", campaign()), "Not contacted");
  assert.equal(partNames.channel("NONE", campaign({ audienceSize: 9 })), "Audience");
  assert.equal(partNames.variant("B", campaign({ controlVariant: "B" })), "B (held out)");
});

test("what changed moves for a while, and then rests", () => {
  let at = 0;
  const moving = createMoving({ settles: 1_000, now: () => at });
  assert.equal(moving.moves(), true);
  moving.note(7);
  at = 999;
  moving.note(7);
  assert.equal(moving.moves(), true);
  at = 1_000;
  assert.equal(moving.moves(), false);
  moving.note(8);
  assert.equal(moving.moves(), true);
});

test("a slice is empty only where nothing happened at all", () => {
  const none = { totals: figures({ contacted: 0, responders: 0, orders: 0 }), responses: [], orders: [], contacts: [] };
  assert.equal(isEmpty(none), true);
  assert.equal(isEmpty({ ...none, totals: { ...none.totals, visits: 1 } }), false);
  assert.equal(isEmpty({ ...none, contacts: [{}] }), false);
});

test("a list is saved as it is shown, with the ids by which its interactions are found again", () => {
  const order = { eventId: "e-1", at: "2026-11-01T10:00:00Z", kind: "ORDER", act: null, channel: "WEB", customerId: "anna", identity: null, name: "Anna", tier: "A", direct: true, amount: "12.30" };
  const stranger = { ...order, eventId: "e-2", customerId: null, identity: "phone:+1", name: null, tier: null, direct: false, amount: "0.00" };
  assert.deepEqual(newestCsv("orders", [order, stranger]), [
    ["When", "What", "Customer", "Customer id", "Known by", "Tier", "Credited", "Amount", "Event id"],
    ["2026-11-01T10:00:00Z", "Order · Web", "Anna", "anna", null, "A", "direct", "12.30", "e-1"],
    ["2026-11-01T10:00:00Z", "Order · Web", "Unknown, +1", null, "phone:+1", null, "inferred", "0.00", "e-2"],
  ]);
  const contact = { ...order, kind: "CONTACT", channel: "EMAIL", direct: null, amount: null };
  assert.deepEqual(newestCsv("contacts", [contact])[1], ["2026-11-01T10:00:00Z", "Contact · E-mail", "Anna", "anna", null, "A", "e-1"]);
  for (const list of ["responses", "orders", "contacts"]) assert.ok(newestCsv(list, [])[0].every(Boolean), list);
});
