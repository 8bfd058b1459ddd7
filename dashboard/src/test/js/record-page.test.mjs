import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { asksBeforeClosing, createPart, settled } from "./document.mjs";

const { text } = await load("messages.js");
const { createRecordForm } = await load("ui/record-form.js");
const { createRecordPage } = await load("ui/record-page.js");
const { createShelf, createUnsaved } = await load("ui/unsaved.js");

const WORDS = {
  title: "Title", lead: "Lead", back: "Back", save: "Save", saved: "Saved.", discard: "Cancel", kept: "Kept.", unreachable: "no answer", noServer: "no server",
  failed: (detail) => `Not saved: ${detail}`, notLoaded: (detail) => `Not loaded: ${detail}`, sections: { all: ["All", ""] }, wrong: { required: "needed", number: "no number" },
};

/** A field of a form that remembers what is said of it, and whether it has the cursor. */
function createField(name) {
  const element = createPart();
  const field = { name, element, said: null, focused: false, focus: () => (field.focused = true) };
  field.wrong = (what) => (field.said = what);
  element.classList = { contains: () => Boolean(field.said) };
  return field;
}

const refusal = (fields = {}, status = 422) => Object.assign(new Error("refused"), { status, fields });

/** A page with two fields of numbers, and what it did. */
function open(shelf, answers = {}) {
  const told = { saved: [], announced: [], went: [], root: createPart(), fields: [createField("least"), createField("most")], form: null };
  const tools = { router: { go: (place) => told.went.push(place) }, announce: (words) => told.announced.push(words) };
  told.page = createRecordPage(told.root, tools, {
    words: WORDS, home: "/home", shelf,
    load: answers.load ?? (async () => ({ least: "1", most: "2" })),
    save: answers.save ?? (async (form) => told.saved.push({ ...form })),
    named: answers.named,
    check: (form) => (Number(form.least) ? {} : { least: form.least ? "number" : "required" }),
    draw(form) {
      told.form = form;
      return { fields: () => told.fields, single: { all: told.fields }, rows: {} };
    },
  });
  told.type = (index, typed) => {
    told.form[told.fields[index].name] = typed;
    told.root.find("campaign-form").listeners.input({ target: told.fields[index].element });
  };
  told.submit = () => told.root.find("campaign-form").listeners.submit({ preventDefault() {} });
  told.result = () => told.root.find("form-result").textContent;
  told.isKept = () => !told.root.find("banner").hidden;
  return told;
}

test("what was typed is there when its page is opened again, until it is saved", async () => {
  const shelf = createShelf();
  const first = open(shelf);
  await settled();
  assert.equal(first.isKept(), false);
  first.type(0, "5");
  first.page.dispose();
  const second = open(shelf);
  await settled();
  assert.deepEqual([second.isKept(), second.form.least], [true, "5"]);
  await second.submit();
  second.page.dispose();
  assert.deepEqual([second.saved, second.announced, second.went], [[{ least: "5", most: "2" }], ["Saved."], ["/home"]]);
  const third = open(shelf);
  await settled();
  assert.deepEqual([third.isKept(), third.form.least], [false, "1"]);
  third.page.dispose();
});

test("what is discarded, or typed back to what is saved, is not kept", async () => {
  const shelf = createShelf();
  const discarded = open(shelf);
  await settled();
  discarded.type(0, "5");
  discarded.root.find("form-foot").children.find(({ attributes }) => attributes.href === "/home").listeners.click();
  assert.equal(asksBeforeClosing(), false);
  discarded.page.dispose();
  assert.equal(shelf.draft, null);
  const undone = open(shelf);
  await settled();
  undone.type(0, "5");
  undone.type(0, "1");
  undone.page.dispose();
  assert.equal(shelf.draft, null);
});

test("a page that is left before it is loaded keeps what waits", async () => {
  const shelf = { draft: { least: "5", most: "2" } };
  const page = open(shelf);
  page.page.dispose();
  await settled();
  assert.deepEqual([shelf.draft.least, page.form], ["5", null]);
});

