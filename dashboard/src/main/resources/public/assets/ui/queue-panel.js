import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { waitingIn } from "../model/queues.js";
import { createCallHead, createCallRow } from "./call-row.js";
import { arrivalWords, byTier, countWords, modeWords, serviceWords, waitWords } from "./queue-words.js";
import { define, term } from "./term.js";

/** One queue: how it does, and who waits in it, in order. */
export function createQueuePanel(queue) {
  const mode = h("span", { class: "queue-mode" });
  const meaning = define(h("button", { type: "button", class: "term queue-order" }, mode), "queueMode");
  const all = h("strong", { class: "queue-all figure" });
  const tiers = h("span", { class: "figure" });
  const longest = h("span", { class: "figure" });
  const expected = h("span", { class: "figure" });
  const level = ["strong", "span", "small"].map((kind) => h(kind, { class: kind === "strong" ? "queue-level figure" : "figure" }));
  const arrivals = h("span", { class: "figure" });
  const [when, counts] = [h("dt", {}), h("span", { class: "figure" })];
  const figures = h(
    "dl",
    { class: "queue-figures" },
    h("div", { class: "queue-lead" }, h("dt", {}, term("callsWaiting")), h("dd", {}, all, " ", tiers)),
    h("div", { class: "queue-service" }, h("dt", {}, term("serviceLevel")), h("dd", {}, level[0], " ", level[1], " ", level[2])),
    h("div", {}, h("dt", {}, term("longestWait")), h("dd", {}, longest)),
    h("div", {}, h("dt", {}, term("expectedWait")), h("dd", {}, expected)),
    h("div", {}, when, h("dd", {}, counts)),
    h("div", {}, h("dt", {}, term("callArrivals")), h("dd", {}, arrivals)),
  );
  const body = h("tbody", { role: "rowgroup" });
  const table = h("table", { class: "waiting-calls", role: "table" }, h("caption", { class: "visually-hidden" }, text.calls.caption(queue)), createCallHead(), body);
  const frame = h("div", { class: "table-frame" }, table);
  const note = h("p", { class: "queue-note" });
  const id = `queue-${encodeURIComponent(queue)}`;
  const element = h("section", { class: "panel queue", "aria-labelledby": id }, h("div", { class: "queue-head" }, h("h2", { id }, queue), meaning), figures, frame, note);
  const rows = new Map();

  function showCalls(calls, format) {
    const waiting = new Set(calls.map(({ callId }) => callId));
    for (const callId of rows.keys()) if (!waiting.has(callId)) rows.delete(callId);
    for (const call of calls) {
      if (!rows.has(call.callId)) rows.set(call.callId, createCallRow(call));
      rows.get(call.callId).update(call, format);
    }
    arrange(body, calls.map(({ callId }) => rows.get(callId).element));
  }

  return {
    element,
    links: () => [...body.querySelectorAll("a")],
    update(state, now, format) {
      const count = waitingIn(state);
      setAttribute(element, "data-mode", state.mode);
      setText(mode, modeWords(state, now, format));
      setText(all, format.count(count));
      setText(tiers, byTier(state.waiting, format.count));
      setText(longest, waitWords(state.longestWaitSeconds));
      setText(expected, byTier(state.expectedWaitSeconds, waitWords));
      setText(arrivals, arrivalWords(state, format));
      serviceWords(state.serviceLevel, format).forEach((words, index) => setText(level[index], words));
      countWords(state, format).forEach((words, index) => setText([when, counts][index], words));
      showCalls(state.calls, format);
      frame.hidden = count === 0;
      note.hidden = count === state.calls.length && count > 0;
      setText(note, count === 0 ? text.calls.noneWaiting : text.calls.more(format.count(state.calls.length), format.count(count)));
    },
  };
}
