import { text } from "../messages.js";
import { missing } from "../ui/states.js";
import { mountAffinity } from "./affinity.js";
import { mountBreakdown } from "./breakdown.js";
import { mountCalls } from "./calls.js";
import { mountCampaign } from "./campaign.js";
import { mountCampaigns } from "./campaigns.js";
import { mountCustomer } from "./customer.js";
import { mountCustomers } from "./customers.js";
import { mountForm } from "./form.js";
import { mountHealth } from "./health.js";
import { mountOffer } from "./offer.js";
import { mountOfferForm } from "./offer-form.js";
import { mountOfferPolicy } from "./offer-policy.js";
import { mountOffers } from "./offers.js";
import { mountRoutingRules } from "./routing-rules.js";
import { mountWeights } from "./weights.js";

/** Every page by the name its route has. A page is {title, update(picture), dispose(), watch?, keys?, redraw?, focus?}. */
export const pages = {
  campaigns: mountCampaigns,
  campaign: mountCampaign,
  breakdown: mountBreakdown,
  form: mountForm,
  calls: mountCalls,
  weights: mountWeights,
  routingRules: mountRoutingRules,
  offers: (root, tools, route) => (route.id === undefined ? mountOffers : mountOffer)(root, tools, route),
  offerForm: mountOfferForm,
  offerPolicy: mountOfferPolicy,
  affinity: mountAffinity,
  customers: mountCustomers,
  customer: mountCustomer,
  health: mountHealth,
  missing: mountMissing,
};

function mountMissing(root, { router }) {
  root.append(missing(text.states.notFound));
  return { title: text.states.notFound, update() {}, keys: { back: () => router.go(router.list()) }, dispose() {} };
}