test("the browser asks before it closes on what is unsaved, and only then", () => {
  const unsaved = createUnsaved();
  assert.equal(asksBeforeClosing(), false);
  unsaved.begin({ least: "1" }).least = "2";
  assert.equal(asksBeforeClosing(), true);
  unsaved.settle();
  assert.equal(asksBeforeClosing(), false);
  unsaved.form().least = "3";
  unsaved.dispose();
  assert.equal(asksBeforeClosing(), false);
});

test("a form without a shelf of its own leaves nothing to another", () => {
  const left = createUnsaved();
  left.begin({ least: "1" }).least = "2";
  left.dispose();
  assert.equal(createUnsaved().isKept(), false);
});

test("a record that cannot be loaded is told with its reason", async () => {
  const unreachable = open(createShelf(), { load: async () => Promise.reject(refusal({}, 0)) });
  const refused = open(createShelf(), { load: async () => Promise.reject(refusal()) });
  await settled();
  assert.match(unreachable.root.find("notice").textContent, /Not loaded: no server/);
  assert.match(refused.root.find("notice").textContent, /Not loaded: refused/);
});

test("nothing is saved while something is wrong, and the cursor goes there", async () => {
  const page = open(createShelf());
  await settled();
  page.type(0, "");
  assert.equal(page.fields[0].said, null);
  await page.submit();
  assert.deepEqual([page.saved, page.fields[0].said, page.fields[0].focused, page.result()], [[], "needed", true, text.form.fix(1)]);
  page.page.dispose();
});

test("a page that is left while it is saved sends nobody elsewhere, and keeps nothing", async () => {
  let done;
  const shelf = createShelf();
  const page = open(shelf, { save: () => new Promise((resolve) => (done = resolve)) });
  await settled();
  page.type(0, "5");
  const saved = page.submit();
  page.page.dispose();
  done();
  await saved;
  assert.deepEqual([page.went, page.announced, shelf.draft], [[], ["Saved."], null]);
});

test("an answer to what has been typed over meanwhile is not told", async () => {
  const page = open(createShelf());
  await settled();
  const answered = [];
  await page.page.ask(WORDS.failed, async (form) => form.least, (answer) => answered.push(answer));
  await page.page.ask(WORDS.failed, async () => page.type(0, "7"), (answer) => answered.push(answer));
  assert.deepEqual(answered, ["1"]);
  page.page.dispose();
});

test("what the server says of a part of a field stands beside the field", async () => {
  const named = (errors) => Object.fromEntries(Object.entries(errors).map(([path, error]) => [path.replace(/\[.*/, ""), error]));
  const page = open(createShelf(), { named, save: async () => Promise.reject(refusal({ "least[3]": "too long" })) });
  await settled();
  await page.submit();
  assert.equal(page.fields[0].said, "too long");
  assert.equal(page.result(), WORDS.failed(text.form.fix(1)));
});

/** A form whose server refuses both of its fields. */
async function refused(options) {
  const fields = [createField("least"), createField("most")];
  const record = createRecordForm({ fields: () => fields, check: () => ({}), words: WORDS, buttons: [], ...options });
  await record.ask(WORDS.failed, async () => Promise.reject(refusal({ least: "too low", most: "too high" })));
  return { record, said: () => fields.map(({ said }) => said), words: record.result.textContent, type: () => record.typed({ target: fields[0].element }) };
}

test("what the server said of a field holds until that field changes", async () => {
  const { said, words, type } = await refused({});
  assert.deepEqual([said(), words], [["too low", "too high"], WORDS.failed(text.form.fix(2))]);
  type();
  assert.deepEqual(said(), [null, "too high"]);
});

test("what the server said of fields that are judged together holds until any of them changes", async () => {
  const { said, words, type } = await refused({ together: true });
  assert.deepEqual([said(), words], [["too low", "too high"], WORDS.failed("refused")]);
  type();
  assert.deepEqual(said(), [null, null]);
});

test("nothing else is asked while an answer is waited for", async () => {
  let done;
  const button = createPart();
  const record = createRecordForm({ fields: () => [], check: () => ({}), words: WORDS, buttons: [button] });
  const first = record.ask(WORDS.failed, () => new Promise((resolve) => (done = resolve)));
  await record.ask(WORDS.failed, () => assert.fail("asked twice"));
  assert.equal(button.disabled, true);
  done();
  await first;
  assert.equal(button.disabled, false);
});
