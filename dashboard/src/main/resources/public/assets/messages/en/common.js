/** What is wrong with a number that can be read in two ways. */
export const unsure = "this can be read in two ways: write thousands without separators, like 48000";

/** What several pages say: units, states, and the words that data use. */
export const common = {
  language: "en",
  none: "–",
  product: "Campaign Pulse",
  span: (amount, unit) => `${amount} ${unit}${amount === 1 ? "" : "s"}`,
  points: (amount) => `${amount} points`,
  perStep: (span) => `per ${span.replace(/^1 /, "")}`,
  trouble: {
    failed: (reason) => `This could not be loaded: ${reason || "the server does not answer"}. Trying again by itself.`,
    stale: (at, reason) => `These figures are as of ${at}: ${reason || "the server does not answer"}. Trying again by itself.`,
  },
  unreadable: "the server’s answer could not be read",
  states: {
    loading: "Loading figures",
    noContacts: "No contacts yet.",
    sendSome: "Send some with ",
    orRun: ", or run ",
    noCampaigns: "No campaigns yet.",
    noCampaignsHint: "Create the first: ",
    noMatch: "No campaign fits.",
    clear: "Show all",
    unknownCampaign: (id) => `There is no campaign “${id}”.`,
    toCampaigns: "To the campaigns",
    notFound: "There is no such page.",
    retry: "Try again",
    chartFailed: "The chart could not be drawn here. The table has the same figures.",
    seriesFailed: (reason) => `Figures over time could not be loaded${reason ? `: ${reason}` : ""}. Trying again by itself.`,
    nothingYet: "Nothing has happened yet.",
    notBegun: "This range lies in the future.",
    noneInRange: "Nothing happened in this range.",
  },
  status: { PLANNED: "planned", RUNNING: "running", ENDED: "ended", COUNTING: "ended, provisional" },
  channels: {
    EMAIL: "E-mail", SMS: "SMS", LETTER: "Letter", FAX: "Fax", CHAT: "Chat", STORE: "Store", FIELD_VISIT: "Field visit", WEB: "Web", CALL: "Outbound call", OUTBOUND_CALL: "Outbound call", PHONE: "Phone",
    NONE: "Not contacted",
  },
};
