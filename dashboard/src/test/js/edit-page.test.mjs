import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import { asksBeforeClosing, createPart, settled } from "./document.mjs";
import { campaign } from "./figures.mjs";

const { mountForm } = await load("pages/form.js");
const { mountOfferForm } = await load("pages/offer-form.js");
const { mountWeights } = await load("pages/weights.js");
const { text } = await load("messages.js");

const offer = { offerId: "filters", name: "Filters", productId: "p-1", channels: ["WEB"], value: "20.50", lever: 50 };
const refusal = (status) => Object.assign(new Error("refused"), { status });

/** A page of a form, with what it asked of its server and where it went. */
function open(mount, route, server = {}) {
  const told = { root: createPart(), went: [], saved: [], announced: [] };
  const save = async (id, record) => void told.saved.push(record ?? id);
  const api = { saveCampaign: save, saveOffer: save, savePriorityWeights: save, offers: async () => ({ offers: [] }), strongestPairs: async () => ({ pairs: [] }), ...server };
  const tools = { router: { go: (place) => told.went.push(place) }, api, store: { view: () => ({ campaigns: new Map() }) }, announce: (words) => told.announced.push(words) };
  const control = (name) => told.root.all(({ id }) => id === `field-${name}`)[0];
  const form = () => told.root.querySelector("form");
  return Object.assign(told, {
    page: mount(told.root, tools, { query: {}, ...route }),
    control,
    type(name, typed) {
      control(name).value = typed;
      control(name).listeners.input({});
      form().listeners.input({ type: "input", target: control(name) });
    },
    submit: () => form().listeners.submit({ preventDefault() {} }),
    press: (words) => told.root.all((part) => part.tag === "button" && part.textContent === words)[0].click(),
    wrong: (name) => control(name).parent.find("field-error")?.textContent ?? null,
  });
}

const openOffer = (server) => open(mountOfferForm, { id: "filters" }, { offer: async () => offer, ...server });
const openCampaign = (server) => open(mountForm, { id: "spring" }, { campaign: async () => campaign(), ...server });

test("what was typed of an offer is there when its form is opened again, and can be thrown away", async () => {
  const first = openOffer();
  await settled();
  first.type("pitch", "Take them");
  assert.equal(asksBeforeClosing(), true);
  first.page.dispose();
  assert.equal(asksBeforeClosing(), false);
  const other = open(mountOfferForm, { id: "coffee" }, { offer: async () => ({ ...offer, offerId: "coffee" }) });
  await settled();
  assert.equal(other.control("pitch").value, "");
  other.page.dispose();
  const second = openOffer();
  await settled();
  assert.equal(second.control("pitch").value, "Take them");
  assert.ok(second.root.textContent.includes(text.form.restored));
  second.press(text.form.discard);
  assert.deepEqual([second.control("pitch").value, second.root.textContent.includes(text.form.restored)], ["", false]);
  second.page.dispose();
  const third = openOffer();
  await settled();
  assert.equal(third.control("pitch").value, "");
  third.page.dispose();
});

test("a new offer of a suggestion is not the one that was begun before, and not typed by anybody yet", async () => {
  const begun = open(mountOfferForm, {});
  begun.type("name", "Mine");
  assert.equal(begun.control("offerId").value, "mine");
  begun.page.dispose();
  const suggested = open(mountOfferForm, { query: { product: "p-2", name: "Water filter" } });
  assert.deepEqual([suggested.control("name").value, suggested.control("offerId").value, asksBeforeClosing()], ["Water filter", "water-filter", false]);
  suggested.page.dispose();
});

test("what was typed of the weights is there when they are opened again", async () => {
  const weights = { priorityWeights: async () => ({ value: 40 }) };
  const first = open(mountWeights, {}, weights);
  await settled();
  first.type("value", "30");
  first.page.dispose();
  const second = open(mountWeights, {}, weights);
  await settled();
  assert.deepEqual([second.control("value").value, second.root.find("banner").hidden], ["30", false]);
  await second.submit();
  second.page.dispose();
  assert.equal(second.saved[0].value, 30);
  const third = open(mountWeights, {}, weights);
  await settled();
  assert.deepEqual([third.control("value").value, third.root.find("banner").hidden], ["40", true]);
  third.page.dispose();
});

