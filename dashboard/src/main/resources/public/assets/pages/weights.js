import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { checkWeights, sums, toWeights, toWeightsForm, WEIGHTS } from "../model/weights.js";
import { paths } from "../router.js";
import { createField, input } from "../ui/field.js";
import { missing, skeleton } from "../ui/states.js";
import { createWeightsPreview } from "../ui/weights-preview.js";

/** Edits the weights of priority, and shows who would move before they are saved. Nothing typed is lost when that fails. */
export function mountWeights(root, { router, api, announce }) {
  const bones = skeleton(4);
  const result = h("p", { class: "form-result", role: "alert" });
  const sum = h("p", { class: "weights-sum", role: "status" });
  const preview = createWeightsPreview();
  const save = h("button", { class: "button button-main" }, text.weights.save);
  const look = h("button", { type: "button", class: "button", on: { click: lookAhead } }, text.weights.preview);
  let format = null;
  let form = null;
  let fields = [];
  let fromServer = {};
  let pristine = "";
  let busy = false;
  let gone = false;

  root.append(h("div", { class: "page-head" }, h("h1", { tabindex: "-1" }, text.weights.title), h("p", {}, text.weights.lead)), bones);
  load();

  async function load() {
    try {
      show(toWeightsForm(await api.priorityWeights()));
    } catch (problem) {
      if (problem.status === 404) show(toWeightsForm(null));
      else if (!gone) bones.replaceWith(missing(text.weights.noWeights(reason(problem)), paths.calls(), text.weights.back));
    }
  }

  function show(values) {
    if (gone) return;
    form = values;
    pristine = JSON.stringify(values);
    fields = WEIGHTS.map((name) => createField(name, input(form, name, { inputmode: "decimal", autocomplete: "off" }), { words: text.weights.fields[name] }));
    const foot = h("div", { class: "form-foot" }, save, look, h("a", { class: "button", href: paths.calls() }, text.weights.discard), result);
    const section = h("section", { class: "panel" }, h("div", { class: "fields" }, fields.map(({ element }) => element)), sum);
    bones.replaceWith(h("form", { class: "weights-form", novalidate: true, on: { submit, input: typed } }, section, preview.element, foot));
    addEventListener("beforeunload", askBeforeLeaving);
    showWrong();
  }

  function typed() {
    fromServer = {};
    preview.hide();
    setText(result, "");
    showWrong();
  }

  function showWrong() {
    const wrong = checkWeights(form);
    for (const field of fields) field.wrong(fromServer[field.name] ?? text.weights.wrong[wrong[field.name]] ?? null);
    const { known, unknown } = sums(form);
    const write = (points) => (points === null ? text.none : format ? format.decimal(points) : String(points));
    setText(sum, text.weights.sum(write(known), write(unknown)));
    setAttribute(sum, "data-wrong", Math.max(known, unknown) > 100 ? "" : null);
    return wrong;
  }

  async function submit(event) {
    event.preventDefault();
    await ask(text.weights.failed, async () => {
      await api.savePriorityWeights(toWeights(form));
      pristine = JSON.stringify(form);
      announce(text.weights.saved);
      router.go(paths.calls());
    });
  }

  function lookAhead() {
    return ask(text.weights.noPreview, async () => {
      const answer = await api.previewPriorityWeights(toWeights(form));
      preview.show(answer, format);
      preview.element.focus();
    });
  }

  async function ask(failed, question) {
    if (busy) return;
    fromServer = {};
    const wrong = Object.keys(showWrong());
    if (wrong.length > 0) return refuse(text.form.fix(wrong.length));
    setBusy(true);
    try {
      await question();
    } catch (problem) {
      fromServer = problem.fields ?? {};
      showWrong();
      refuse(failed(reason(problem)));
    } finally {
      setBusy(false);
    }
  }

  function reason(problem) {
    return problem.status ? problem.message : text.weights.unreachable;
  }

  function refuse(words) {
    setText(result, words);
    fields.find(({ element }) => element.classList.contains("field-wrong"))?.focus();
  }

  function setBusy(on) {
    busy = on;
    save.disabled = look.disabled = on;
    if (on) setText(result, "");
  }

  function askBeforeLeaving(event) {
    if (form !== null && JSON.stringify(form) !== pristine) event.preventDefault();
  }

  return {
    title: text.weights.title,
    update(picture) {
      format = picture.format;
      if (form) showWrong();
    },
    keys: { back: () => router.go(paths.calls()) },
    dispose() {
      gone = true;
      removeEventListener("beforeunload", askBeforeLeaving);
    },
  };
}
