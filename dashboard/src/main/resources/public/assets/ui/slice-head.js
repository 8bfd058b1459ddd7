import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { wilson } from "../model/interval.js";
import { paths } from "../router.js";
import { sliceNames } from "./part-names.js";
import { createStat } from "./stat.js";

const MARK = "›";

/** Where in a campaign one is, and how that part of it does. */
export function createSliceHead(id, slice) {
  const { channel, segment } = slice;
  const campaign = h("a", { href: paths.campaign(id) }, id);
  const wider = channel && segment ? h("a", { href: paths.breakdown(id, { channel }) }) : null;
  const name = h("h1", { tabindex: "-1", "aria-current": "page" });
  const steps = [campaign, wider, name].filter(Boolean);
  const path = h("nav", { class: "crumbs", "aria-label": text.breakdown.path }, h("ol", {}, steps.map((step) => h("li", {}, step))));
  const stats = { rate: createStat("responseRate", { lead: true }), responders: createStat("responders"), orders: createStat("orders"), revenue: createStat("revenue") };
  return {
    element: h("div", { class: "slice-head" }, path, h("p", { class: "facts" }, text.breakdown.lead)),
    stats: h("div", { class: "stats slice-stats" }, Object.values(stats).map(({ element }) => element)),
    title: () => steps.map((step) => step.textContent).join(` ${MARK} `),
    name(headline) {
      setText(campaign, headline?.name ?? id);
      const names = sliceNames(slice, headline?.campaign ?? {});
      setText(name, names.at(-1));
      if (wider) setText(wider, names[0]);
    },
    update(totals, format) {
      stats.rate.update(format.rate(totals.responseRate), rateWords(totals, format));
      stats.responders.update(format.count(totals.responders), responderWords(totals, format));
      stats.orders.update(format.count(totals.orders), totals.contacted ? text.breakdown.buyers(totals.converters, format.count(totals.converters), format.rate(totals.conversionRate)) : "");
      stats.revenue.update(format.roundMoney(totals.revenue), totals.contacted ? text.breakdown.perContact(format.money(totals.revenuePerContact)) : "");
    },
  };
}

/** What a rate is of, and how far it can still move. */
function rateWords({ responders, contacted }, format) {
  const interval = wilson(responders, contacted);
  if (!interval) return text.breakdown.nobody;
  const range = text.campaign.interval(format.rate(interval[0]), format.rate(interval[1]));
  return `${text.breakdown.of(format.count(responders), format.count(contacted))}, ${range}`;
}

function responderWords({ directResponders, passAlongResponders }, format) {
  return [
    text.breakdown.direct(format.count(directResponders)),
    passAlongResponders > 0 && text.breakdown.passAlong(format.count(passAlongResponders)),
  ].filter(Boolean).join(", ");
}
