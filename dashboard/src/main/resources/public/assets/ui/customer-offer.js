import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { createOfferOutcome } from "./offer-outcome.js";
import { decidedWords, factorWords, otherWords, silenceWords } from "./offer-words.js";
import { define } from "./term.js";

/**
 * What to offer a customer, why, and buttons that say how they took it; or why nothing is offered. What somebody is about to answer is not taken from under
 * their hands by a newer decision: that waits until they are done.
 */
export function createCustomerOffer(api, customerId, { lost, timers }) {
  const word = define(h("button", { type: "button", class: "term" }, text.nextOffer.title), "nextOffer");
  const name = h("p", { class: "offer-name" });
  const pitch = h("p", { class: "offer-pitch" });
  const silence = h("p", {});
  const newer = h("p", { class: "figure-note", role: "status" });
  const decided = h("p", { class: "figure-note" });
  const factors = h("dl", { class: "offer-factors", "aria-label": text.nextOffer.why });
  const unweighed = h("p", { class: "figure-note", hidden: true }, text.nextOffer.unweighed);
  const outcome = createOfferOutcome({ tell: api.offerOutcome, lost, timers });
  const [summary, others] = [h("summary", {}), h("ul", {})];
  const rest = h("details", { class: "offer-others" }, summary, others);
  const what = h("div", { class: "offer-what" }, name, pitch, silence, outcome.element, newer);
  const why = h("div", { class: "offer-why" }, factors, unweighed, decided, rest);
  const element = h("section", { class: "figure-group customer-offer", "aria-labelledby": "offer-title" }, h("h2", { id: "offer-title" }, word), h("div", { class: "offer-parts" }, what, why));
  let shown = null;

  function mustStay() {
    return outcome.isBusy() || (shown?.offer && !outcome.isFinal() && element.contains(document.activeElement));
  }

  function turnTo({ decisionId, offer, channel, customerId: decidedFor }) {
    outcome.about(offer && { customerId: decidedFor ?? customerId, decisionId, offerId: offer.offerId, ...(channel && { channel }) });
  }

  return {
    element,
    update(next, format) {
      const other = shown === null || !isSame(shown, next);
      if (other && mustStay()) return setText(newer, text.nextOffer.newer);
      setText(newer, "");
      shown = next;
      if (other) turnTo(next);
      const { offer } = next;
      const nothing = offer === null;
      setText(name, nothing ? text.nextOffer.none : (offer.name ?? offer.offerId));
      setText(pitch, offer?.pitch ?? "");
      pitch.hidden = !offer?.pitch;
      silence.hidden = !nothing || next.decisionId === null;
      setText(silence, nothing ? text.nextOffer.because(silenceWords(next.silence)) : "");
      setText(decided, decidedWords(next, format));
      showFactors(factors, nothing ? {} : factorWords(offer, format));
      unweighed.hidden = nothing || offer.propensity !== null;
      return showOthers(rest, summary, others, next, format);
    },
    dispose: outcome.dispose,
  };
}

function isSame(one, other) {
  return one.decisionId === other.decisionId && one.offer?.offerId === other.offer?.offerId;
}

function showFactors(list, words) {
  const names = Object.keys(words);
  list.hidden = names.length === 0;
  if (list.children.length !== names.length) arrange(list, names.map((_, index) => list.children[index] ?? h("div", { class: "figure-row" }, h("dt", {}), h("dd", { class: "figure" }))));
  names.forEach((name, index) => {
    setText(list.children[index].firstChild, text.nextOffer.factors[name]);
    setText(list.children[index].lastChild, words[name]);
  });
}

function showOthers(rest, summary, list, { candidates, offer }, format) {
  const shown = candidates.filter(({ offerId }) => offerId !== offer?.offerId);
  rest.hidden = shown.length === 0;
  setText(summary, text.nextOffer.others(shown.length, offer !== null));
  if (list.children.length !== shown.length) arrange(list, shown.map((_, index) => list.children[index] ?? h("li", {}, h("strong", {}), " ", h("span", { class: "figure-note" }))));
  shown.forEach((candidate, index) => {
    const [what, why] = otherWords(candidate, format);
    setText(list.children[index].firstChild, what);
    setText(list.children[index].lastChild, why);
  });
}
