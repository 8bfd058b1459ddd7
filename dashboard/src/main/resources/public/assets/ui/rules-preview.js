import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { changeWords, fillPreview, previewNote } from "./preview-parts.js";
import { aboutWords, callerWords } from "./queue-words.js";
import { createTable } from "./table.js";

/** Which waiting calls another queue should take under other rules. */
export function createRulesPreview() {
  const words = text.routingRules.previewed;
  const [note, elsewhere, more] = [previewNote(), previewNote(), previewNote()];
  const calls = createTable(words.calls);
  const title = h("h2", { id: "preview-title" }, words.title);
  const element = h("section", { class: "panel rules-preview", "aria-labelledby": "preview-title", tabindex: "-1", hidden: true }, title, note, elsewhere, more, calls.element);
  return {
    element,
    show(preview, format) {
      element.hidden = false;
      setText(note, noteWords(preview, format));
      setText(elsewhere, preview.waiting === 0 ? "" : words.elsewhere(...[preview.elsewhere.before, preview.elsewhere.after].map(format.count)));
      setText(more, preview.calls.length < preview.changing ? words.more(format.count(preview.calls.length)) : "");
      fillPreview(calls, words.columns, preview.calls.map(callCells));
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** How many waiting calls another queue should take. */
export function noteWords({ waiting, changing }, format) {
  const words = text.routingRules.previewed;
  if (waiting === 0) return words.noneWaiting;
  return changing === 0 ? words.same(format.count(waiting)) : words.note(format.count(changing), format.count(waiting));
}

/** A waiting call that another queue should take: who, from which to which, where it waits, and what the rules go by. */
export function callCells({ before, after, queue, tier, language, lastAgentId, ...call }) {
  return [callerWords(call), changeWords(before, after), queue, aboutWords(call), tier, language ?? text.none, lastAgentId ?? text.none];
}
