import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { withPlaces } from "../model/rows.js";

/**
 * What is wrong with a form, beside its fields, and what came of the last thing that was asked of the server with it.
 * `check()` gives field → name of a text in `words.wrong`, by the paths that the server uses too. Where fields are judged
 * `together`, what the server said holds until any of them changes, and is told of the whole, too. Where it is `patient`, a field is called wrong once it was changed
 or left. `named(errors)` gives the server's errors by the names of the fields, where these are others.
 */
export function createRecordForm({ fields, check, words, buttons, together = false, patient = false, named = (errors) => errors }) {
  const result = h("p", { class: "form-result", role: "alert" });
  let fromServer = {};
  /** Whether empty fields are called wrong, or all: not before somebody wants to save them. */
  let strict = false;
  const touched = new Set();
  let busy = false;

  function showWrong() {
    const wrong = check();
    for (const field of fields()) {
      const what = isTold(field.name, wrong[field.name]) ? words.wrong[wrong[field.name]] : null;
      field.wrong(fromServer[field.name] ?? what ?? null);
    }
    return wrong;
  }

  function isTold(name, what) {
    return strict || (patient ? touched.has(name) : what !== "required");
  }

  function fieldOf(target) {
    return fields().find(({ element }) => element.contains(target))?.name;
  }

  function blame(problem) {
    fromServer = named(problem.fields ?? {});
    showWrong();
  }

  async function during(question) {
    if (busy) return;
    setBusy(true);
    try {
      await question();
    } finally {
      setBusy(false);
    }
  }

  /** What is said beside its field is not said again, under a name that nobody sees. */
  function reason({ status, message, fields: wrong = {} }) {
    const [blamed, names] = [Object.keys(named(wrong)), new Set(fields().map(({ name }) => name))];
    if (!together && blamed.length > 0 && blamed.every((path) => names.has(path))) return text.form.fix(blamed.length);
    return status ? message : words.unreachable;
  }

  function refuse(what) {
    setText(result, what);
    fields().find(({ element }) => element.classList.contains("field-wrong"))?.focus();
  }

  function setBusy(on) {
    busy = on;
    for (const button of buttons) button.disabled = on;
    if (on) setText(result, "");
  }

  return {
    result,
    showWrong,
    reason,
    /** Says what the server found wrong. */
    blame,
    /** Does what is to be waited for; nothing else is asked meanwhile. */
    during,
    /** Tells which field it was. */
    typed(event) {
      const own = fieldOf(event.target);
      if (together) fromServer = {};
      else delete fromServer[own];
      if (own && event.type === "change") touched.add(own);
      setText(result, "");
      showWrong();
      return own;
    },
    left(event) {
      const own = fieldOf(event.target);
      if (own) touched.add(own);
      showWrong();
    },
    /** To be told when rows of a list change their places, or with null that one was added. */
    rowsChanged(list, place) {
      if (place === null) strict = false;
      else fromServer = withPlaces(fromServer, list, place);
      setText(result, "");
      showWrong();
    },
    /** Asks the server if nothing is wrong with the form; `failed` says in words that it was in vain. */
    async ask(failed, question) {
      if (busy) return;
      strict = true;
      fromServer = {};
      const wrong = Object.keys(showWrong());
      if (wrong.length > 0) return refuse(text.form.fix(wrong.length));
      await during(async () => {
        try {
          await question();
        } catch (problem) {
          blame(problem);
          refuse(failed(reason(problem)));
        }
      });
    },
  };
}
