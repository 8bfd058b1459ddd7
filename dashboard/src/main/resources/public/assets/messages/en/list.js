import { plural } from "./plural.js";

/** The list of campaigns. */
export const list = {
  list: {
    title: "Campaigns",
    search: "Search",
    sort: "Sort by",
    searchHint: "Name, channel or code",
    statuses: { all: "All", RUNNING: "Running", PLANNED: "Planned", ENDED: "Ended" },
    statusLabel: "Status",
    best: "Best responding",
    bestOf: (responders, contacted) => `${responders} of ${contacted} contacted`,
    nobody: "Nobody has been contacted yet",
    running: "Running",
    runningOf: (all) => `of ${all}`,
    revenue: "Revenue",
    revenueNote: (count, written) => plural(count, written, "order"),
    events: "Events/s",
    eventsNote: "all channels",
    rateOf: (responders, contacted) => `${responders} of ${contacted}`,
    resort: "Order changed. Sort again",
    sortedBy: (column, direction) => `Sorted by ${column}, ${direction}`,
    directions: {
      figure: { asc: "lowest first", desc: "highest first" },
      word: { asc: "A to Z", desc: "Z to A" },
      status: { asc: "running first", desc: "ended first" },
    },
    shown: (shown, all, write) => (shown === all ? plural(all, write(all), "campaign") : `${write(shown)} of ${plural(all, write(all), "campaign")}`),
    more: (shown, all) => `Show more (${shown} of ${all} here)`,
    caption: "Campaigns with their response so far",
    columns: {
      name: "Campaign", channel: "Channel", status: "Status", contacted: "Contacted", responders: "Responders",
      rate: "Rate", plan: "Plan", lift: "Lift, points", lastHour: "Last hour", orders: "Orders", revenue: "Revenue",
    },
    spark: (count, written) => `${plural(count, written, "new responder")} in the last hour`,
    csv: "campaigns",
    csvColumns: {
      name: "Campaign", campaignId: "Campaign id", channels: "Channels", status: "Status", contacted: "Contacted", responders: "Responders", rate: "Rate", plan: "Plan", verdict: "Against plan",
      liftLow: "Lift, low end", liftHigh: "Lift, high end", liftVerdict: "Lift, verdict", lastHour: "New responders in the last hour", orders: "Orders", revenue: "Revenue",
    },
  },
};
