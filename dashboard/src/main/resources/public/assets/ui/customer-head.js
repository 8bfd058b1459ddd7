import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { opposed } from "../model/customer.js";
import { paths } from "../router.js";
import { tierWords } from "./customer-words.js";
import { define } from "./term.js";

/** Who a customer is and what to avoid with them, for who has them on the line. */
export function createCustomerHead(customerId) {
  const name = h("h1", { tabindex: "-1" }, customerId);
  const tierName = h("span", {});
  const tier = define(h("button", { type: "button", class: "tier" }, h("span", { class: "visually-hidden" }, text.card.tier, " "), tierName), "tier");
  const newcomer = h("span", { class: "tier tier-new", hidden: true }, text.card.isNew);
  const facts = h("p", { class: "facts" });
  const warnings = Object.fromEntries(Object.entries(text.card.avoid).map(([what, words]) => [what, createWarning(...words)]));
  const since = h("span", {});
  const complaint = h("li", { hidden: true }, h("span", { "aria-hidden": "true" }, "!"), h("strong", {}, text.card.complaint), " ", since);
  const nothing = h("p", { class: "facts" }, text.card.nothingToAvoid);
  const badges = h("span", { class: "tiers", hidden: true }, tier, newcomer);
  const avoid = h("ul", { class: "avoid", "aria-label": text.card.avoidTitle }, complaint, Object.values(warnings));
  const back = h("a", { class: "back", href: paths.customers() }, h("span", { "aria-hidden": "true" }, "‹ "), text.card.back);
  nothing.hidden = avoid.hidden = true;
  return {
    element: h("div", { class: "customer-head" }, back, h("div", { class: "campaign-name" }, name, badges), facts, avoid, nothing),
    update(card, format) {
      setText(name, nameOf(card));
      setText(tierName, tierWords(card.tier));
      setAttribute(tier, "data-tier", card.tier);
      badges.hidden = false;
      newcomer.hidden = !card.isNew;
      setText(facts, factsOf(card, format));
      const against = opposed(card);
      for (const [what, warning] of Object.entries(warnings)) warning.hidden = !against.includes(what);
      complaint.hidden = !card.openComplaintSince;
      setText(since, text.card.since(format.dayAndMinute(card.openComplaintSince)));
      avoid.hidden = against.length === 0 && complaint.hidden;
      nothing.hidden = against.length > 0;
    },
  };
}

/** What a customer is called. */
export function nameOf({ name, customerId }) {
  return name || customerId;
}

function factsOf({ name, customerId, updatedAt }, format) {
  return [name && text.card.id(customerId), updatedAt && text.card.asOf(format.moment(updatedAt))].filter(Boolean).join(" · ");
}

function createWarning(what, why) {
  return h("li", { hidden: true }, h("span", { "aria-hidden": "true" }, "⊘"), h("strong", {}, what), " ", why);
}
