import { plural } from "./plural.js";

/** What a campaign's figures are made of: a channel, a segment, and the interactions themselves. */
export const breakdown = {
  breakdown: {
    path: "Where you are",
    all: "All channels and segments",
    lead: "Customers by the channel of their first contact and by their segment, campaign so far.",
    opens: (figure) => `${figure}: see what it is made of`,
    of: (count, whole) => `${count} of ${whole} contacted`,
    nobody: "Nobody has been contacted here.",
    passAlong: (count) => `${count} pass-along`,
    direct: (count) => `${count} direct`,
    buyers: (count, written, rate) => `${plural(count, written, "buyer")}, ${rate} of contacted`,
    perContact: (amount) => `${amount} per contact`,
    empty: "Nothing has happened here so far.",
    newest: (count) => `The newest ${count}, by event time`,
    lists: { responses: "Responses", orders: "Orders", contacts: "Contacts" },
    listNotes: {
      responses: "Calls, web visits and other interactions credited to the campaign",
      orders: "Orders credited to the campaign, returns not taken off",
      contacts: "Single touches; the control group has none",
    },
    none: { responses: "No responses here so far.", orders: "No orders here so far.", contacts: "No contacts here so far." },
    columns: {
      at: "When", what: "What", customer: "Customer", credit: "Credited", amount: "Amount",
      customerId: "Customer id", identity: "Known by", tier: "Tier", eventId: "Event id",
    },
    credit: { direct: "direct", inferred: "inferred" },
    failed: (reason) => `This could not be loaded: ${reason || "the server does not answer"}. Trying again by itself.`,
    stale: (at, reason) => `This is as of ${at}: ${reason || "the server does not answer"}. Trying again by itself.`,
  },
};
