import { h } from "../dom.js";
import { text } from "../messages.js";
import { checkPolicy, emptyRow, toPolicy, toPolicyForm } from "../model/offer-policy.js";
import { paths } from "../router.js";
import { createRuleHelp } from "../ui/offer-fields.js";
import { policyFields, rowFields } from "../ui/policy-fields.js";
import { createRecordForm } from "../ui/record-form.js";
import { createRows } from "../ui/rows.js";
import { missing, skeleton } from "../ui/states.js";

/** What was typed and neither saved nor discarded, so that it is there when the page is opened again. */
let draft = null;

/** Edits the policy by which offers are made. Nothing typed is lost when saving fails, or when another page is looked at meanwhile. */
export function mountOfferPolicy(root, { router, api, announce }) {
  const bones = skeleton(6);
  const kept = h("p", { class: "banner", role: "status", hidden: draft === null }, text.offerPolicy.kept);
  const save = h("button", { class: "button button-main" }, text.offerPolicy.save);
  let fields = () => [];
  const record = createRecordForm({ fields: () => fields(), check: () => checkPolicy(form), words: text.offerPolicy, buttons: [save] });
  let known = {};
  let form = null;
  let pristine = "";
  let gone = false;

  const back = h("a", { class: "back", href: paths.offers() }, h("span", { "aria-hidden": "true" }, "‹ "), text.offerPolicy.back);
  root.append(h("div", { class: "page-head" }, back, h("h1", { tabindex: "-1" }, text.offerPolicy.title), h("p", {}, text.offerPolicy.lead)), kept, bones);
  load();

  async function load() {
    try {
      known = await api.offerPolicy();
      if (!gone) show(toPolicyForm(known));
    } catch (problem) {
      const reason = problem.status ? problem.message : text.offerPolicy.noServer;
      if (!gone) bones.replaceWith(missing(text.offerPolicy.notLoaded(reason), paths.offers(), text.offerPolicy.back));
    }
  }

  function show(values) {
    pristine = JSON.stringify(values);
    form = draft ?? values;
    const single = policyFields(form);
    const rows = { caps: listRows("caps"), contexts: listRows("contexts") };
    fields = () => [...rows.caps.fields(), ...Object.values(single).flat(), ...rows.contexts.fields()];
    const sections = Object.entries(single).map(([section, own]) => {
      const [title, note] = text.offerPolicy.sections[section];
      const plain = own.length > 0 && h("div", { class: "fields" }, own.map(({ element }) => element));
      return h("section", { class: "form-section" }, h("h2", {}, title), h("p", { class: "field-hint" }, note), rows[section]?.element, plain, section === "contexts" && createRuleHelp());
    });
    const foot = h("div", { class: "form-foot" }, save, h("a", { class: "button", href: paths.offers(), on: { click: discard } }, text.offerPolicy.discard), record.result);
    bones.replaceWith(h("form", { class: "campaign-form policy-form", novalidate: true, on: { submit, input: record.typed, change: record.typed } }, sections, foot));
    addEventListener("beforeunload", askBeforeLeaving);
    record.showWrong();
  }

  function listRows(list) {
    const words = text.offerPolicy.rows[list];
    return createRows(form, list, { words, fields: rowFields[list], empty: emptyRow[list], changed: (place) => record.rowsChanged(list, place) });
  }

  function submit(event) {
    event.preventDefault();
    return record.ask(text.offerPolicy.failed, async () => {
      await api.saveOfferPolicy(toPolicy(form, known));
      discard();
      announce(text.offerPolicy.saved);
      if (!gone) router.go(paths.offers());
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
    title: text.offerPolicy.title,
    update() {},
    keys: { back: () => router.go(paths.offers()) },
    dispose() {
      gone = true;
      if (form !== null) draft = isDirty() ? form : null;
      removeEventListener("beforeunload", askBeforeLeaving);
    },
  };
}
