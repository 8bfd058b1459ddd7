import { h } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";
import { channelName } from "./campaign-row.js";
import { triggerWords } from "./offer-words.js";

/** What a rule would have done in the last day: a sentence, what to know about it, and some examples. Pure. */
export function dryRunWords(answer, format) {
  const { tried, noMoments, truncated } = text.offerForm;
  const counts = [answer.fired, answer.moments, answer.customers].map(format.count);
  return [answer.moments === 0 ? noMoments : tried(...counts), answer.truncated && truncated].filter(Boolean);
}

/** Where the outcome of trying a rule is shown. */
export function createDryRun() {
  const words = h("div", { class: "dry-words", role: "status" });
  const body = h("tbody");
  const heads = text.offerForm.exampleColumns.map((name) => h("th", { scope: "col" }, name));
  const table = h("table", { class: "twin" }, h("caption", {}, text.offerForm.examples), h("thead", {}, h("tr", {}, heads)), body);
  const frame = h("div", { class: "scroll dry-examples", hidden: true }, table);
  return {
    element: h("div", { class: "dry-run" }, words, frame),
    hide() {
      words.replaceChildren();
      frame.hidden = true;
    },
    say(sentence) {
      words.replaceChildren(h("p", {}, sentence));
      frame.hidden = true;
    },
    show(answer, format) {
      words.replaceChildren(...dryRunWords(answer, format).map((line) => h("p", {}, line)));
      frame.hidden = answer.examples.length === 0;
      body.replaceChildren(...answer.examples.map((example) => createExample(example, format)));
    },
  };
}

function createExample({ customerId, trigger, at, channel }, format) {
  const who = h("a", { href: paths.customer(customerId), target: "_blank" }, customerId);
  const cells = [format.dayAndMinute(at), triggerWords(trigger), channel ? channelName(channel) : text.none].map((words) => h("td", {}, words));
  return h("tr", {}, h("th", { scope: "row" }, who), cells);
}
