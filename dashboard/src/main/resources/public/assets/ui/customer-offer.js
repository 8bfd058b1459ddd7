import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { decidedWords, factorWords, otherWords, silenceWords } from "./offer-words.js";
import { define } from "./term.js";

/** What to offer a customer, why, and buttons that say how they took it; or why nothing is offered. */
export function createCustomerOffer(api, customerId) {
  const word = define(h("button", { type: "button", class: "term" }, text.nextOffer.title), "nextOffer");
  const name = h("p", { class: "offer-name" });
  const pitch = h("p", { class: "offer-pitch" });
  const silence = h("p", {});
  const decided = h("p", { class: "figure-note" });
  const factors = h("dl", { class: "offer-factors", "aria-label": text.nextOffer.why });
  const unweighed = h("p", { class: "figure-note", hidden: true }, text.nextOffer.unweighed);
  const feedback = h("p", { class: "offer-feedback", role: "status" });
  const buttons = Object.entries(text.nextOffer.outcomes).map(([outcome, words]) =>
    h("button", { type: "button", class: "button", data: { outcome }, on: { click: () => say(outcome) } }, words),
  );
  const choices = h("div", { class: "offer-outcomes", role: "group", "aria-label": text.nextOffer.outcomesLabel }, buttons);
  const [summary, others] = [h("summary", {}), h("ul", {})];
  const rest = h("details", { class: "offer-others" }, summary, others);
  const what = h("div", { class: "offer-what" }, name, pitch, silence, choices, feedback);
  const why = h("div", { class: "offer-why" }, factors, unweighed, decided, rest);
  let shown = null;
  let told = null;
  let busy = false;

  async function say(outcome) {
    if (busy) return;
    const { decisionId, offer, channel } = shown;
    setBusy(true);
    try {
      await api.offerOutcome({ customerId: shown.customerId ?? customerId, decisionId, offerId: offer.offerId, outcome, ...(channel && { channel }) });
      told = outcome;
      setText(feedback, text.nextOffer.taken[outcome]);
    } catch (problem) {
      setText(feedback, text.nextOffer.notTaken(problem.status ? problem.message : ""));
    } finally {
      setBusy(false);
    }
  }

  /** After a last word nothing more can be said of an offer; that it was presented may be followed by one. */
  function setBusy(on) {
    busy = on;
    for (const button of buttons) {
      const said = told === button.dataset.outcome || (told !== null && told !== "PRESENTED");
      button.disabled = on || said;
    }
  }

  function startOver(next) {
    if (shown?.decisionId === next.decisionId && shown.offer?.offerId === next.offer?.offerId) return;
    told = null;
    setText(feedback, "");
    setBusy(false);
  }

  return {
    element: h("section", { class: "figure-group customer-offer", "aria-labelledby": "offer-title" }, h("h2", { id: "offer-title" }, word), h("div", { class: "offer-parts" }, what, why)),
    update(next, format) {
      startOver(next);
      shown = next;
      const { offer } = next;
      const nothing = offer === null;
      setText(name, nothing ? text.nextOffer.none : (offer.name ?? offer.offerId));
      setText(pitch, offer?.pitch ?? "");
      pitch.hidden = !offer?.pitch;
      silence.hidden = !nothing || next.decisionId === null;
      setText(silence, nothing ? text.nextOffer.because(silenceWords(next.silence)) : "");
      choices.hidden = nothing;
      setText(decided, decidedWords(next, format));
      showFactors(factors, nothing ? {} : factorWords(offer, format));
      unweighed.hidden = nothing || offer.propensity !== null;
      showOthers(rest, summary, others, next, format);
    },
  };
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
