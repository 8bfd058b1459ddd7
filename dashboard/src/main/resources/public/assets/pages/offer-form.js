import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { checkOffer, emptyOffer, offerErrors, toOffer, toOfferForm } from "../model/offer-form.js";
import { paths } from "../router.js";
import { createDryRun } from "../ui/dry-run.js";
import { createChoices, createRuleHelp, offerFields } from "../ui/offer-fields.js";
import { missing, skeleton } from "../ui/states.js";

/** Creates an offer, or edits the one whose id it is given. Nothing typed is lost when saving fails. */
export function mountOfferForm(root, { router, api, announce }, { id, query }) {
  const isNew = id === undefined;
  const bones = skeleton(6);
  const result = h("p", { class: "form-result", role: "alert" });
  const zone = h("p", { class: "field-hint" });
  const save = h("button", { class: "button button-main" }, text.offerForm.save);
  const tryIt = h("button", { type: "button", class: "button button-small", on: { click: tryRule } }, text.offerForm.tryIt);
  const dry = createDryRun();
  const choices = createChoices("offer-items");
  let title = isNew ? text.offerForm.create : text.offerForm.edit(id);
  let format = null;
  let known = {};
  let taken = new Set();
  let form = null;
  let fields = [];
  let touched = new Set();
  let fromServer = {};
  let pristine = "";
  let busy = false;
  let gone = false;

  root.append(bones);
  if (isNew) begin();
  else load();

  function begin() {
    show(emptyOffer(query));
    api.offers().then(({ offers }) => (taken = new Set(offers.map(({ offerId }) => offerId))), () => {});
  }

  async function load() {
    try {
      known = await api.offer(id);
      title = text.offerForm.edit(known.name);
      show(toOfferForm(known));
    } catch (problem) {
      const words = problem.status === 404 ? text.offerForm.unknown(id) : text.offerForm.noOffer;
      if (!gone) bones.replaceWith(missing(words, paths.offers(), text.offerForm.back));
    }
  }

  function show(values) {
    if (gone) return;
    form = values;
    const below = h("div", { class: "rule-below" }, h("div", {}, tryIt), dry.element, createRuleHelp());
    const sections = offerFields(form, isNew, choices, below);
    pristine = JSON.stringify(form);
    fields = Object.values(sections).flat();
    const back = h("a", { class: "back", href: paths.offers() }, h("span", { "aria-hidden": "true" }, "‹ "), text.offerForm.back);
    const element = h(
      "form",
      { class: "campaign-form", novalidate: true, on: { submit, input: typed, change: typed, focusout: left } },
      back,
      h("h1", { tabindex: "-1" }, title),
      Object.entries(sections).map(([section, own]) =>
        h("section", { class: "form-section" }, h("h2", {}, text.offerForm.sections[section]), section === "when" && zone, h("div", { class: "fields" }, own.map((field) => field.element))),
      ),
      choices.element,
      h("div", { class: "form-foot" }, save, h("a", { class: "button", href: paths.offers() }, text.offerForm.cancel), result),
    );
    bones.replaceWith(element);
    addEventListener("beforeunload", askBeforeLeaving);
    fillChoices();
  }

  function fillChoices() {
    api.strongestPairs(form.kind).then(choices.fill, () => {});
  }

  function typed(event) {
    const name = nameOf(event.target);
    if (name) delete fromServer[name];
    if (name && event.type === "change") touched.add(name);
    if (name === "kind" && event.type === "change") fillChoices();
    if (["eligibility", "kind", "item"].includes(name)) dry.hide();
    showWrong();
  }

  function left(event) {
    const name = nameOf(event.target);
    if (name && isDirty()) touched.add(name);
    showWrong();
  }

  function nameOf(target) {
    return fields.find(({ element }) => element.contains(target))?.name;
  }

  function showWrong() {
    const wrong = checkOffer(form, isNew ? taken : new Set());
    for (const field of fields) {
      const what = touched.has(field.name) ? text.offerForm.wrong[wrong[field.name]] : null;
      field.wrong(fromServer[field.name] ?? what ?? null);
    }
    return wrong;
  }

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    touched = new Set(fields.map(({ name }) => name));
    fromServer = {};
    const wrong = Object.keys(showWrong());
    if (wrong.length > 0) return refuse(text.form.fix(wrong.length));
    setBusy(true);
    try {
      await api.saveOffer(form.offerId.trim(), toOffer(form, known));
      pristine = JSON.stringify(form);
      announce(text.offerForm.saved);
      router.go(paths.offers());
    } catch (problem) {
      blame(problem);
      refuse(text.form.failed(problem.status ? problem.message : text.form.unreachable));
    } finally {
      setBusy(false);
    }
  }

  async function tryRule() {
    if (busy) return;
    setBusy(true);
    dry.say(text.offerForm.trying);
    const asked = tried();
    try {
      const answer = await api.dryRunOffer(toOffer(form));
      if (asked === tried()) dry.show(answer, format);
    } catch (problem) {
      if (asked !== tried()) return;
      blame(problem);
      if (fromServer.eligibility) dry.hide();
      else dry.say(text.offerForm.notTried(problem.status ? problem.message : ""));
    } finally {
      setBusy(false);
    }
  }

  /** What the outcome of trying a rule depends on. */
  function tried() {
    return JSON.stringify([form.eligibility, form.kind, form.item]);
  }

  function blame(problem) {
    fromServer = offerErrors(problem.fields ?? {});
    showWrong();
  }

  function refuse(words) {
    setText(result, words);
    fields.find(({ element }) => element.classList.contains("field-wrong"))?.focus();
  }

  function setBusy(on) {
    busy = on;
    save.disabled = tryIt.disabled = on;
    if (on) setText(result, "");
  }

  function isDirty() {
    return form !== null && JSON.stringify(form) !== pristine;
  }

  function askBeforeLeaving(event) {
    if (isDirty()) event.preventDefault();
  }

  return {
    title: () => title,
    update(picture) {
      format = picture.format;
      setText(zone, text.form.zone(format.timeZone));
    },
    keys: { back: () => router.go(paths.offers()) },
    dispose() {
      gone = true;
      removeEventListener("beforeunload", askBeforeLeaving);
    },
  };
}
