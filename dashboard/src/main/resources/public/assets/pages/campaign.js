import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { knownCosts } from "../model/headline.js";
import { createPolled, isUnknown } from "../model/polled.js";
import { rangeQuery } from "../model/range.js";
import { paths } from "../router.js";
import { createBreakdown } from "../ui/breakdown.js";
import { createCampaignHead } from "../ui/campaign-head.js";
import { createFigures } from "../ui/figures.js";
import { createLift } from "../ui/lift.js";
import { partNames } from "../ui/part-names.js";
import { createRangePicker } from "../ui/range-picker.js";
import { createStandIn, missing, noContacts, skeleton } from "../ui/states.js";
import { createCampaignCharts } from "./campaign-charts.js";

const CHARTS_EVERY = 500;
/** How often it is asked whether there is a campaign that no frame has told of. */
const ASK_EVERY = 2_000;
const TIERS = ["A", "B", "C"];

/** One campaign: how it does, over time and by channel, variant, tier and segment. */
export function mountCampaign(root, { router, api, redraw }, { id }) {
  const head = createCampaignHead(id, router.list());
  const range = createRangePicker({
    onRange: (chosen) => router.query(rangeQuery(chosen)),
    onCompare: (chosen) => router.query({ compare: chosen === "none" ? null : chosen }),
  });
  const charts = createCampaignCharts({ api, campaignId: id, router, onNews: redraw });
  const lift = createLift({ api, campaignId: id, onNews: redraw });
  const figures = createFigures(paths.breakdown(id));
  const breakdowns = createBreakdowns(id, () => known);
  const trouble = h("p", { class: "banner banner-stale", hidden: true });
  const empty = h("div", { hidden: true }, noContacts());
  const bones = skeleton(8);
  const body = h(
    "div",
    { hidden: true },
    range.element, trouble,
    charts.element,
    lift.element,
    h("div", { class: "section-head" }, h("h2", {}, text.campaign.soFar), h("p", {}, text.campaign.soFarNote)),
    figures.element,
    h("div", { class: "breakdowns" }, Object.values(breakdowns).map(({ element }) => element)),
  );
  root.append(head.element, bones, empty, body);
  let drawn = { at: -Infinity, key: "" };
  let known = {};
  // A campaign that was created a moment ago is known to the server before a frame tells of it.
  const record = createPolled({ ask: () => api.campaign(id), every: ASK_EVERY, onNews: redraw });
  const showUnknown = createStandIn(root, () => missing(text.states.unknownCampaign(id)));

  function showCharts(headline, detail, route, now, format) {
    const picture = { campaign: headline.campaign ?? {}, route, format, now, headline, totals: detail.metrics.totals };
    const { failure, ...shown } = charts.show(picture, detail);
    range.update(shown, now, format);
    trouble.hidden = !failure;
    setText(trouble, failure ? text.states.seriesFailed(failure.message === "unreachable" ? "" : failure.message) : "");
  }

  return {
    title: () => head.element.querySelector("h1").textContent,
    watch: id,
    update({ view, route, now, format, colours }) {
      const headline = view.campaigns.get(id);
      if (view.ready && !headline) record.tick();
      showUnknown(!headline && isUnknown(record.read()));
      const isShown = !body.hidden || !empty.hidden;
      bones.hidden = isShown || (headline !== undefined && view.detail !== null);
      if (!headline) return undefined;
      const totals = knownCosts(view.detail?.metrics.totals ?? headline.figures ?? {}, headline.campaign);
      known = headline.campaign ?? {};
      head.update(headline, totals, now, format);
      if (!view.detail) return undefined;
      const nothing = !totals.contacts && !totals.contacted && !totals.passAlongResponders && view.detail.points.length === 0;
      empty.hidden = !nothing;
      body.hidden = nothing;
      if (nothing) return undefined;
      figures.update(totals, format);
      lift.update(view.detail.metrics, headline.campaign ?? {}, now, format);
      for (const [key, breakdown] of Object.entries(breakdowns)) breakdown.update(view.detail.metrics[key], format);
      const key = JSON.stringify([route, colours]);
      if (key === drawn.key && performance.now() - drawn.at < CHARTS_EVERY) return undefined;
      drawn = { at: performance.now(), key };
      showCharts(headline, view.detail, route, now, format);
      return undefined;
    },
    redraw: charts.redraw,
    keys: { back: () => router.go(router.list()) },
    dispose() {
      charts.dispose();
      lift.dispose();
      record.dispose();
    },
  };
}

function createBreakdowns(id, campaign) {
  const create = (by, more = {}) => createBreakdown({ title: text.campaign.by[by], name: (key) => partNames[by](key, campaign()), file: () => `${id}-by-${by}`, ...more });
  const opened = (by) => create(by, { href: (key) => paths.breakdown(id, { [by]: key }) });
  return { byChannel: opened("channel"), byVariant: create("variant"), bySegment: opened("segment"), byTier: create("tier", { order: TIERS, meaning: "tier" }) };
}
