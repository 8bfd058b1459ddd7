import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { findCustomer, identityKind, lacksCountry } = await load("model/find-customer.js");
const { nobodyWords, searchFailed } = await load("ui/customer-words.js");

/** A server that knows these identities, and answers others with 404 or what is told. */
const knowing = (known, { status = {} } = {}) => {
  const asked = [];
  const customerBy = async (kind, identity) => {
    asked.push(kind);
    if (known[`${kind}:${identity}`]) return { customerId: known[`${kind}:${identity}`] };
    throw Object.assign(new Error(`${kind} failed`), { status: status[kind] ?? 404, fields: { [kind]: `${kind} is malformed` } });
  };
  return { customerBy, asked };
};

test("what is typed is taken for what it looks like", () => {
  for (const phone of ["+49 30 901820", "0049 (30) 901-820", "+1.212/555", "00"]) assert.equal(identityKind(phone), "phone", phone);
  for (const email of ["a@b.example", "+49@b"]) assert.equal(identityKind(email), "email", email);
  for (const id of ["anna", "4930901820", "030 901820", "+49x30", "c0049"]) assert.equal(identityKind(id), "customerId", id);
});

test("nobody with that id may still be a visitor", async () => {
  const server = knowing({ "visitorId:web-771": "anna" });
  assert.equal(await findCustomer(server, "web-771"), "anna");
  assert.deepEqual(server.asked, ["customerId", "visitorId"]);
  assert.equal(await findCustomer(knowing({}), "nobody"), null);
});

test("an id that looks like a phone number or an e-mail address is found as well", async () => {
  const known = knowing({ "customerId:00123": "00123", "customerId:a@b": "a@b" }, { status: { phone: 400 } });
  assert.equal(await findCustomer(known, "00123"), "00123");
  assert.equal(await findCustomer(known, "a@b"), "a@b");
});

test("a malformed number that is nobody's id is told in the server's words", async () => {
  const problem = await findCustomer(knowing({}, { status: { phone: 400 } }), "+49").catch((thrown) => thrown);
  assert.equal(searchFailed(problem, "+49"), "phone is malformed");
});

test("a server that fails is not taken for one that knows nobody", async () => {
  await assert.rejects(findCustomer(knowing({}, { status: { customerId: 503 } }), "anna"), { status: 503 });
  assert.match(searchFailed({ status: 0 }, "anna"), /does not answer/);
  assert.equal(searchFailed({ status: 503, message: "The store is down" }, "anna"), "The store is down");
});

test("who is not found is named by what was typed, and a number without its country is told so", () => {
  assert.equal(nobodyWords("+4930901820"), "Nobody is known by the phone number +4930901820.");
  assert.equal(nobodyWords("a@b"), "Nobody is known by the e-mail address a@b.");
  assert.equal(nobodyWords("anna"), "Nobody is known by anna.");
  assert.match(nobodyWords("030 901820"), /country in front/);
  for (const other of ["0049 30 901820", "0001", "anna"]) assert.ok(!lacksCountry(other), other);
});
