/** Whether it is the campaign or luck. */
export const lift = {
  lift: {
    title: "Is it the campaign, or luck?",
    note: (held, variant) => `Everybody assigned, against ${held} customers held out as ${variant}. Valid however often you look.`,
    columns: { variant: "Variant", value: "Variant’s", control: "Control’s", difference: "Difference, 95 % always-valid range", verdict: "Verdict" },
    measures: { responseRate: "responded", conversionRate: "bought", spendPerHead: "spent a head" },
    customers: (count) => `${count} customers`,
    interval: (low, high) => `${low} … ${high}`,
    verdict: { works: "works", hurts: "hurts", early: "too early to tell", none: "no effect shown" },
    mark: { works: "▲", hurts: "▼", early: "◌", none: "●" },
    srm: "The groups are not as large as planned: something puts customers into them unevenly. Do not trust these differences before that is understood.",
  },
};
