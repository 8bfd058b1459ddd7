import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { changeWords as change, fillPreview as fill, previewNote as note } from "./preview-parts.js";
import { callerWords } from "./queue-words.js";
import { createTable } from "./table.js";

/** Who would move under other weights: the waiting calls, the tiers, and the customers who would move most. */
export function createWeightsPreview() {
  const words = text.weights.previewed;
  const [callsNote, customersNote, moversNote] = [note(), note(), note()];
  const [calls, tiers, movers] = [words.calls, words.customers, words.movers].map(createTable);
  const element = h(
    "section",
    { class: "panel weights-preview", "aria-labelledby": "preview-title", tabindex: "-1", hidden: true },
    h("h2", { id: "preview-title" }, words.title),
    h(
      "div",
      { class: "preview-groups" },
      h("div", {}, h("h3", {}, words.calls), callsNote, calls.element),
      h("div", {}, h("h3", {}, words.customers), customersNote, tiers.element, h("h3", {}, words.movers), moversNote, movers.element),
    ),
  );
  return {
    element,
    show(preview, format) {
      element.hidden = false;
      setText(callsNote, words.callsNote(format.count(preview.moving), preview.waiting));
      fill(calls, words.callColumns, preview.calls.map((call) => callCells(call, format)));
      setText(customersNote, words.customersNote(format.count(preview.sample.customers)));
      fill(tiers, words.tierColumns, preview.sample.tiers.map((tier) => tierCells(tier, format)));
      setText(moversNote, preview.sample.movers.length ? "" : words.noMovers);
      fill(movers, words.moverColumns, preview.sample.movers.map((mover) => moverCells(mover, format)));
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** A waiting call that would move: who, in which queue, and both its places and scores. */
export function callCells({ queue, before, after, ...caller }, format) {
  return [callerWords(caller), queue, change(before.position, after.position, format.count), change(before.score, after.score, format.decimal)];
}

/** A tier: how many customers, and their mean scores. */
export function tierCells({ tier, customers, before, after }, format) {
  return [tier, format.count(customers), customers === 0 ? text.none : change(before, after, format.decimal)];
}

function moverCells({ tier, before, after, ...customer }, format) {
  return [callerWords(customer), tier, change(before, after, format.decimal)];
}
