import { define } from "./term.js";
import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { headlineLift } from "../model/lift.js";
import { isFinal, verdict } from "../model/plan.js";
import { paths } from "../router.js";
import { intervalWords, showLiftVerdict } from "./lift-words.js";
import { createSpark } from "./spark.js";

/** The words for a channel; a channel that the page does not know stands for itself. */
export function channelName(channel) {
  return text.channels[channel] ?? channel;
}

/** One campaign in the list: a table row whose cells are replaced in place. */
export function createCampaignRow(campaignId) {
  const link = h("a", { href: paths.campaign(campaignId), class: "row-link" });
  const plan = h("span", { class: "figure" });
  const pill = h("span", { class: "verdict" });
  const rate = h("strong", { class: "figure" });
  const rateOf = h("span", { class: "rate-of figure" });
  const lift = h("span", { class: "figure" });
  const liftPill = h("span", { class: "verdict" });
  const spark = createSpark();
  const cells = {
    name: h("th", { scope: "row", role: "rowheader" }, link),
    channel: cell(),
    status: cell(),
    contacted: cell("figure"),
    responders: cell("figure"),
    rate: cell("rate", rate, rateOf),
    plan: cell("plan", plan, pill),
    lift: cell("lift-cell", lift, liftPill),
    lastHour: cell("spark-cell", spark.element),
    orders: cell("figure"),
    revenue: cell("figure"),
  };
  for (const [name, element] of Object.entries(cells)) {
    element.dataset.column = name;
    element.dataset.label = text.list.columns[name];
  }
  const status = h("span", { class: "status" });
  cells.status.append(status);
  const element = h("tr", { role: "row", on: { click: (click) => follow(click, link) } }, Object.values(cells));

  return {
    element,
    link,
    update(headline, now, format) {
      const figures = headline.figures ?? {};
      const found = verdict(headline.campaign ?? {}, figures, now);
      setText(link, headline.name ?? campaignId);
      setText(cells.channel, (headline.channels ?? []).map(channelName).join(", ") || text.none);
      setText(status, statusWords(headline, now));
      setAttribute(status, "data-status", headline.status);
      setText(cells.contacted, format.count(figures.contacted));
      setText(cells.responders, format.count(figures.responders));
      setText(rate, format.rate(figures.responseRate));
      setText(rateOf, found.kind === "none" ? "" : text.list.rateOf(format.count(figures.responders), format.count(figures.contacted)));
      setText(plan, found.plan === undefined || found.plan === null ? text.none : format.rate(found.plan));
      showVerdict(pill, found.kind);
      showLift(cells.lift, lift, liftPill, headlineLift(headline, now), format);
      const minutes = headline.lastHour?.responders ?? [];
      const lately = minutes.reduce((sum, value) => sum + value, 0);
      spark.update(minutes, text.list.spark(lately, format.count(lately)));
      setText(cells.orders, format.count(figures.orders));
      setText(cells.revenue, format.roundMoney(figures.revenue));
    },
  };
}

/** What a campaign is doing; one that has ended counts responses for as long as they may still come. */
export function statusWords({ status, campaign = {} }, now) {
  if (status === "ENDED" && campaign.endsAt && !isFinal(campaign, now)) return text.status.COUNTING;
  return text.status[status] ?? status;
}

/** Shows a verdict as a mark and a word, so that not only its colour says it. */
export function showVerdict(pill, kind) {
  setAttribute(pill, "data-verdict", kind);
  setText(pill, [text.verdict.mark[kind], text.verdict.short[kind]].filter(Boolean).join(" "));
}

function showLift(cell, words, pill, found, format) {
  setText(words, intervalWords(found?.interval, format.pointNumber) || text.none);
  showLiftVerdict(pill, found?.verdict);
  setAttribute(cell, "data-none", !found);
}

function cell(kind = null, ...children) {
  return h("td", { class: kind, role: "cell" }, ...children);
}

function follow(click, link) {
  const onItself = click.target.closest("a, button");
  if (!onItself && !String(getSelection())) link.click();
}

/** The heads of the list: words that sort, each with its meaning if it is a figure. */
export function createListHead(sortBy, sortable) {
  const meanings = { contacted: "contacted", responders: "responders", rate: "responseRate", plan: "plan", lift: "headlineLift", orders: "orders", revenue: "revenue" };
  const cells = Object.entries(text.list.columns).map(([column, words]) => {
    const kind = ["contacted", "responders", "rate", "plan", "lift", "orders", "revenue"].includes(column) ? "figure" : null;
    const head = h("th", { scope: "col", role: "columnheader", class: kind, data: { column } });
    if (!sortable(column)) head.append(define(h("span", { tabindex: "0", class: "head-word" }, words), "lastHour"));
    else {
      const button = h("button", { type: "button", on: { click: () => sortBy(column) } }, words);
      head.append(meanings[column] ? define(button, meanings[column]) : button);
    }
    return head;
  });
  return {
    element: h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, cells)),
    update({ column, direction }) {
      for (const head of cells) {
        setAttribute(head, "aria-sort", head.dataset.column === column ? `${direction}ending` : null);
      }
    },
  };
}
