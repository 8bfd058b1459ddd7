import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { check, emptyForm, toForm, toRecord } from "../model/campaign-form.js";
import { paths } from "../router.js";
import { campaignFields } from "../ui/campaign-fields.js";
import { missing, skeleton } from "../ui/states.js";

/** What was typed into forms that were left before they were saved, by address. */
const drafts = new Map();

/** Creates a campaign, or edits the one whose id it is given. Nothing typed is lost when saving fails. */
export function mountForm(root, { router, api, store, announce }, { id }) {
  const isNew = id === undefined;
  const bones = skeleton(6);
  let title = isNew ? text.form.create : text.form.edit(id);
  let known = {};
  let form = null;
  let fields = [];
  let touched = new Set();
  let fromServer = {};
  let pristine = "";
  let saving = false;
  const result = h("p", { class: "form-result", role: "alert" });
  const zone = h("p", { class: "field-hint" });
  const save = h("button", { class: "button button-main" }, text.form.save);

  root.append(bones);
  if (isNew) show(emptyForm());
  else load();

  async function load() {
    try {
      known = await api.campaign(id);
      show(toForm({ ...known, campaignId: known.campaignId ?? id }));
    } catch (problem) {
      const words = problem.status === 404 ? text.states.unknownCampaign(id) : text.form.noCampaign;
      bones.replaceWith(missing(words));
    }
  }

  function show(values) {
    pristine = JSON.stringify(values);
    if (!isNew) title = text.form.edit(values.name);
    const draft = drafts.get(id);
    form = draft ?? values;
    const sections = campaignFields(form, isNew);
    fields = Object.values(sections).flat();
    const element = h(
      "form",
      { class: "campaign-form", novalidate: true, on: { submit, input: typed, change: typed, focusout: left } },
      h("h1", { tabindex: "-1" }, title),
      draft && restored(),
      Object.entries(sections).map(([section, own]) =>
        h("section", { class: "form-section" }, h("h2", {}, text.form.sections[section]), section === "when" && zone, h("div", { class: "fields" }, own.map((field) => field.element))),
      ),
      h("div", { class: "form-foot" }, save, h("a", { class: "button", href: isNew ? paths.campaigns() : paths.campaign(id) }, text.form.cancel), result),
    );
    bones.replaceWith(element);
    addEventListener("beforeunload", askBeforeLeaving);
  }

  function restored() {
    const discard = h("button", { type: "button", class: "button button-small", on: { click: startOver } }, text.form.discard);
    return h("p", { class: "banner banner-paused" }, text.form.restored, discard);
  }

  function startOver() {
    drafts.delete(id);
    const old = root.querySelector("form");
    old.replaceWith(bones);
    show(JSON.parse(pristine));
  }

  function isDirty() {
    return form !== null && JSON.stringify(form) !== pristine;
  }

  function typed(event) {
    const name = nameOf(event.target);
    if (name) delete fromServer[name];
    if (name && event.type === "change") touched.add(name);
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

  function taken() {
    return isNew ? new Set(store.view().campaigns.keys()) : new Set();
  }

  function showWrong() {
    const wrong = check(form, taken());
    for (const field of fields) {
      const what = touched.has(field.name) ? text.form.wrong[wrong[field.name]] : null;
      field.wrong(fromServer[field.name] ?? what ?? null);
    }
    return wrong;
  }

  async function submit(event) {
    event.preventDefault();
    if (saving) return;
    touched = new Set(fields.map(({ name }) => name));
    fromServer = {};
    const wrong = showWrong();
    if (Object.keys(wrong).length > 0) return refuse(text.form.fix(Object.keys(wrong).length));
    setSaving(true);
    try {
      await api.saveCampaign(form.campaignId.trim(), toRecord(form, known));
      pristine = JSON.stringify(form);
      announce(text.form.saved);
      router.go(paths.campaign(form.campaignId.trim()));
    } catch (problem) {
      fromServer = ofFields(problem.fields ?? {});
      showWrong();
      refuse(text.form.failed(problem.status ? problem.message : text.form.unreachable));
    } finally {
      setSaving(false);
    }
  }

  function ofFields(errors) {
    return Object.fromEntries(Object.entries(errors).map(([path, error]) => [path.split(/[.[]/)[0], error]));
  }

  function refuse(words) {
    setText(result, words);
    fields.find(({ element }) => element.classList.contains("field-wrong"))?.focus();
  }

  function setSaving(on) {
    saving = on;
    save.disabled = on;
    setText(save, on ? text.form.saving : text.form.save);
    if (on) setText(result, "");
  }

  function askBeforeLeaving(event) {
    if (isDirty()) event.preventDefault();
  }

  return {
    title: () => title,
    update({ format }) {
      setText(zone, text.form.zone(format.timeZone));
    },
    keys: { back: () => router.go(isNew ? paths.campaigns() : paths.campaign(id)) },
    dispose() {
      removeEventListener("beforeunload", askBeforeLeaving);
      if (isDirty()) drafts.set(id, form);
      else drafts.delete(id);
    },
  };
}
