import { h } from "../dom.js";
import { text } from "../messages.js";
import { checkOffer, emptyOffer, offerErrors, toOffer, toOfferForm } from "../model/offer-form.js";
import { paths } from "../router.js";
import { createDryRun } from "../ui/dry-run.js";
import { createEditPage } from "../ui/edit-page.js";
import { createChoices, createRuleHelp, offerFields } from "../ui/offer-fields.js";
import { missing } from "../ui/states.js";
import { createShelves } from "../ui/unsaved.js";

const shelves = createShelves();

/** Creates an offer, as the address asks for one, or edits the one whose id it is given. */
export function mountOfferForm(root, tools, { id, query }) {
  const { api } = tools;
  const isNew = id === undefined;
  const tryIt = h("button", { type: "button", class: "button button-small", on: { click: tryRule } }, text.offerForm.tryIt);
  const dry = createDryRun();
  const choices = createChoices("offer-items");
  let format = null;
  let known = {};
  let taken = new Set();

  const page = createEditPage(root, tools, {
    words: { ...text.form, ...text.offerForm },
    shelf: shelves(isNew ? JSON.stringify(query) : id),
    home: isNew ? paths.offers() : paths.offer(id),
    values: isNew ? emptyOffer(query) : null,
    async load() {
      known = await api.offer(id);
      return { name: known.name, values: toOfferForm(known) };
    },
    unknown: ({ status }) => missing(status === 404 ? text.offerForm.unknown(id) : text.offerForm.noOffer, paths.offers(), text.offerForm.back),
    draw(form) {
      dry.hide();
      fillChoices(form);
      return offerFields(form, isNew, choices, h("div", { class: "rule-below" }, h("div", {}, tryIt), dry.element, createRuleHelp()));
    },
    check: (form) => checkOffer(form, taken),
    named: offerErrors,
    changed,
    async save(form) {
      const offerId = form.offerId.trim();
      await api.saveOffer(offerId, toOffer(form, known));
      return paths.offer(offerId);
    },
    above: h("a", { class: "back", href: paths.offers() }, h("span", { "aria-hidden": "true" }, "‹ "), text.offerForm.back),
    below: choices.element,
    buttons: [tryIt],
  });
  if (isNew) api.offers().then(({ offers }) => (taken = new Set(offers.map(({ offerId }) => offerId))), () => {});

  function fillChoices({ kind }) {
    api.strongestPairs(kind).then(choices.fill, () => {});
  }

  function changed(name, { type }) {
    if (name === "kind" && type === "change") fillChoices(page.form());
    if (["eligibility", "kind", "item"].includes(name)) dry.hide();
  }

  function tryRule() {
    return page.record.during(async () => {
      dry.say(text.offerForm.trying);
      const asked = tried();
      try {
        const answer = await api.dryRunOffer(toOffer(page.form()));
        if (asked === tried()) dry.show(answer, format);
      } catch (problem) {
        if (asked !== tried()) return;
        page.record.blame(problem);
        if (offerErrors(problem.fields ?? {}).eligibility) dry.hide();
        else dry.say(text.offerForm.notTried(problem.status ? problem.message : ""));
      }
    });
  }

  /** What the outcome of trying a rule depends on. */
  function tried() {
    const { eligibility, kind, item } = page.form();
    return JSON.stringify([eligibility, kind, item]);
  }

  return {
    ...page,
    update(picture) {
      format = picture.format;
      page.update(picture);
    },
  };
}
