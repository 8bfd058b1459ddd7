import { affinityHeight, affinityOption, affinityTable } from "../charts/affinity.js";
import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { affinityAddress, affinityQuery, askedAffinity, itemName, MOST_BARS } from "../model/affinity.js";
import { createPolled } from "../model/polled.js";
import { paths } from "../router.js";
import { createChoices } from "../ui/offer-fields.js";
import { createPanel } from "../ui/panel.js";
import { notice, skeleton } from "../ui/states.js";
import { createStrongest } from "../ui/strongest.js";
import { createTrouble } from "../ui/trouble.js";

const LOOK_EVERY = 500;
const FIGURES_EVERY = 2_000;
const STRONGEST_EVERY = 10_000;
/** How much narrower than the page a picture is, at most, in pixels. */
const PANEL_EDGES = 56;

/** That not all partners are looked at; "" where they are. Pure. */
export function partnersWords({ partners, lookedAt }, format) {
  return partners > lookedAt ? text.affinity.ofPartners(format.count(lookedAt), format.count(partners)) : "";
}

/** What is bought together with a product or a category; without one, the strongest pairs to choose from. */
export function mountAffinity(root, { router, api, redraw, isPaused }) {
  const strongest = Object.fromEntries(
    Object.keys(text.affinity.kinds).map((kind) => [kind, createPolled({ ask: () => api.strongestPairs(kind), every: STRONGEST_EVERY, isHeld: isPaused, onNews: redraw })]),
  );
  const choices = createChoices("affinity-items");
  const kinds = segments(text.affinity.kinds, text.affinity.kindLabel, (kind) => chooseKind(kind));
  const sorts = segments(text.affinity.sorts, text.affinity.sortLabel, (sort) => go({ sort }));
  const ranges = segments(text.affinity.ranges, text.affinity.rangeLabel, (range) => go({ range }));
  const label = h("label", { for: "affinity-item" });
  const item = h("input", { id: "affinity-item", list: choices.id, autocomplete: "off", spellcheck: "false", on: { change: look } });
  const form = h("form", { class: "affinity-choice panel", on: { submit: look } }, kinds.element, label, h("div", { class: "amount" }, item, h("button", { class: "button" }, text.affinity.show)), choices.element);
  const panel = createPanel({ id: "affinity", title: text.affinity.panel, height: 300, onToggle: (table) => router.query({ view: table ? "table" : null }, { replace: true }), controls: h("div", { class: "affinity-controls" }, ranges.element, sorts.element) });
  const missing = h("p", { class: "figure-note", hidden: true });
  const pairs = createStrongest();
  const [before, between] = text.affinity.noBasketsHint;
  const empty = notice(h("p", {}, h("strong", {}, text.affinity.noBaskets), " ", before, h("code", {}, "POST /api/v1/events"), between, h("code", {}, "./pulse demo"), "."));
  const trouble = createTrouble({ words: text.affinity, marked: [panel.element, pairs.element] });
  const bones = skeleton(3);
  const back = h("a", { class: "back", href: paths.offers() }, h("span", { "aria-hidden": "true" }, "‹ "), text.affinity.back);
  root.append(h("div", { class: "page-head" }, back, h("h1", { tabindex: "-1" }, text.affinity.title), h("p", {}, text.affinity.lead)), form, bones, panel.element, missing, pairs.element, empty, trouble.element);
  let asked = askedAffinity(router.here().query);
  let kind = asked.kind;
  let source = sourceOf(asked);
  const timer = setInterval(tick, LOOK_EVERY);
  tick();

  function sourceOf(question) {
    return question.item === null ? null : createPolled({ ask: () => api.affinity(affinityQuery(question)), every: FIGURES_EVERY, isHeld: isPaused, onNews: redraw });
  }

  function tick() {
    if (document.hidden) return;
    source?.tick();
    strongest[kind].tick();
  }

  function go(changes) {
    router.query({ ...affinityAddress({ ...asked, ...changes }) });
  }

  function look(event) {
    event.preventDefault();
    if (item.value.trim()) go({ kind, item: item.value.trim() });
  }

  function chooseKind(chosen) {
    kind = chosen;
    item.value = asked.kind === kind ? (asked.item ?? "") : "";
    tick();
    redraw();
    item.focus();
  }

  function follow(question) {
    if (JSON.stringify(question) === JSON.stringify(asked)) return;
    source?.dispose();
    [asked, kind] = [question, question.kind];
    source = sourceOf(asked);
    item.value = asked.item ?? "";
    tick();
  }

  function showFigures(answer, asTable, format) {
    const name = itemName(answer);
    const all = answer.pairs.length;
    const cut = !asTable && all > MOST_BARS && text.affinity.firstOf(format.count(MOST_BARS), format.count(all));
    const part = partnersWords(answer, format);
    const note = [text.affinity.note(format.count(answer.baskets), format.count(answer.total), asked.sort === "lift" && !asTable), part, cut].filter(Boolean).join("; ");
    panel.update({
      asTable,
      title: text.affinity.partners(name),
      subtitle: note,
      note: `${text.affinity.partners(name)}: ${note}.`,
      file: `affinity-${answer.item}`,
      empty: all === 0 ? (answer.baskets === 0 ? text.affinity.inNoBasket(name) : text.affinity.none(name)) : null,
      words: text.affinity.words(name, format.count(all)),
      height: affinityHeight(all, root.clientWidth - PANEL_EDGES),
      option: ({ palette, width }) => affinityOption(answer.pairs, { sort: asked.sort, palette, width, format }),
      table: affinityTable(answer.pairs, format),
    });
    missing.hidden = answer.missing === 0;
    setText(missing, text.affinity.missing(format.count(answer.missing)));
    if (answer.recentDays) ranges.name("recent", text.affinity.recent(format.count(answer.recentDays)));
  }

  return {
    title: () => (asked.item === null ? text.affinity.title : text.affinity.partners(asked.item)),
    update({ route, format }) {
      follow(askedAffinity(route.query));
      const state = source?.read();
      const known = strongest[kind].read();
      trouble.update(state ?? known, format);
      kinds.press(kind);
      sorts.press(asked.sort);
      ranges.press(asked.range);
      setText(label, text.affinity.item[kind]);
      if (document.activeElement !== item && item.value === "" && asked.item && kind === asked.kind) item.value = asked.item;
      choices.fill(known.answer);
      bones.hidden = Boolean(state ? state.answer : known.answer);
      panel.element.hidden = !state?.answer;
      missing.hidden ||= !state?.answer;
      if (state?.answer) showFigures(state.answer, route.query.view === "table", format);
      pairs.element.hidden = Boolean(state) || !known.answer?.pairs.length;
      empty.hidden = Boolean(state) || !known.answer || known.answer.pairs.length > 0;
      if (!state && known.answer) pairs.update(known.answer, kind, format);
    },
    redraw: panel.redraw,
    keys: { back: () => router.go(paths.offers()), search: () => item.focus() },
    dispose() {
      clearInterval(timer);
      source?.dispose();
      panel.dispose();
      for (const each of Object.values(strongest)) each.dispose();
    },
  };
}

function segments(choices, label, choose) {
  const buttons = Object.entries(choices).map(([value, words]) => h("button", { type: "button", data: { value }, on: { click: () => choose(value) } }, words));
  return {
    element: h("div", { class: "segments", role: "group", "aria-label": label }, buttons),
    press(chosen) {
      for (const button of buttons) setAttribute(button, "aria-pressed", String(button.dataset.value === chosen));
    },
    name(value, words) {
      setText(buttons.find((button) => button.dataset.value === value), words);
    },
  };
}