test("what waits is not lost when its campaign cannot be loaded, or its page is left before it is", async () => {
  const first = openCampaign();
  await settled();
  first.type("name", "Spring again");
  first.page.dispose();
  const failed = openCampaign({ campaign: async () => Promise.reject(refusal(503)) });
  await settled();
  assert.ok(failed.root.find("notice").textContent.includes(text.form.noCampaign));
  failed.page.dispose();
  const left = openCampaign();
  left.page.dispose();
  await settled();
  assert.equal(asksBeforeClosing(), false);
  const again = openCampaign();
  await settled();
  assert.equal(again.control("name").value, "Spring again");
  await again.submit();
  again.page.dispose();
});

test("who has gone elsewhere while it was saved is not called back, and is told", async () => {
  for (const [mount, route, call, server] of [
    [mountForm, { id: "spring" }, "saveCampaign", { campaign: async () => campaign() }],
    [mountOfferForm, { id: "filters" }, "saveOffer", { offer: async () => offer }],
    [mountWeights, {}, "savePriorityWeights", { priorityWeights: async () => null }],
  ]) {
    let done;
    const form = open(mount, route, { ...server, [call]: () => new Promise((resolve) => (done = resolve)) });
    await settled();
    const saved = form.submit();
    await settled();
    form.page.dispose();
    done({});
    await saved;
    assert.deepEqual([form.went, form.announced.length], [[], 1], call);
  }
});

test("a saved form goes where its object is shown, and a refused one says why at its fields", async () => {
  const good = openCampaign();
  await settled();
  await good.submit();
  good.page.dispose();
  assert.deepEqual([good.went, good.saved[0].campaignId], [["/campaigns/spring"], "spring"]);
  const refused = openOffer({ saveOffer: async () => Promise.reject(Object.assign(refusal(422), { fields: { category: "is not known" } })) });
  await settled();
  await refused.submit();
  assert.equal(refused.wrong("item"), "Is not known");
  assert.equal(refused.root.find("form-result").textContent, text.form.failed(text.form.fix(1)));
  refused.page.dispose();
});

test("a field is called wrong once it was left, and all are when they are to be saved", async () => {
  const form = open(mountForm, {});
  form.type("audienceSize", "many");
  assert.equal(form.wrong("audienceSize"), "");
  form.root.querySelector("form").listeners.focusout({ target: form.control("audienceSize") });
  assert.match(form.wrong("audienceSize"), /number/);
  assert.equal(form.wrong("name"), "");
  await form.submit();
  assert.match(form.wrong("name"), /needed/);
  assert.deepEqual(form.saved, []);
  form.page.dispose();
});

test("a rule is tried while the rest of the offer is not done yet", async () => {
  const answer = { moments: 10, fired: 2, customers: 1, truncated: false, examples: [] };
  const form = open(mountOfferForm, { query: { rule: "about" } }, { dryRunOffer: async () => answer });
  form.page.update({ view: {}, format: { count: String, timeZone: "UTC" } });
  form.press(text.offerForm.tryIt);
  await settled();
  assert.match(form.root.find("dry-run").textContent, /2 of 10/);
  form.page.dispose();
});

test("what is typed while a form is being saved is not taken for saved", async () => {
  for (const [mount, route, call, server, field] of [
    [mountOfferForm, { id: "tea" }, "saveOffer", { offer: async () => offer }, "pitch"],
    [mountWeights, {}, "savePriorityWeights", { priorityWeights: async () => null }, "value"],
  ]) {
    let done;
    const form = open(mount, route, { ...server, [call]: () => new Promise((resolve) => (done = resolve)) });
    await settled();
    const saved = form.submit();
    form.type(field, "31");
    done({});
    await saved;
    form.page.dispose();
    const again = open(mount, route, server);
    await settled();
    assert.equal(again.control(field).value, "31", call);
    again.page.dispose();
  }
});

test("a field for an amount names the currency as soon as it is known, and keeps it when it is drawn again", async () => {
  const label = ({ root }, name) => root.all(({ attributes }) => attributes.for === `field-${name}`)[0].textContent;
  const shown = (currency) => ({ view: { health: currency && { currency } }, format: { timeZone: "UTC", currency: "USD" } });
  for (const [opened, name, plain] of [[openCampaign(), "costPerContact", "Cost per contact"], [openCampaign(), "fixedCost", "Fixed cost"], [openOffer(), "value", "Worth of an acceptance"]]) {
    opened.page.update(shown(null));
    await settled();
    assert.equal(label(opened, name), `${plain} ${text.form.optional}`);
    opened.page.update(shown("KRW"));
    assert.equal(label(opened, name), `${plain}, KRW ${text.form.optional}`);
    opened.page.dispose();
  }
  const late = openCampaign();
  late.page.update(shown("EUR"));
  await settled();
  assert.equal(label(late, "fixedCost"), `Fixed cost, EUR ${text.form.optional}`);
  late.page.dispose();
});
