import { h } from "../dom.js";
import { createRecordForm } from "./record-form.js";
import { missing, skeleton } from "./states.js";
import { createUnsaved } from "./unsaved.js";

/**
 * A page that edits the one record of its kind, and is left for `home` when it is saved. Nothing typed is lost when saving
 * fails, or when another page is looked at meanwhile: it waits on the `shelf`.
 *
 * `load()` gives the values of the form, `check(form)` what is wrong with them, `save(form)` writes them, `named(errors)` gives
 * what the server finds wrong by the names of the fields. `draw(form, rowsChanged)` gives the parts of the form: {fields(), single, rows, after} by section, and what stands `above` and `below`
 * all of them. `changed(form)` is called when there are other values; `choices` are lists that fields choose from, and
 * `buttons` ask other questions than to save.
 */
export function createRecordPage(root, { router, announce }, { words, home, shelf, load, check, draw, save, named, changed = () => {}, choices = null, buttons = [] }) {
  const unsaved = createUnsaved(shelf);
  const bones = skeleton(6);
  const kept = h("div", { class: "banner", role: "status", hidden: !unsaved.isKept() }, words.kept);
  const main = h("button", { class: "button button-main" }, words.save);
  const record = createRecordForm({ fields: () => fields(), check: () => check(unsaved.form()), words, buttons: [main, ...buttons], named });
  let fields = () => [];
  let gone = false;

  const back = h("a", { class: "back", href: home }, h("span", { "aria-hidden": "true" }, "‹ "), words.back);
  root.append(...[h("div", { class: "page-head" }, back, h("h1", { tabindex: "-1" }, words.title), h("p", {}, words.lead), kept), choices, bones].filter(Boolean));
  open();

  async function open() {
    try {
      const values = await load();
      if (!gone) show(unsaved.begin(values));
    } catch (problem) {
      const reason = problem.status ? problem.message : words.noServer;
      if (!gone) bones.replaceWith(missing(words.notLoaded(reason), home, words.back));
    }
  }

  function show(form) {
    const { above = null, below = null, ...parts } = draw(form, rowsChanged);
    fields = parts.fields;
    const foot = h("div", { class: "form-foot" }, main, buttons, h("a", { class: "button", href: home, on: { click: () => unsaved.settle() } }, words.discard), record.result);
    const element = h("form", { class: "campaign-form policy-form", novalidate: true, on: { submit, input: typed, change: typed } }, sections(parts, words), below, foot);
    bones.replaceWith(...[above, element].filter(Boolean));
    record.showWrong();
    changed(form);
  }

  function rowsChanged(list, place) {
    changed(unsaved.form());
    record.rowsChanged(list, place);
  }

  function typed(event) {
    changed(unsaved.form());
    record.typed(event);
  }

  function submit(event) {
    event.preventDefault();
    return record.ask(words.failed, async () => {
      const typed = unsaved.typed();
      await save(unsaved.form());
      unsaved.settle(typed);
      announce(words.saved);
      if (!gone) router.go(home);
    });
  }

  return {
    /** Asks the server something else about the form; `answered(answer)` is not called once the form says something else. */
    ask(failed, question, answered) {
      return record.ask(failed, async () => {
        const asked = unsaved.typed();
        const answer = await question(unsaved.form());
        if (!gone && asked === unsaved.typed()) answered(answer);
      });
    },
    title: words.title,
    keys: { back: () => router.go(home) },
    dispose() {
      gone = true;
      unsaved.dispose();
    },
  };
}

/** The sections of a form, each with its title, its rows, its other fields and what comes after. */
function sections({ single, rows, after = {} }, words) {
  return Object.entries(single).map(([section, own]) => {
    const [title, note] = words.sections[section];
    const plain = own.length > 0 && h("div", { class: "fields" }, own.map(({ element }) => element));
    return h("section", { class: "form-section" }, h("h2", {}, title), h("p", { class: "field-hint" }, note), rows[section]?.element, plain, after[section]);
  });
}
