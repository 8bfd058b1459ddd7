import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { checkWeights, sums, toWeights, toWeightsForm, WEIGHTS } from "../model/weights.js";
import { paths } from "../router.js";
import { createField, input } from "../ui/field.js";
import { createRecordForm } from "../ui/record-form.js";
import { missing, skeleton } from "../ui/states.js";
import { createShelf, createUnsaved } from "../ui/unsaved.js";
import { createWeightsPreview } from "../ui/weights-preview.js";

const shelf = createShelf();

/** Edits the weights of priority, and shows who would move before they are saved. Nothing typed is lost when that fails. */
export function mountWeights(root, { router, api, announce }) {
  const bones = skeleton(4);
  const sum = h("p", { class: "weights-sum", role: "status" });
  const preview = createWeightsPreview();
  const save = h("button", { class: "button button-main" }, text.weights.save);
  const look = h("button", { type: "button", class: "button", on: { click: lookAhead } }, text.weights.preview);
  const unsaved = createUnsaved(shelf);
  const record = createRecordForm({ fields: () => fields, check: () => checkWeights(unsaved.form()), words: text.weights, buttons: [save, look], together: true });
  let format = null;
  let fields = [];
  let gone = false;

  const kept = h("div", { class: "banner", role: "status", hidden: !unsaved.isKept() }, text.weights.kept);
  root.append(h("div", { class: "page-head" }, h("h1", { tabindex: "-1" }, text.weights.title), h("p", {}, text.weights.lead), kept), bones);
  load();

  async function load() {
    try {
      show(toWeightsForm(await api.priorityWeights()));
    } catch (problem) {
      if (problem.status === 404) show(toWeightsForm(null));
      else if (!gone) bones.replaceWith(missing(text.weights.noWeights(record.reason(problem)), paths.calls(), text.weights.back));
    }
  }

  function show(values) {
    if (gone) return;
    const form = unsaved.begin(values);
    fields = WEIGHTS.map((name) => createField(name, input(form, name, { inputmode: "decimal", autocomplete: "off" }), { words: text.weights.fields[name] }));
    const foot = h("div", { class: "form-foot" }, save, look, h("a", { class: "button", href: paths.calls(), on: { click: () => unsaved.settle() } }, text.weights.discard), record.result);
    const section = h("section", { class: "panel" }, h("div", { class: "fields" }, fields.map(({ element }) => element)), sum);
    bones.replaceWith(h("form", { class: "weights-form", novalidate: true, on: { submit, input: typed } }, section, preview.element, foot));
    record.showWrong();
    showSum();
  }

  function typed(event) {
    preview.hide();
    record.typed(event);
    showSum();
  }

  function showSum() {
    const { known, unknown } = sums(unsaved.form());
    const write = (points) => (points === null ? text.none : format ? format.decimal(points) : String(points));
    setText(sum, text.weights.sum(write(known), write(unknown)));
    setAttribute(sum, "data-wrong", Math.max(known, unknown) > 100 ? "" : null);
  }

  function submit(event) {
    event.preventDefault();
    return record.ask(text.weights.failed, async () => {
      const typed = unsaved.typed();
      await api.savePriorityWeights(toWeights(unsaved.form()));
      unsaved.settle(typed);
      announce(text.weights.saved);
      if (!gone) router.go(paths.calls());
    });
  }

  function lookAhead() {
    return record.ask(text.weights.noPreview, async () => {
      const asked = unsaved.typed();
      const answer = await api.previewPriorityWeights(toWeights(unsaved.form()));
      if (gone || asked !== unsaved.typed()) return;
      preview.show(answer, format);
      preview.element.focus();
    });
  }

  return {
    title: text.weights.title,
    update(picture) {
      format = picture.format;
      if (unsaved.form()) showSum();
    },
    keys: { back: () => router.go(paths.calls()) },
    dispose() {
      gone = true;
      unsaved.dispose();
    },
  };
}
