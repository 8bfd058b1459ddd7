import { h } from "../dom.js";
import { text } from "../messages.js";
import { createMoving } from "../model/moving.js";
import { createPolled, isUnknown } from "../model/polled.js";
import { knownCosts } from "../model/headline.js";
import { paths } from "../router.js";
import { createBreakdown } from "../ui/breakdown.js";
import { createNewest } from "../ui/newest.js";
import { partNames } from "../ui/part-names.js";
import { createSliceHead } from "../ui/slice-head.js";
import { createStandIn, missing, notice, skeleton } from "../ui/states.js";
import { createTrouble } from "../ui/trouble.js";

const ASK_EVERY = 2_000;
const LOOK_EVERY = 500;
/** For how long after a change it is asked for more: lists come seconds after their figures. */
const SETTLES = 12_000;
const LISTS = ["responses", "orders", "contacts"];

/** What a campaign's figures are made of: all of it, a channel, a segment, or a segment within a channel. */
export function mountBreakdown(root, { router, api, redraw, isPaused }, { id, slice }) {
  const source = createPolled({ ask: () => api.breakdown(id, slice), every: ASK_EVERY, isHeld: isPaused, onNews: redraw });
  const moving = createMoving({ settles: SETTLES });
  const head = createSliceHead(id, slice);
  const parts = createParts(id, slice, () => known);
  const lists = Object.fromEntries(LISTS.map((list) => [list, createNewest(list, `${fileOf(id, slice)}-${list}`)]));
  const trouble = createTrouble({ words: text.breakdown, marked: [root] });
  const bones = skeleton(4);
  const empty = notice(h("strong", {}, text.breakdown.empty));
  const body = h(
    "div",
    { hidden: true },
    head.stats,
    h("div", { class: "breakdowns" }, Object.values(parts).map(({ element }) => element)),
    h("div", { class: "newest-lists" }, Object.values(lists).map(({ element }) => element)),
  );
  empty.hidden = true;
  root.append(head.element, bones, empty, body, trouble.element);
  const showUnknown = createStandIn(root, () => missing(text.states.unknownCampaign(id)));
  let known = {};
  const timer = setInterval(tick, LOOK_EVERY);
  tick();

  function tick() {
    const { answer, failure } = source.read();
    if (!document.hidden && (!answer || failure || moving.moves())) source.tick();
  }

  return {
    title: head.title,
    watch: id,
    update({ view, format }) {
      const headline = view.campaigns.get(id);
      known = headline?.campaign ?? {};
      head.name(headline);
      moving.note(view.detail?.metrics.version);
      tick();
      const state = source.read();
      showUnknown(isUnknown(state));
      trouble.update(state, format);
      bones.hidden = state.answer !== null;
      if (!state.answer) return undefined;
      const nothing = isEmpty(state.answer);
      empty.hidden = !nothing;
      body.hidden = nothing;
      head.update(knownCosts(state.answer.totals, known), format);
      for (const [name, part] of Object.entries(parts)) part.update(state.answer[name], format);
      for (const [list, table] of Object.entries(lists)) table.update(state.answer[list], format);
      return undefined;
    },
    keys: { back: () => router.go(slice.channel && slice.segment ? paths.breakdown(id, { channel: slice.channel }) : paths.campaign(id)) },
    dispose() {
      clearInterval(timer);
      source.dispose();
      trouble.dispose();
    },
  };
}

/** Whether nothing has happened in a slice. Pure. */
export function isEmpty({ totals, ...rest }) {
  const counts = ["contacts", "contacted", "responders", "passAlongResponders", "calls", "visits", "orders", "other"];
  return counts.every((name) => !totals[name]) && LISTS.every((list) => rest[list].length === 0);
}

/** How files that are saved from a slice begin. */
function fileOf(id, { channel, segment }) {
  return [id, channel, segment].filter(Boolean).join("-");
}

/** What a slice can be broken down by: what it is not already of. */
function createParts(id, slice, campaign) {
  const create = (by) =>
    createBreakdown({
      title: text.campaign.by[by],
      name: (key) => partNames[by](key, campaign()),
      file: () => `${fileOf(id, slice)}-by-${by}`,
      href: (key) => paths.breakdown(id, { ...slice, [by]: key }),
    });
  const parts = {};
  if (!slice.channel) parts.byChannel = create("channel");
  if (!slice.segment) parts.bySegment = create("segment");
  return parts;
}
