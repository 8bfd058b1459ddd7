import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { checkPolicy, toPolicy, toPolicyForm, withoutRow } from "../model/offer-policy.js";
import { paths } from "../router.js";
import { createRuleHelp } from "../ui/offer-fields.js";
import { createRows, policyFields } from "../ui/policy-fields.js";
import { missing, skeleton } from "../ui/states.js";

/** What was typed and neither saved nor discarded, so that it is there when the page is opened again. */
let draft = null;

/** Edits the policy by which offers are made. Nothing typed is lost when saving fails, or when another page is looked at meanwhile. */
export function mountOfferPolicy(root, { router, api, announce }) {
  const bones = skeleton(6);
  const result = h("p", { class: "form-result", role: "alert" });
  const kept = h("p", { class: "banner", role: "status", hidden: draft === null }, text.offerPolicy.kept);
  const save = h("button", { class: "button button-main" }, text.offerPolicy.save);
  let known = {};
  let form = null;
  let fields = () => [];
  let fromServer = {};
  let pristine = "";
  /** Whether empty fields are called wrong: not before somebody wants to save them. */
  let strict = false;
  let busy = false;
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
    const rows = { caps: createRows(form, "caps", rowsChanged("caps")), contexts: createRows(form, "contexts", rowsChanged("contexts")) };
    fields = () => [...rows.caps.fields(), ...Object.values(single).flat(), ...rows.contexts.fields()];
    const sections = Object.entries(single).map(([section, own]) => {
      const [title, note] = text.offerPolicy.sections[section];
      const plain = own.length > 0 && h("div", { class: "fields" }, own.map(({ element }) => element));
      return h("section", { class: "form-section" }, h("h2", {}, title), h("p", { class: "field-hint" }, note), rows[section]?.element, plain, section === "contexts" && createRuleHelp());
    });
    const foot = h("div", { class: "form-foot" }, save, h("a", { class: "button", href: paths.offers(), on: { click: discard } }, text.offerPolicy.discard), result);
    bones.replaceWith(h("form", { class: "campaign-form policy-form", novalidate: true, on: { submit, input: typed, change: typed } }, sections, foot));
    addEventListener("beforeunload", askBeforeLeaving);
    showWrong();
  }

  function rowsChanged(list) {
    return (removed) => {
      if (removed === null) strict = false;
      else fromServer = withoutRow(fromServer, list, removed);
      setText(result, "");
      showWrong();
    };
  }

  function typed(event) {
    const own = fields().find(({ element }) => element.contains(event.target));
    if (own) delete fromServer[own.name];
    setText(result, "");
    showWrong();
  }

  function showWrong() {
    const wrong = checkPolicy(form);
    for (const field of fields()) {
      const what = wrong[field.name] === "required" && !strict ? null : text.offerPolicy.wrong[wrong[field.name]];
      field.wrong(fromServer[field.name] ?? what ?? null);
    }
    return wrong;
  }

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    strict = true;
    fromServer = {};
    const wrong = Object.keys(showWrong());
    if (wrong.length > 0) return refuse(text.form.fix(wrong.length));
    setBusy(true);
    try {
      await api.saveOfferPolicy(toPolicy(form, known));
      discard();
      announce(text.offerPolicy.saved);
      if (!gone) router.go(paths.offers());
    } catch (problem) {
      fromServer = problem.fields ?? {};
      showWrong();
      refuse(text.offerPolicy.failed(reason(problem)));
    } finally {
      setBusy(false);
    }
  }

  /** What is said beside its field is not said again, under a name that nobody sees. */
  function reason({ status, message, fields: wrong = {} }) {
    const [blamed, names] = [Object.keys(wrong), new Set(fields().map(({ name }) => name))];
    if (blamed.length > 0 && blamed.every((path) => names.has(path))) return text.form.fix(blamed.length);
    return status ? message : text.offerPolicy.unreachable;
  }

  function refuse(words) {
    setText(result, words);
    fields().find(({ element }) => element.classList.contains("field-wrong"))?.focus();
  }

  function setBusy(on) {
    busy = on;
    save.disabled = on;
    if (on) setText(result, "");
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
