import { h } from "../dom.js";
import { text } from "../messages.js";
import { QUEUES } from "../model/queues.js";
import { checkRules, emptyRule, isDefault, toRules, toRulesForm } from "../model/routing-rules.js";
import { paths } from "../router.js";
import { createRecordForm } from "../ui/record-form.js";
import { createRows } from "../ui/rows.js";
import { createQueueChoices, ruleFields, rulesFields } from "../ui/rules-fields.js";
import { createRulesPreview } from "../ui/rules-preview.js";
import { missing, skeleton } from "../ui/states.js";

const KNOWN_QUEUES = "known-queues";

/** What was typed and neither saved nor discarded, so that it is there when the page is opened again. */
let draft = null;

/** Edits the rules of routing, and shows which waiting calls another queue should take before they are saved. */
export function mountRoutingRules(root, { router, api, announce }) {
  const words = text.routingRules;
  const bones = skeleton(6);
  const kept = h("p", { class: "banner", role: "status", hidden: draft === null }, words.kept);
  const untouched = h("p", { class: "panel-note rules-untouched" }, words.untouched);
  const save = h("button", { class: "button button-main" }, words.save);
  const look = h("button", { type: "button", class: "button", on: { click: lookAhead } }, words.preview);
  const preview = createRulesPreview();
  const choices = createQueueChoices(KNOWN_QUEUES);
  let fields = () => [];
  const record = createRecordForm({ fields: () => fields(), check: () => checkRules(form), words, buttons: [save, look] });
  let known = {};
  let form = null;
  let pristine = "";
  let format = null;
  let gone = false;

  const back = h("a", { class: "back", href: paths.calls() }, h("span", { "aria-hidden": "true" }, "‹ "), words.back);
  root.append(h("div", { class: "page-head" }, back, h("h1", { tabindex: "-1" }, words.title), h("p", {}, words.lead)), kept, choices.element, bones);
  load();

  async function load() {
    try {
      known = await api.routingRules();
      if (!gone) show(toRulesForm(known));
    } catch (problem) {
      const reason = problem.status ? problem.message : words.noServer;
      if (!gone) bones.replaceWith(missing(words.notLoaded(reason), paths.calls(), words.back));
    }
  }

  function show(values) {
    pristine = JSON.stringify(values);
    form = draft ?? values;
    const single = rulesFields(form);
    const rows = createRows(form, "queues", { words: words.rows, fields: ruleFields(KNOWN_QUEUES), empty: emptyRule, ordered: true, changed: rulesChanged });
    fields = () => [...rows.fields(), ...Object.values(single).flat()];
    const sections = Object.entries(single).map(([section, own]) => {
      const [title, note] = words.sections[section];
      const plain = own.length > 0 && h("div", { class: "fields" }, own.map(({ element }) => element));
      return h("section", { class: "form-section" }, h("h2", {}, title), h("p", { class: "field-hint" }, note), section === "queues" && rows.element, plain);
    });
    const foot = h("div", { class: "form-foot" }, save, look, h("a", { class: "button", href: paths.calls(), on: { click: discard } }, words.discard), record.result);
    bones.replaceWith(untouched, h("form", { class: "campaign-form policy-form", novalidate: true, on: { submit, input: typed, change: typed } }, sections, preview.element, foot));
    addEventListener("beforeunload", askBeforeLeaving);
    record.showWrong();
    changed();
  }

  function changed() {
    preview.hide();
    untouched.hidden = !isDefault(form);
  }

  function rulesChanged(place) {
    changed();
    record.rowsChanged("queues", place);
  }

  function typed(event) {
    changed();
    record.typed(event);
  }

  function submit(event) {
    event.preventDefault();
    return record.ask(words.failed, async () => {
      await api.saveRoutingRules(toRules(form, known));
      discard();
      announce(words.saved);
      if (!gone) router.go(paths.calls());
    });
  }

  function lookAhead() {
    return record.ask(words.noPreview, async () => {
      const asked = JSON.stringify(form);
      const answer = await api.previewRoutingRules(toRules(form, known));
      if (gone || asked !== JSON.stringify(form)) return;
      preview.show(answer, format);
      preview.element.focus();
    });
  }

  function isDirty() {
    return form !== null && JSON.stringify(form) !== pristine;
  }

  /** From here on nothing is unsaved. */
  function discard() {
    pristine = JSON.stringify(form);
    draft = null;
  }

  function askBeforeLeaving(event) {
    if (isDirty()) event.preventDefault();
  }

  return {
    title: words.title,
    watch: QUEUES,
    update(picture) {
      format = picture.format;
      choices.fill((picture.view.queues ?? []).map(({ queue }) => queue));
    },
    keys: { back: () => router.go(paths.calls()) },
    dispose() {
      gone = true;
      if (form !== null) draft = isDirty() ? form : null;
      removeEventListener("beforeunload", askBeforeLeaving);
    },
  };
}
