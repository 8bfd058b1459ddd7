import { affinity } from "./messages/en/affinity.js";
import { breakdown } from "./messages/en/breakdown.js";
import { calls } from "./messages/en/calls.js";
import { campaign } from "./messages/en/campaign.js";
import { common } from "./messages/en/common.js";
import { customers } from "./messages/en/customers.js";
import { definitions } from "./messages/en/definitions.js";
import { form } from "./messages/en/form.js";
import { frame } from "./messages/en/frame.js";
import { health } from "./messages/en/health.js";
import { lift } from "./messages/en/lift.js";
import { list } from "./messages/en/list.js";
import { offerForm } from "./messages/en/offer-form.js";
import { offerPolicy } from "./messages/en/offer-policy.js";
import { offers } from "./messages/en/offers.js";
import { routingRules } from "./messages/en/routing-rules.js";

/** Every text of the page. A translation is another folder of this shape. */
export const text = { ...common, ...frame, ...list, ...campaign, ...breakdown, ...calls, ...routingRules, ...customers, ...lift, ...form, ...health, ...offers, ...offerForm, ...offerPolicy, ...affinity, definitions };
