import { arrange, h } from "../dom.js";
import { text } from "../messages.js";
import { QUEUES } from "../model/queues.js";
import { paths } from "../router.js";
import { createLastDecisions } from "../ui/last-decisions.js";
import { createQueuePanel } from "../ui/queue-panel.js";
import { createSteps } from "../ui/steps.js";
import { notice, skeleton } from "../ui/states.js";

/** The wallboard of the call centre: every queue with the calls that wait in it, and what was decided last. */
export function mountCalls(root, { router }) {
  const panels = new Map();
  const list = h("div", { class: "queues" });
  const decided = createLastDecisions();
  const bones = skeleton(4);
  const [before, between] = text.calls.noQueueHint;
  const empty = notice(
    h("p", {}, h("strong", {}, text.calls.noQueue), " ", before, h("code", {}, "POST /api/v1/events"), between, h("code", {}, "./pulse demo"), "."),
  );
  const head = h("div", {}, h("h1", { tabindex: "-1" }, text.calls.title), h("p", {}, text.calls.lead));
  const links = [[paths.routingRules(), text.calls.toRules], [paths.weights(), text.calls.toWeights]].map(([href, words]) => h("a", { class: "button", href }, words));
  const step = createSteps(() => [...panels.values(), decided].flatMap((panel) => panel.links()));
  empty.hidden = decided.element.hidden = true;
  root.append(h("div", { class: "page-head calls-head" }, head, h("div", { class: "head-links" }, links)), bones, empty, list, decided.element);

  return {
    title: text.calls.title,
    watch: QUEUES,
    update({ view: { queues, decisions }, now, format }) {
      bones.hidden = queues !== null;
      empty.hidden = queues === null || queues.length > 0;
      decided.element.hidden = queues === null || queues.length === 0;
      if (!queues) return;
      decided.update(decisions, format);
      const known = new Set(queues.map(({ queue }) => queue));
      for (const name of panels.keys()) if (!known.has(name)) panels.delete(name);
      for (const state of queues) {
        if (!panels.has(state.queue)) panels.set(state.queue, createQueuePanel(state.queue));
        panels.get(state.queue).update(state, now, format);
      }
      arrange(list, queues.map(({ queue }) => panels.get(queue).element));
    },
    keys: { next: () => step(1), previous: () => step(-1), back: () => router.go(router.list()) },
    dispose() {
      panels.clear();
    },
  };
}
