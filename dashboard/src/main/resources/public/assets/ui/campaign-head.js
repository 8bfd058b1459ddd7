import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { durationMillis, largestUnit } from "../model/duration.js";
import { closesAt, isFinal, verdict } from "../model/plan.js";
import { paths } from "../router.js";
import { channelName, showVerdict } from "./campaign-row.js";
import { define } from "./term.js";

/** What a campaign is and how it does, in plain words. */
export function createCampaignHead(campaignId, listAddress) {
  const name = h("h1", { tabindex: "-1" }, campaignId);
  const status = h("span", { class: "status" });
  const [until, chip] = createFinality();
  const facts = h("p", { class: "facts" });
  const rate = h("a", { class: "lead-figure figure figure-link", href: paths.breakdown(campaignId) });
  const lead = h("p", { class: "lead-words" });
  const plan = h("span", {});
  const interval = h("p", { class: "lead-interval figure" });
  const pill = h("span", { class: "verdict verdict-large" });
  const rateWord = define(h("button", { type: "button", class: "term" }, text.definitions.responseRate[0]), "responseRate");
  const back = h("a", { class: "back", href: listAddress }, h("span", { "aria-hidden": "true" }, "‹ "), text.campaign.back);
  const edit = h("a", { class: "button", href: paths.edit(campaignId) }, text.campaign.edit);
  const element = h(
    "div",
    { class: "campaign-head" },
    back,
    h("div", { class: "campaign-title" }, h("div", { class: "campaign-name" }, name, status, chip), edit),
    facts,
    h("div", { class: "lead" }, h("div", { class: "lead-rate" }, rateWord, rate), h("div", { class: "lead-text" }, lead, h("p", { class: "lead-plan" }, plan, " ", pill), interval)),
  );
  return {
    element,
    update(headline, figures, now, format) {
      const found = verdict(headline.campaign ?? {}, figures, now);
      setText(name, headline.name ?? campaignId);
      setText(status, text.status[headline.status] ?? headline.status);
      setAttribute(status, "data-status", headline.status);
      setText(until, finalityWords(headline, now, format));
      chip.hidden = !until.textContent;
      setText(facts, factsOf(headline, figures, format));
      setText(rate, format.rate(figures.responseRate));
      setAttribute(rate, "aria-label", text.breakdown.opens(rate.textContent));
      setAttribute(rate, "data-none", found.kind === "none");
      setText(lead, leadWords(found, format, figures.passAlongResponders));
      setText(plan, planWords(found, format));
      showVerdict(pill, found.kind === "unplanned" ? "none" : found.kind);
      setText(interval, found.interval ? text.campaign.interval(format.rate(found.interval[0]), format.rate(found.interval[1])) : "");
    },
  };
}

function createFinality() {
  const until = h("span", {});
  return [until, define(h("button", { type: "button", class: "term finality" }, until), "finality")];
}

/** Whether the figures of a campaign may still move, once there are any; nothing is said of one that is still to come. */
export function finalityWords({ status, campaign = {} }, now, format) {
  if (status === "PLANNED" || Number.isNaN(closesAt(campaign))) return "";
  return isFinal(campaign, now) ? text.campaign.final : text.campaign.provisional(format.moment(closesAt(campaign)));
}

function factsOf({ campaign = {}, channels }, figures, format) {
  const window = durationMillis(campaign.responseWindow);
  return [
    `${format.fullDay(campaign.startsAt)} – ${format.fullDay(campaign.endsAt)}`,
    (channels ?? []).map(channelName).join(", "),
    window && text.campaign.window(text.span(...largestUnit(window))),
    figures.cost && text.campaign.cost(format.money(figures.cost)),
  ].filter(Boolean).join(" · ");
}

/** The verdict's first sentence: how many responded. */
export function leadWords(found, format, passAlong = 0) {
  if (found.kind === "none") return passAlong > 0 ? text.verdict.passAlong(format.count(passAlong)) : text.verdict.none;
  return text.verdict.lead(format.count(found.contacted), found.responders, format.count(found.responders));
}

/** The verdict's second sentence: how that stands against the plan. */
export function planWords(found, format) {
  const write = text.verdict[found.kind];
  if (found.kind === "none") return "";
  return typeof write === "function" ? write(format.rate(found.plan)) : write;
}
