import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { mainBlocks, standing } from "../model/offers.js";
import { paths } from "../router.js";
import { blockedWords, proposalWords, rateOfWords, silenceWords, statusOf } from "./offer-words.js";
import { define } from "./term.js";

const FIGURES = ["presented", "accepted", "rate", "revenue"];

/** One offer in the list: a table row whose cells are replaced in place. */
export function createOfferRow(offerId) {
  const link = h("a", { href: paths.offer(offerId), class: "row-link" });
  const status = h("span", { class: "status" });
  const [rate, rateOf] = [h("strong", { class: "figure" }), h("span", { class: "rate-of figure" })];
  const cells = Object.fromEntries(Object.keys(text.offers.columns).map((name) => [name, cell(name)]));
  cells.name.append(link);
  cells.status.append(status);
  cells.rate.append(rate, rateOf);
  return {
    element: h("tr", { role: "row" }, Object.values(cells)),
    link,
    update(offer, now, format) {
      const { figures } = offer;
      const stands = standing(offer, now);
      setText(link, offer.name);
      setText(cells.what, proposalWords(offer));
      setText(status, text.offers.status[stands]);
      setAttribute(status, "data-status", statusOf(stands));
      setText(cells.presented, format.count(figures.presented));
      setText(cells.accepted, format.count(figures.accepted));
      setText(rate, format.rate(figures.acceptanceRate));
      setText(rateOf, rateOfWords(figures, format));
      setText(cells.revenue, format.roundMoney(figures.revenue));
      setText(cells.blocked, blockedWords(figures, format));
    },
  };
}

function cell(name) {
  const data = { column: name, label: text.offers.columns[name] };
  if (name === "name") return h("th", { scope: "row", role: "rowheader", data });
  return h("td", { role: "cell", class: name === "rate" ? "rate" : FIGURES.includes(name) ? "figure" : null, data });
}

/** Offers for a spreadsheet: what is listed, and by which ids it is found again. Pure. */
export function offersCsv(offers, now) {
  const columns = text.offers.columns;
  const head = [columns.name, text.offers.offerId, columns.what, columns.status, columns.presented, columns.accepted, text.offers.declined, columns.rate, columns.revenue, columns.blocked];
  const rows = offers.map((offer) => {
    const { presented, accepted, declined, acceptanceRate, revenue, blocked } = offer.figures;
    const why = mainBlocks(blocked).map(([rule, times]) => text.offers.blockedTimes(silenceWords(rule), times)).join("; ");
    return [offer.name, offer.offerId, proposalWords(offer), text.offers.status[standing(offer, now)], presented, accepted, declined, acceptanceRate, revenue, why];
  });
  return [head, ...rows];
}

/** The heads of the list of offers. */
export function createOfferHead() {
  const meanings = { rate: "offerRate", revenue: "offersRevenue" };
  const heads = Object.entries(text.offers.columns).map(([column, words]) => {
    const head = h("th", { scope: "col", role: "columnheader", class: FIGURES.includes(column) ? "figure" : null, data: { column } });
    head.append(meanings[column] ? define(h("span", { tabindex: "0", class: "head-word" }, words), meanings[column]) : words);
    return head;
  });
  return h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads));
}
