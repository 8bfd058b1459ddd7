import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./assets.mjs";
import "./document.mjs";

const { affinityAddress, affinityQuery, askedAffinity, itemChoices } = await load("model/affinity.js");
const { affinityHeight, affinityOption, affinityTable } = await load("charts/affinity.js");
const { confidenceWords } = await load("ui/strongest.js");
const { partnersWords } = await load("pages/affinity.js");
const { createFormat } = await load("format.js");
const { parseRoute, paths } = await load("router.js");

const format = createFormat({ locale: "en-US", timeZone: "UTC" });
const palette = { accent: "#00f", muted: "#888", ink: "#000", line: "#ccc", raised: "#fff", font: "x" };
const pairs = [
  { item: "filter", name: "Water filter", together: 30, support: 0.03, confidence: 0.3, lift: 6 },
  { item: "bulb", name: null, together: 20, support: 0.02, confidence: 0.2, lift: 0.5 },
];
const draw = (options = {}) => affinityOption(pairs, { sort: "lift", palette, width: 900, format, ...options });

test("an address asks what is bought with something, and nonsense is the usual", () => {
  const asked = askedAffinity({ category: "Cooling", sort: "support", range: "recent" });
  assert.deepEqual(asked, { kind: "category", item: "Cooling", sort: "support", range: "recent" });
  assert.deepEqual(askedAffinity({ product: "p", sort: "x", range: "y" }), { kind: "product", item: "p", sort: "lift", range: "all" });
  assert.equal(askedAffinity({}).item, null);
  assert.deepEqual(affinityQuery(asked), { category: "Cooling", sort: "support", range: "recent" });
});

test("of more partners than are looked at it is said how many there are", () => {
  assert.equal(partnersWords({ partners: 1_203, lookedAt: 1_000 }, format), "of 1,203 partners, the 1,000 most frequent are looked at");
  assert.equal(partnersWords({ partners: 3, lookedAt: 3 }, format), "");
});

test("an address says what is asked, and leaves out what is usual", () => {
  const asked = { kind: "product", item: "p", sort: "lift", range: "all" };
  assert.deepEqual(affinityAddress(asked), { product: "p", category: null, sort: null, range: null });
  assert.deepEqual(askedAffinity(affinityAddress({ ...asked, kind: "category", sort: "support", range: "recent" })), { ...asked, kind: "category", sort: "support", range: "recent" });
});

test("the pages of offers have addresses", () => {
  assert.equal(parseRoute(paths.offers()).page, "offers");
  assert.deepEqual(parseRoute(paths.editOffer("a/b")), { page: "offerForm", id: "a/b", query: {} });
  const [path, search] = paths.createOffer({ product: "p 1", rule: "a && b" }).split("?");
  assert.deepEqual(parseRoute(path, search), { page: "offerForm", query: { product: "p 1", rule: "a && b" } });
  assert.equal(parseRoute(...paths.affinity({ product: "p" }).split("?")).query.product, "p");
  assert.equal(paths.affinity(), "/affinity");
});

test("things of pairs are each chosen from once, by name", () => {
  const answer = { pairs: [{ one: "b", oneName: "Bulb", other: "a", otherName: "Zoo" }, { one: "b", oneName: "Bulb", other: "c", otherName: null }] };
  assert.deepEqual(itemChoices(answer).map(({ item }) => item), ["b", "a", "c"]);
  assert.deepEqual(itemChoices(undefined), []);
});

test("bars are as long as the lift, from zero, beside a line where chance is", () => {
  const option = draw();
  assert.deepEqual(option.series[0].data.map(({ value }) => value), [6, 0.5]);
  assert.deepEqual(option.yAxis.data, ["Water filter", "bulb"]);
  assert.deepEqual([option.xAxis.min, option.xAxis.max], [0, 6]);
  assert.deepEqual(option.series[0].markLine.data, [{ xAxis: 1 }]);
  assert.ok(option.series[0].data[1].itemStyle.opacity < 1);
  assert.equal(option.series[0].label.formatter({ dataIndex: 0 }), "6× · 30 baskets");
});

test("where there is no room beside the bars, names stand above them", () => {
  assert.ok(draw({ width: 300 }).yAxis.axisLabel.inside);
  assert.ok(!draw().yAxis.axisLabel.inside);
  assert.ok(draw({ width: 300 }).grid.left < draw().grid.left);
  assert.ok(affinityHeight(3, 300) > affinityHeight(3, 900));
});

test("by support there is no chance to show", () => {
  const option = draw({ sort: "support" });
  assert.deepEqual(option.series[0].data.map(({ value }) => value), [0.03, 0.02]);
  assert.equal(option.series[0].markLine, undefined);
});

test("the picture shows the first twenty, and the table all", () => {
  const many = Array.from({ length: 30 }, () => pairs[0]);
  assert.equal(affinityOption(many, { sort: "lift", palette, width: 300, format }).series[0].data.length, 20);
  assert.equal(affinityHeight(30, 900), affinityHeight(20, 900));
  assert.ok(affinityHeight(3, 900) < affinityHeight(4, 900));
  assert.equal(affinityTable(many, format).rows.length, 30);
});

test("the tooltip and the table say every figure with its count", () => {
  const tip = draw().tooltip.formatter([{ dataIndex: 0 }]);
  assert.equal(tip, "Water filter\n30 baskets hold both (3.00\u202f% of all)\n30.0\u202f% of the baskets with it\n6 times as often as by chance");
  assert.deepEqual(affinityTable(pairs, format).rows[0].cells, ["Water filter", "30", "3.00\u202f%", "30.0\u202f%", "6.00×"]);
  assert.deepEqual(affinityTable(pairs, format).rows[0].raw, ["filter", 30, 0.03, 0.3, 6]);
});

test("a confidence says of how many baskets it is", () => {
  assert.equal(confidenceWords({ together: 410, confidence: 410 / 650 }, format), "63.1\u202f% of 650");
  assert.equal(confidenceWords({ together: 0, confidence: null }, format), "–");
});
