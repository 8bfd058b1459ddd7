import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { wilson } from "../model/interval.js";
import { mainBlocks, standing } from "../model/offers.js";
import { paths } from "../router.js";
import { channelName } from "./campaign-row.js";
import { createFigureGroup } from "./figure-group.js";
import { proposalWords, rateOfWords, silenceWords, statusOf } from "./offer-words.js";
import { createStat } from "./stat.js";

const TERMS = ["proposes", "from", "to", "channels", "value", "lever", "quantityCap"];

/** An offer to look at: how it is taken, what keeps it back, and what it is. */
export function createOfferSheet(offerId) {
  const words = text.offer;
  const name = h("h1", { tabindex: "-1" }, offerId);
  const status = h("span", { class: "status", hidden: true });
  const pitch = h("p", { class: "facts" });
  const back = h("a", { class: "back", href: paths.offers() }, h("span", { "aria-hidden": "true" }, "‹ "), words.back);
  const edit = h("a", { class: "button", href: paths.editOffer(offerId) }, words.edit);
  const stats = { rate: createStat("offerRate", { lead: true }), presented: createStat("offerPresented"), decided: createStat("offersDecided"), revenue: createStat("offersRevenue") };
  const terms = createFigureGroup(words.what, TERMS, (term) => words.terms[term], { level: "h2" });
  const reasons = h("dl", {});
  const none = h("p", { class: "figure-note" }, words.notKeptBack);
  const keptBack = h("div", { class: "figure-group" }, h("h2", {}, words.keptBack), h("p", { class: "figure-note" }, words.keptBackNote), reasons, none);
  const rule = h("code");
  const everybody = h("p", { class: "figure-note" }, words.everybody);
  const who = h("div", { class: "figure-group" }, h("h2", {}, words.rule), h("p", {}, rule), everybody);
  return {
    head: h("div", { class: "campaign-head page-head" }, back, h("div", { class: "campaign-title" }, h("div", { class: "campaign-name" }, name, status), edit), pitch),
    body: h("div", { class: "offers-page", hidden: true }, h("div", { class: "stats" }, Object.values(stats).map(({ element }) => element)), h("div", { class: "figure-groups" }, keptBack, terms.element, who)),
    title: () => name.textContent,
    update(offer, now, format) {
      const { figures } = offer;
      const stands = standing(offer, now);
      setText(name, offer.name);
      status.hidden = false;
      setText(status, text.offers.status[stands]);
      setAttribute(status, "data-status", statusOf(stands));
      setText(pitch, offer.pitch ? words.pitch(offer.pitch) : "");
      stats.rate.update(format.rate(figures.acceptanceRate), rateWords(figures, format));
      stats.presented.update(format.count(figures.presented), words.answers(format.count(figures.accepted), format.count(figures.declined)));
      stats.decided.update(format.count(figures.decided));
      stats.revenue.update(format.money(figures.revenue));
      terms.update(termWords(offer, format));
      showReasons(reasons, figures.blocked, format);
      none.hidden = reasons.children.length > 0;
      rule.hidden = !offer.eligibility;
      everybody.hidden = Boolean(offer.eligibility);
      setText(rule, offer.eligibility ?? "");
    },
  };
}

/** A rate with what it is made of, and how sure it is. */
export function rateWords({ accepted, presented }, format) {
  if (presented === 0) return text.offers.nonePresented;
  const [low, high] = wilson(accepted, presented);
  return `${rateOfWords({ accepted, presented }, format)} · ${text.campaign.interval(format.rateNumber(low), format.rate(high))}`;
}

/** What an offer is and where its limits are, in words. */
export function termWords(offer, format) {
  const { always, open, anywhere, noCap, noLever } = text.offer;
  return {
    proposes: proposalWords(offer),
    from: offer.startsAt ? format.moment(offer.startsAt) : always,
    to: offer.endsAt ? format.moment(offer.endsAt) : open,
    channels: offer.channels?.length ? offer.channels.map(channelName).join(", ") : anywhere,
    value: format.money(offer.value),
    lever: offer.lever ? format.signedRate(offer.lever / 100) : noLever,
    quantityCap: offer.quantityCap ? text.offer.cap(format.count(offer.figures.accepted), format.count(offer.quantityCap)) : noCap,
  };
}

function showReasons(list, blocked, format) {
  const reasons = mainBlocks(blocked, Infinity);
  if (list.children.length !== reasons.length) arrange(list, reasons.map((_, index) => list.children[index] ?? h("div", { class: "figure-row" }, h("dt", {}), h("dd", { class: "figure" }))));
  reasons.forEach(([reason, times], index) => {
    setText(list.children[index].firstChild, silenceWords(reason));
    setText(list.children[index].lastChild, format.count(times));
  });
}
