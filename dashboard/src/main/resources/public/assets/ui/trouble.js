import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";

/** Why something came to nothing, as words of failures take it: "" where the server does not answer at all. */
export function reasonOf(failure) {
  return failure?.status ? failure.message : "";
}

/**
 * A line that says that what is asked for again and again could not be had, and as of when the figures are that are still shown: these, in `marked`, look it.
 * At the foot of a page, or within a panel of its own.
 */
export function createTrouble({ words = text.trouble, marked = [], inPanel = false } = {}) {
  const element = h("p", { class: `banner banner-stale${inPanel ? "" : " card-trouble"}`, role: "status", hidden: true });
  const mark = (value) => marked.forEach((part) => setAttribute(part, "data-card", value));
  return {
    element,
    update({ answer, answeredAt, failure }, format) {
      element.hidden = !failure;
      setText(element, !failure ? "" : answer ? words.stale(format.clock(answeredAt), reasonOf(failure)) : words.failed(reasonOf(failure)));
      mark(answer && failure ? "stale" : null);
    },
    /** Takes its mark from parts that stay when the page goes. */
    dispose: () => mark(null),
  };
}
