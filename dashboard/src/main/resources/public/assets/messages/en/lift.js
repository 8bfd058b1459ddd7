import { plural } from "./plural.js";

/** Whether it is the campaign or luck. */
export const lift = {
  lift: {
    title: "Is it the campaign, or luck?",
    note: (held, variant) => `Everybody assigned, against ${held} customers held out as ${variant}. Valid however often you look.`,
    columns: { variant: "Variant", value: "Variant’s", control: "Control’s", difference: "Difference, 95 % always-valid range", verdict: "Verdict" },
    measures: { responseRate: "responded", conversionRate: "bought", spendPerHead: "spent a head" },
    customers: (count, written) => plural(count, written, "customer"),
    interval: (low, high) => `${low} … ${high}`,
    verdict: { mismatch: "split is off", works: "works", hurts: "hurts", early: "too early to tell", none: "no effect shown" },
    mark: { mismatch: "!", works: "▲", hurts: "▼", early: "◌", none: "●" },
    asPlanned: "The groups are split as planned.",
    srm: (groups) => `The groups are not split as planned (${groups}): don’t trust the lift. Something puts customers into the groups unevenly; find out what before you believe a difference.`,
    srmGroup: (variant, observed, planned, count) => `${variant} has ${observed} instead of ${planned}, ${count} customers`,
  },
};
