import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { withPlaces } from "../model/rows.js";

/**
 * What is wrong with a form, beside its fields, and what came of the last thing that was asked of the server with it.
 * `check()` gives field → name of a text in `words.wrong`, by the paths that the server uses too. Where fields are judged
 * `together`, what the server said holds until any of them changes, and is told of the whole, too.
 */
export function createRecordForm({ fields, check, words, buttons, together = false }) {
  const result = h("p", { class: "form-result", role: "alert" });
  let fromServer = {};
  /** Whether empty fields are called wrong: not before somebody wants to save them. */
  let strict = false;
  let busy = false;

  function showWrong() {
    const wrong = check();
    for (const field of fields()) {
      const what = wrong[field.name] === "required" && !strict ? null : words.wrong[wrong[field.name]];
      field.wrong(fromServer[field.name] ?? what ?? null);
    }
    return wrong;
  }

  /** What is said beside its field is not said again, under a name that nobody sees. */
  function reason({ status, message, fields: wrong = {} }) {
    const [blamed, names] = [Object.keys(wrong), new Set(fields().map(({ name }) => name))];
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
    typed(event) {
      const own = fields().find(({ element }) => element.contains(event.target));
      if (together) fromServer = {};
      else if (own) delete fromServer[own.name];
      setText(result, "");
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
    },
  };
}
