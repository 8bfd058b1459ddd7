import { text } from "../messages.js";
import { itemName } from "../model/affinity.js";
import { mainBlocks } from "../model/offers.js";

/** What an offer proposes. */
export function proposalWords({ productId, productName, category }) {
  if (productId) return productName ?? text.offers.product(productId);
  return category ? text.offers.category(category) : text.offers.something;
}

/** Which of the marks of a campaign's status an offer has. */
export function statusOf(standing) {
  return { LIVE: "RUNNING", PLANNED: "PLANNED" }[standing] ?? "ENDED";
}

/** A rate with what it is made of. */
export function rateOfWords({ accepted, presented }, format) {
  return presented > 0 ? text.offers.rateOf(format.count(accepted), format.count(presented)) : "";
}

/** What keeps an offer back most often. */
export function blockedWords({ blocked }, format) {
  const words = mainBlocks(blocked).map(([rule, times]) => text.offers.blockedTimes(silenceWords(rule), format.count(times)));
  return words.join("; ") || text.none;
}

/** Why an offer is kept back. */
export function silenceWords(silence) {
  return text.offers.silence[silence] ?? silence;
}

/** What made a moment one. */
export function triggerWords(trigger) {
  return text.offers.triggers[trigger] ?? trigger;
}

/** A pair that is worth an offer: why, and with which figures. */
export function suggestionWords({ from, fromName, to, toName, together, confidence, lift }, format) {
  const [one, other] = [itemName({ item: from, name: fromName }), itemName({ item: to, name: toName })];
  const { pair, count } = text.offers.suggestions;
  return [pair(format.decimal(lift), one, other), count(format.rate(confidence), one, other, format.count(together))];
}

/** Why an offer is proposed: factor → words; a factor that changes nothing is left out. */
export function factorWords(offer, format) {
  if (offer.propensity === null) return {};
  const { acceptance, untried, times, timesBecause } = text.nextOffer;
  const rate = format.rate(offer.expectedPropensity);
  const context = format.expected(offer.context);
  return {
    acceptance: offer.presented > 0 ? acceptance(rate, format.count(offer.presented)) : untried(rate),
    value: format.money(offer.value),
    ...(offer.context !== 1 && { context: offer.reasons.length ? timesBecause(context, offer.reasons.join(", ")) : times(context) }),
    ...(offer.lever !== 1 && { lever: times(format.expected(offer.lever)) }),
  };
}

/** When and why something was decided. */
export function decidedWords({ at, trigger }, format) {
  return at ? text.nextOffer.decidedAt(format.dayAndMinute(at), triggerWords(trigger)) : text.nextOffer.never;
}

/** What was thought of beside what is offered: [what, why not or how important]. */
export function otherWords({ offerId, name, priority, blockedBy, detail }, format) {
  const why = blockedBy ? [silenceWords(blockedBy), detail && `(${detail})`].filter(Boolean).join(" ") : text.nextOffer.priority(format.decimal(priority));
  return [name ?? offerId, why];
}
