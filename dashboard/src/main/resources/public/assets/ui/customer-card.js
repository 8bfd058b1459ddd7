import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { asOfWords, birthdayWords, expectedNote, expectedWords, profileWords, soFarWords, worthWords } from "./customer-words.js";
import { createCustomerHead } from "./customer-head.js";
import { createCustomerNow } from "./customer-now.js";
import { createCustomerOffer } from "./customer-offer.js";
import { createFigureGroup } from "./figure-group.js";
import { toLocalInput } from "./local-time.js";
import { define, term } from "./term.js";

/** The card of a customer: who they are, what to avoid, what they are worth, what to offer them, how soon to answer them and what they did last. `lost(words)` is told what came to nothing after the card was left. */
export function createCustomerCard(customerId, api, { lost, timers } = {}) {
  const head = createCustomerHead(customerId);
  const nowPart = createCustomerNow();
  const offer = createCustomerOffer(api, customerId, { lost, timers });
  const profile = createFigureGroup(text.card.who, Object.keys(text.card.profile), (name) => text.card.profile[name], { level: "h2" });
  const expected = createFigureGroup(text.card.expected(null), ["expectedSpend", "expectedPurchases", "probabilityAlive"], term);
  const soFar = createFigureGroup(text.card.soFar, ["purchaseDays", "lastPurchase", "customerSince", "meanSpend", "spend"], term);
  const soon = h("span", { class: "soon" });
  profile.cells.birthday.before(soon);
  const label = h("span", {});
  const rank = h("span", { class: "worth-figure figure" });
  const words = h("span", {});
  const worth = h("p", { class: "worth" }, define(h("button", { type: "button", class: "term" }, label), "percentile"), " ", rank, " ", words);
  const value = h(
    "section",
    { class: "customer-value", "aria-labelledby": "worth-title" },
    h("h2", { id: "worth-title", class: "visually-hidden" }, text.card.worth),
    worth,
    h("div", { class: "figure-groups" }, expected.element, soFar.element),
  );
  const body = h("div", { class: "customer-body" }, profile.element, value, offer.element, nowPart.element);
  body.hidden = true;
  return {
    head: head.element,
    body,
    update(card, horizonWeeks, nameOfCampaign, now, format) {
      body.hidden = false;
      head.update(card, format);
      offer.update(card.offer, format);
      nowPart.update(card, nameOfCampaign, format);
      profile.update(profileWords(card, format));
      setText(soon, birthdayWords(card.birthday, toLocalInput(now).slice(0, 10)));
      const standing = worthWords(card, format);
      setText(label, standing.label);
      setText(rank, standing.figure);
      setText(words, standing.words);
      expected.update(expectedWords(card, format), { title: text.card.expected(horizonWeeks), note: expectedNote(card, format) });
      soFar.update(soFarWords(card, format), { note: asOfWords(card, format) });
    },
    dispose: offer.dispose,
  };
}
