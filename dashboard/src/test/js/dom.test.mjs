import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";

const { arrange } = await load("dom.js");
const { nextRow, staying } = await load("model/order.js");

/** A list whose children know when they are taken out or put in. */
function list(names) {
  const parent = { children: [], moved: [] };
  parent.insertBefore = (child, next) => {
    parent.moved.push(child.name);
    parent.children = parent.children.filter((one) => one !== child);
    parent.children.splice(next ? parent.children.indexOf(next) : parent.children.length, 0, child);
  };
  parent.take = (names) => [...names].map((name) => known.get(name) ?? create(name));
  parent.order = () => parent.children.map(({ name }) => name).join("");
  const known = new Map();
  function create(name) {
    const child = { name, contains: (other) => other === child, remove: () => (parent.children = parent.children.filter((one) => one !== child)) };
    known.set(name, child);
    return child;
  }
  parent.children = [...names].map(create);
  return parent;
}

function arranged(from, to, focus = null) {
  const parent = list(from);
  globalThis.document = { activeElement: parent.children.find(({ name }) => name === focus) ?? null };
  arrange(parent, parent.take(to));
  return [parent.order(), parent.moved.join("")];
}

test("when a row leaves, those after it are not touched", () => {
  assert.deepEqual(arranged("abcdef", "bcdef"), ["bcdef", ""]);
  assert.deepEqual(arranged("abcdef", "acefg"), ["acefg", "g"]);
  assert.deepEqual(arranged("", "abc"), ["abc", "cba"]);
  assert.deepEqual(arranged("abc", ""), ["", ""]);
});

test("as few rows as can be are moved", () => {
  assert.deepEqual(arranged("abcdef", "fabcde"), ["fabcde", "f"]);
  assert.deepEqual(arranged("abcdef", "bcdefa"), ["bcdefa", "a"]);
});

test("the row with the focus is never moved, and the order is right nevertheless", () => {
  assert.deepEqual(arranged("abcdef", "fabcde", "f"), ["fabcde", "edcba"]);
  const letters = [..."abcdefg"];
  for (const focus of letters) {
    for (let turn = 0; turn < 200; turn += 1) {
      const wanted = letters.map((letter) => [Math.sin(turn * 37 + letter.charCodeAt(0) * 91), letter]).sort().map(([, letter]) => letter).join("");
      const [order, moved] = arranged("abcdefg", wanted, focus);
      assert.equal(order, wanted);
      assert.ok(!moved.includes(focus), `${focus} moved on the way to ${wanted}`);
    }
  }
});

test("a longest rising run stays, one with what is held if something is", () => {
  assert.deepEqual([...staying([2, 0, 1, 3])].sort(), [1, 2, 3]);
  assert.deepEqual([...staying([2, 0, 1, 3], 0)].sort(), [0, 3]);
  assert.deepEqual([...staying([])], []);
});

test("from a row that has left, one goes on where it was", () => {
  const rows = [..."abcde"];
  const none = { rows: [], at: null };
  assert.deepEqual([nextRow(rows, null, none, 1), nextRow(rows, null, none, -1)], ["a", "e"]);
  assert.deepEqual([["c", 1], ["c", -1], ["e", 1], ["a", -1]].map(([at, by]) => nextRow(rows, at, none, by)), ["d", "b", "e", "a"]);
  const past = { rows, at: "c" };
  assert.deepEqual([nextRow([..."bdef"], null, past, 1), nextRow([..."bdef"], null, past, -1)], ["d", "b"]);
  assert.deepEqual([nextRow([..."bef"], null, past, 1), nextRow([..."ab"], null, past, 1), nextRow([..."de"], null, past, -1)], ["e", "b", "d"]);
  assert.equal(nextRow([], null, past, 1), undefined);
});
