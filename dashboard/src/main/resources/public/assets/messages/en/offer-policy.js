import { unsure } from "./common.js";

/** The page of the policy by which offers are made. */
export const offerPolicy = {
  offerPolicy: {
    title: "Offer policy",
    lead: "How often customers get offers, how long they are left alone, and what makes a moment right for one.",
    back: "Offers",
    save: "Save policy",
    saved: "Policy saved. It holds from the next moment on.",
    discard: "Cancel",
    kept: "What you typed before is still here, and is not saved yet.",
    failed: (detail) => `Not saved: ${detail}`,
    notLoaded: (detail) => `The policy in use could not be loaded: ${detail}`,
    noServer: "the server does not answer.",
    unreachable: "the server does not answer. What you typed is still here; try again.",
    sections: {
      caps: ["How often", "No customer gets more than this. An offer is made only if every line allows it; no line, no limit."],
      decline: ["After a “no”", "So long customers are left alone when they decline. 0 for not at all."],
      measure: ["How the effect is measured", "Some customers never get an offer. What they buy, against what all others buy, shows what offers do."],
      contexts: ["What makes a moment right", "Each line whose rule holds adds its percent to the weight of an offer at that moment: 50 makes it one and a half times as important, \u221250 half, \u2212100 or less keeps it back."],
    },
    fields: {
      scope: ["What is counted"],
      most: ["At most"],
      hours: ["Within … hours"],
      countContacts: ["Campaigns", "An e-mail or a call by a campaign then uses up what the customer may get, in all and on its channel."],
      declinedOfferHours: ["The same offer, hours", "That offer is not made to them for so long."],
      declinedAnyHours: ["Any offer, hours", "No offer at all is made to them for so long."],
      silentShare: ["Customers without offers, %", "Always the same ones. Fewer sell more now; more tell sooner whether offers do any good."],
      effectDays: ["Days that count", "What a customer buys in so many days after their first chance of an offer is compared."],
      name: ["Name"],
      rule: ["Rule"],
      percent: ["Percent"],
    },
    scopes: { CUSTOMER: "All offers", CHANNEL: "Offers on one channel", OFFER: "The same offer" },
    contactsCount: "Count contacts by campaigns, too",
    days: (span) => `= ${span}`,
    rows: {
      caps: { one: (at) => `Limit ${at}`, add: "Add a limit", remove: (at) => `Remove limit ${at}`, none: "No limit: customers may get any number of offers.", removed: (at) => `Limit ${at} is removed.`, undo: "Put it back" },
      contexts: { one: (at) => `Weight ${at}`, add: "Add a weight", remove: (at) => `Remove weight ${at}`, none: "No weight: every moment is as right as any other.", removed: (at) => `Weight ${at} is removed.`, undo: "Put it back" },
    },
    wrong: {
      unsure,
      required: "this is needed",
      count: "must be a whole number, 0 or more",
      window: "must be whole hours, 1 to 87840",
      hours: "must be whole hours, 0 to 87840",
      share: "must be between 0 and 100",
      days: "must be whole days, 1 to 366",
      percent: "must be between \u22121000 and 1000",
    },
  },
};
