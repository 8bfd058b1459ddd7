/** What is bought together. */
export const affinity = {
  affinity: {
    title: "Bought together",
    lead: "Which things are in one basket more often than by chance.",
    back: "Offers",
    kinds: { product: "Product", category: "Category" },
    kindLabel: "What to look at",
    item: { product: "Product id", category: "Category" },
    show: "Show",
    sorts: { lift: "By lift", support: "By support" },
    sortLabel: "Sort",
    ranges: { all: "All baskets", recent: "Last days" },
    recent: (days) => `Last ${days} days`,
    rangeLabel: "Baskets",
    panel: "What goes with it",
    partners: (name) => `Bought with ${name}`,
    note: (baskets, total, byLift) => `${name(baskets)} with it, of ${total} in all${byLift ? "; the dashed line is chance" : ""}`,
    missing: (count) => `So many pairs came up that the rarest were forgotten: a pair may have up to ${count} more baskets than shown.`,
    ofPartners: (lookedAt, all) => `of ${all} partners, the ${lookedAt} most frequent are looked at`,
    firstOf: (shown, all) => `the picture shows the first ${shown} of ${all}`,
    none: (name) => `${name} was in no basket with anything else.`,
    inNoBasket: (name) => `${name} was in no basket.`,
    columns: { item: "Bought with it", together: "Together", support: "Support", confidence: "Confidence", lift: "Lift" },
    tip: (together, support, confidence, lift) => `${together} baskets hold both (${support} of all)\n${confidence} of the baskets with it\n${lift} times as often as by chance`,
    words: (name, count) => `Bar chart of what is bought with ${name}: ${count} partners; the table has the same figures`,
    bar: (figure, together) => `${figure} · ${name(together)}`,
    times: (lift) => `${lift}×`,
    strongest: "The strongest pairs",
    strongestNote: "Choose a thing above, or one of these.",
    strongestColumns: { pair: "Pair", affinityLift: "Lift", together: "Together", confidence: "Confidence", support: "Support" },
    strongestSpreadsheet: { one: "One", oneName: "Its name", other: "Other", otherName: "Its name", lift: "Lift", together: "Together", confidence: "Confidence", support: "Support" },
    ofFirst: (share, baskets) => `${share} of ${baskets}`,
    pair: " and ",
    noBaskets: "No baskets yet.",
    noBasketsHint: ["Orders make them. Send Sale events with ", ", or run "],
    failed: (reason) => `Figures could not be loaded: ${reason || "the server does not answer"}. Trying again by itself.`,
    stale: (at, reason) => `These figures are as of ${at}: ${reason || "the server does not answer"}. Trying again by itself.`,
  },
};

function name(count) {
  return `${count} ${count === "1" ? "basket" : "baskets"}`;
}
