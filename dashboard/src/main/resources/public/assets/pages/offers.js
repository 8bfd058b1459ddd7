import { arrange, h } from "../dom.js";
import { text } from "../messages.js";
import { allOffers, sortedOffers } from "../model/offers.js";
import { createPolled } from "../model/polled.js";
import { paths } from "../router.js";
import { createCsvButton } from "../ui/export.js";
import { createOfferEffect, createSuggestions } from "../ui/offer-panels.js";
import { createOfferHead, createOfferRow, offersCsv } from "../ui/offer-row.js";
import { createOpportunities } from "../ui/opportunities.js";
import { createStat } from "../ui/stat.js";
import { notice, skeleton } from "../ui/states.js";
import { createTrouble } from "../ui/trouble.js";

const LOOK_EVERY = 500;
const OFFERS_EVERY = 1_000;
const REST_EVERY = 10_000;

/** Every offer, how it does, what offers do at all, and what else could be offered. */
export function mountOffers(root, { router, api, redraw, isPaused }) {
  const polled = (ask, every) => createPolled({ ask, every, isHeld: isPaused, onNews: redraw });
  const sources = {
    offers: polled(api.offers, OFFERS_EVERY),
    product: polled(() => api.strongestPairs("product"), REST_EVERY),
    category: polled(() => api.strongestPairs("category"), REST_EVERY),
    opportunities: polled(api.opportunities, REST_EVERY),
  };
  const stats = {
    rate: createStat("acceptanceRate", { lead: true }),
    live: createStat("offersLive"),
    decided: createStat("offersDecided"),
    revenue: createStat("offersRevenue"),
  };
  const body = h("tbody", { role: "rowgroup" });
  const table = h("table", { class: "offers", role: "table" }, h("caption", { class: "visually-hidden" }, text.offers.caption), createOfferHead(), body);
  const frame = h("div", { class: "table-frame" }, table);
  const effect = createOfferEffect();
  const suggested = createSuggestions();
  const opportunities = createOpportunities();
  const bones = skeleton(5);
  const empty = noOffers();
  const figures = h("div", { class: "stats" }, Object.values(stats).map(({ element }) => element));
  const trouble = createTrouble({ words: text.offers, marked: [figures, frame, effect.element] });
  const all = h("div", { class: "offers-page" }, figures, frame, empty, opportunities.element, effect.element, suggested.element);
  const save = createCsvButton(text.offers.list, () => "offers", () => offersCsv(listed.offers, Date.parse(listed.asOf)));
  const links = h("div", { class: "head-links" }, save, h("a", { class: "button", href: paths.affinity() }, text.offers.toAffinity), h("a", { class: "button", href: paths.offerPolicy() }, text.offers.toPolicy), h("a", { class: "button button-main", href: paths.createOffer() }, text.offers.create));
  const head = h("div", {}, h("h1", { tabindex: "-1" }, text.offers.title), h("p", {}, text.offers.lead));
  const rows = new Map();
  let listed = { offers: [], asOf: null };
  all.hidden = save.hidden = true;
  root.append(h("div", { class: "page-head calls-head" }, head, links), bones, all, trouble.element);
  const timer = setInterval(tick, LOOK_EVERY);
  tick();

  function tick() {
    if (!document.hidden) for (const source of Object.values(sources)) source.tick();
  }

  function showStats(offers, format) {
    const sum = allOffers(offers);
    const { ofPresented, nonePresented, ofAll } = text.offers;
    stats.rate.update(format.rate(sum.rate), sum.presented > 0 ? ofPresented(format.count(sum.accepted), format.count(sum.presented)) : nonePresented);
    stats.live.update(format.count(sum.live), ofAll(format.count(offers.length)));
    stats.decided.update(format.count(sum.decided));
    stats.revenue.update(format.compactMoney(sum.revenue));
  }

  function showOffers(offers, now, format) {
    const known = new Set(offers.map(({ offerId }) => offerId));
    for (const id of rows.keys()) if (!known.has(id)) rows.delete(id);
    for (const offer of offers) {
      if (!rows.has(offer.offerId)) rows.set(offer.offerId, createOfferRow(offer.offerId));
      rows.get(offer.offerId).update(offer, now, format);
    }
    if (!body.contains(document.activeElement)) arrange(body, sortedOffers(offers).map(({ offerId }) => rows.get(offerId).element));
    frame.hidden = save.hidden = offers.length === 0;
    empty.hidden = offers.length > 0;
  }

  function step(by) {
    const found = [...body.querySelectorAll("a")];
    const at = found.indexOf(document.activeElement);
    found[at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.max(0, Math.min(found.length - 1, at + by))]?.focus();
  }

  return {
    title: text.offers.title,
    update({ format }) {
      const state = sources.offers.read();
      trouble.update(state, format);
      bones.hidden = state.answer !== null;
      all.hidden = state.answer === null;
      if (!state.answer) return;
      const { offers, effect: does, asOf } = state.answer;
      listed = { offers: sortedOffers(offers), asOf };
      showStats(offers, format);
      showOffers(offers, Date.parse(asOf), format);
      effect.update(does, format);
      suggested.update({ product: sources.product.read(), category: sources.category.read() }, format);
      opportunities.update(sources.opportunities.read(), format);
    },
    keys: { next: () => step(1), previous: () => step(-1), back: () => router.go(router.list()) },
    dispose() {
      clearInterval(timer);
      for (const source of Object.values(sources)) source.dispose();
    },
  };
}

function noOffers() {
  const [first, send, end] = text.offers.noneHint;
  const create = h("a", { href: paths.createOffer() }, text.offers.create);
  return notice(h("p", {}, h("strong", {}, text.offers.none), " ", first, create, send, h("code", {}, "PUT /api/v1/offers/{id}"), end));
}
