import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { effectRows, effectVerdict, offerQuery, suggestions } from "../model/offers.js";
import { itemName } from "../model/affinity.js";
import { paths } from "../router.js";
import { createLiftTable } from "./lift-table.js";
import { suggestionWords } from "./offer-words.js";
import { createTrouble } from "./trouble.js";

/** What offers do at all, in a sentence and as figures. */
export function createOfferEffect() {
  const { title, columns } = text.offers.effect;
  const sentence = h("p", { class: "effect-words" });
  const note = h("p", { class: "panel-note" });
  const table = createLiftTable(title, columns, "offerEffect");
  return {
    element: h("section", { class: "panel lift offer-effect", "aria-labelledby": "effect-title" }, h("h2", { id: "effect-title" }, title), sentence, note, table.element),
    update(effect, format) {
      const rows = effectRows(effect).map((row) => ({ ...row, variant: text.offers.effect.offered }));
      const verdict = effectVerdict(rows);
      setAttribute(sentence, "data-verdict", verdict);
      setText(sentence, verdict === null ? text.offers.effect.none : text.offers.effect.verdict[verdict]);
      setText(note, verdict === null ? "" : text.offers.effect.note(format.count(effect.offered.customers), format.count(effect.silent.customers)));
      table.element.hidden = verdict === null;
      table.update(rows, format);
    },
  };
}

/** Pairs that are bought together and of which nothing is offered, each with a way to offer it. */
export function createSuggestions() {
  const list = h("ul", { class: "offer-list" });
  const none = h("p", { class: "panel-note" }, text.offers.suggestions.none);
  const head = [h("h2", { id: "suggestions-title" }, text.offers.suggestions.title), h("p", { class: "panel-note" }, text.offers.suggestions.note)];
  const trouble = createTrouble({ inPanel: true, marked: [list] });
  let shown = "";
  return {
    element: h("section", { class: "panel", "aria-labelledby": "suggestions-title" }, head, trouble.element, list, none),
    /** `strongest` are the server's answers by kind, with what went wrong after them. */
    update(strongest, format) {
      const states = Object.values(strongest);
      const found = Object.entries(strongest).flatMap(([kind, { answer }]) => (answer ? suggestions(answer).map((each) => ({ ...each, kind })) : []));
      trouble.update(states.find(({ failure }) => failure) ?? states[0], format);
      none.hidden = found.length > 0 || states.some(({ answer }) => answer === null);
      const key = JSON.stringify([found, format.locale]);
      if (key === shown) return;
      shown = key;
      list.replaceChildren(...found.map((each) => createSuggestion(each, format)));
    },
  };
}

function createSuggestion(each, format) {
  const [pair, count] = suggestionWords(each, format);
  const create = h("a", { class: "button button-small", href: paths.createOffer(offerQuery(each, each.kind)) }, text.offers.suggestions.create(itemName({ item: each.to, name: each.toName })));
  const look = h("a", { href: paths.affinity({ [each.kind]: each.from }) }, pair);
  return h("li", {}, h("div", {}, h("p", {}, look, " ", text.offers.suggestions.noOffer), h("p", { class: "figure-note" }, count)), create);
}
