import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { createRecordForm } from "./record-form.js";
import { skeleton } from "./states.js";
import { createUnsaved } from "./unsaved.js";

/**
 * A page that creates an object, whose form begins with `values`, or edits the one that `load()` gives as {name, values}. Nothing typed is lost when saving
 * fails, or when another page is looked at meanwhile: it waits on the `shelf`.
 *
 * `draw(form)` gives its fields by section, `check(form)` what is wrong with them, `named(errors)` what the server finds wrong by the names of the fields;
 * `save(form)` writes them and gives the address to go to. `home` is where the page is left for, `unknown(problem)` stands where there is nothing to edit.
 * `changed(name)` is told of each change; `above` and `below` stand around the fields, and `buttons` ask other questions than to save.
 */
export function createEditPage(root, { router, announce }, { words, shelf, values = null, load, draw, check, save, home, unknown, named, changed = () => {}, above = null, below = null, buttons = [] }) {
  const unsaved = createUnsaved(shelf);
  const bones = skeleton(6);
  const zone = h("p", { class: "field-hint" });
  const main = h("button", { class: "button button-main" }, words.save);
  const record = createRecordForm({ fields: () => fields, check: () => check(unsaved.form()), words, buttons: [main, ...buttons], patient: true, named });
  let title = words.create;
  let fields = [];
  let element = bones;
  let currency = null;
  let gone = false;

  root.append(bones);
  if (values) begin(values);
  else open();

  async function open() {
    try {
      const { name, values: saved } = await load();
      title = words.edit(name);
      if (!gone) begin(saved);
    } catch (problem) {
      if (!gone) bones.replaceWith(unknown(problem));
    }
  }

  function begin(saved) {
    const kept = unsaved.isKept();
    show(unsaved.begin(saved), kept && restored());
  }

  function restored() {
    const discard = h("button", { type: "button", class: "button button-small", on: { click: () => show(unsaved.again()) } }, words.discard);
    return h("p", { class: "banner banner-paused" }, words.restored, discard);
  }

  function show(form, note = null) {
    const sections = draw(form);
    fields = Object.values(sections).flat();
    nameCurrency();
    const section = ([name, own]) => h("section", { class: "form-section" }, h("h2", {}, words.sections[name]), name === "when" && zone, h("div", { class: "fields" }, own.map((field) => field.element)));
    const foot = h("div", { class: "form-foot" }, main, h("a", { class: "button", href: home }, words.cancel), record.result);
    const listens = { submit, input: typed, change: typed, focusout: left };
    const next = h("form", { class: "campaign-form", novalidate: true, on: listens }, above, h("h1", { tabindex: "-1" }, title), note, Object.entries(sections).map(section), below, foot);
    element.replaceWith(next);
    element = next;
  }

  function nameCurrency() {
    for (const field of fields) field.currency(currency);
  }

  function typed(event) {
    changed(record.typed(event), event);
  }

  function left(event) {
    if (unsaved.isDirty()) record.left(event);
  }

  function submit(event) {
    event.preventDefault();
    return record.ask(words.failed, async () => {
      setText(main, words.saving);
      try {
        const typed = unsaved.typed();
        const address = await save(unsaved.form());
        unsaved.settle(typed);
        announce(words.saved);
        if (!gone) router.go(address);
      } finally {
        setText(main, words.save);
      }
    });
  }

  return {
    record,
    form: unsaved.form,
    title: () => title,
    update({ view, format }) {
      setText(zone, text.form.zone(format.timeZone));
      currency = view.health?.currency ?? null;
      nameCurrency();
    },
    keys: { back: () => router.go(home) },
    dispose() {
      gone = true;
      unsaved.dispose();
    },
  };
}
