import { activityHeight, activityKinds, activityOption, activityTable } from "../charts/activity.js";
import { curveBefore, curveOption, curveRows, curveScale, curveTable } from "../charts/curve.js";
import { FUNNEL_HEIGHT, funnelOption, funnelStages, funnelTable } from "../charts/funnel.js";
import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { comparisonOf, earlier, moved, shiftOf } from "../model/compare.js";
import { knownCosts } from "../model/headline.js";
import { rangeOf, rangeQuery } from "../model/range.js";
import { createBreakdown } from "../ui/breakdown.js";
import { createCampaignHead } from "../ui/campaign-head.js";
import { channelName } from "../ui/campaign-row.js";
import { createFigures } from "../ui/figures.js";
import { createLift } from "../ui/lift.js";
import { createPanel } from "../ui/panel.js";
import { createRangePicker } from "../ui/range-picker.js";
import { missing, noContacts, skeleton } from "../ui/states.js";
import { createStepsSource } from "../ui/steps-source.js";

const CHARTS_EVERY = 500;

/** One campaign: how it does, over time and by channel, variant, tier and segment. */
export function mountCampaign(root, { router, api, redraw }, { id }) {
  const head = createCampaignHead(id, router.list());
  const range = createRangePicker({
    onRange: (chosen) => router.query(rangeQuery(chosen)),
    onCompare: (chosen) => router.query({ compare: chosen === "none" ? null : chosen }),
  });
  const source = createStepsSource({ api, campaignId: id, onNews: redraw });
  const earlierSource = createStepsSource({ api, campaignId: id, onNews: redraw });
  const views = viewSwitch((view) => router.query({ view: view === "rate" ? null : view }));
  const panels = {
    curve: panel("curve", text.campaign.curve, 320, views.element),
    funnel: panel("funnel", text.campaign.funnel, FUNNEL_HEIGHT),
    activity: panel("activity", text.campaign.activity, activityHeight(3)),
  };
  const lift = createLift({ api, campaignId: id, onNews: redraw });
  const figures = createFigures();
  const breakdowns = createBreakdowns(id, () => known);
  const trouble = h("p", { class: "banner banner-stale", hidden: true });
  const empty = h("div", { hidden: true }, noContacts());
  const bones = skeleton(8);
  const body = h(
    "div",
    { hidden: true },
    range.element, trouble,
    h("div", { class: "charts" }, panels.curve.element, panels.funnel.element, panels.activity.element),
    lift.element,
    h("div", { class: "section-head" }, h("h2", {}, text.campaign.soFar), h("p", {}, text.campaign.soFarNote)),
    figures.element,
    h("div", { class: "breakdowns" }, Object.values(breakdowns).map(({ element }) => element)),
  );
  root.append(head.element, bones, empty, body);
  let drawn = { at: -Infinity, key: "" };
  let known = {};
  let lost = null;

  function panel(name, title, height, controls) {
    return createPanel({ id: name, title, height, controls, onToggle: (wantsTable) => toggleTable(name, wantsTable) });
  }

  function toggleTable(name, wantsTable) {
    const tables = new Set(tablesOf(router.here().query));
    tables[wantsTable ? "add" : "delete"](name);
    router.query({ table: [...tables].join(",") }, { replace: true });
  }

  function showCharts(headline, detail, route, now, format) {
    const campaign = headline.campaign ?? {};
    const chosen = rangeOf(route.query);
    const { steps, limits, failure } = source.read(chosen, campaign, detail, now);
    const comparison = comparisonOf(route.query);
    const shift = shiftOf(comparison, chosen, limits);
    const before = shift ? earlierSource.read(earlier(limits, shift), campaign, detail, now).steps : null;
    range.update(chosen, limits, now, format, comparison);
    trouble.hidden = !failure;
    setText(trouble, failure ? text.states.seriesFailed(failure.message === "unreachable" ? "" : failure.message) : "");
    const shared = { campaign, route, format, now, headline, totals: detail.metrics.totals, before: before && moved(before, shift), shift };
    if (steps) {
      showCurve(steps, shared);
      showActivity(steps, shared);
    }
    showFunnel(shared);
  }

  function showCurve(steps, { campaign, route, format, now, headline, before: past, shift }) {
    const rows = curveRows(steps, campaign, now);
    const before = curveBefore(rows, past);
    const view = route.query.view === "people" ? "people" : "rate";
    views.update(view);
    const last = rows.at(-1);
    panels.curve.update({
      ...describe("curve", text.campaign.curve, headline, steps, route, format),
      note: [text.campaign.curveNote, text.panel.stepNote(format.span(steps.step)), curveScale(rows, view, before).min > 0 && text.panel.notFromZero, before && text.compare.note(format.span(shift))].filter(Boolean).join(", "),
      words: `${text.campaign.curve}: ${format.rate(last.rate)}, ${text.list.rateOf(format.count(last.responders), format.count(last.contacted))}`,
      empty: steps.from > now ? text.states.notBegun : last.contacted === 0 ? text.verdict.none : null,
      table: curveTable(rows, format, before),
      option: ({ palette }) => curveOption(rows, { view, from: steps.from, to: steps.to, campaign, palette, format, before }),
    });
  }

  function showActivity(steps, { route, format, headline, now, totals, before, shift }) {
    const { kinds, without } = activityKinds(totals);
    const rows = steps.rows.filter((row) => row.at <= now);
    const quiet = [...rows, ...(before?.rows ?? [])].every((row) => kinds.every((kind) => row[kind] === 0));
    panels.activity.update({
      ...describe("activity", text.campaign.activity, headline, steps, route, format),
      note: [kinds.length > 0 && text.panel.stepNote(format.span(steps.step)), before && text.compare.note(format.span(shift)), kinds.length > 0 && without.length > 0 && text.campaign.without(without.map((kind) => text.campaign[kind]))].filter(Boolean).join(", "),
      words: `${text.campaign.activity}: ${kinds.map((kind) => `${text.campaign[kind]} ${format.count(rows.reduce((sum, row) => sum + row[kind], 0))}`).join(", ")}`,
      empty: kinds.length === 0 ? text.campaign.activityNone : quiet ? (steps.from > now ? text.states.notBegun : text.states.noneInRange) : null,
      height: activityHeight(kinds.length),
      table: activityTable(rows, format, { kinds, before }),
      option: ({ palette, width }) => activityOption(rows, { ...steps, kinds, before, palette, format, width }),
    });
  }

  function showFunnel({ totals, route, format, headline, now }) {
    const stages = funnelStages(totals);
    panels.funnel.update({
      ...describe("funnel", text.campaign.funnel, headline, null, route, format),
      subtitle: `${headline.name} · ${text.campaign.soFar} · ${format.moment(now)}`,
      note: text.campaign.soFar,
      words: `${text.campaign.funnel}: ${stages.map(({ name, count }) => `${format.count(count)} ${name}`).join(", ")}`,
      empty: totals.contacted ? null : text.verdict.none,
      table: funnelTable(stages, format),
      option: ({ palette }) => funnelOption(stages, { palette, format }),
    });
  }

  function describe(name, title, headline, steps, route, format) {
    const lies = steps ? `${format.moment(steps.from)} – ${format.moment(steps.to)}, ${format.timeZone}` : "";
    return { title, subtitle: `${headline.name} · ${lies}`, file: `${id}-${name}`, asTable: tablesOf(route.query).includes(name) };
  }

  return {
    title: () => head.element.querySelector("h1").textContent,
    watch: id,
    update({ view, route, now, format, colours }) {
      const headline = view.campaigns.get(id);
      if (view.ready && !headline) return showMissing();
      bones.hidden = view.ready && view.detail !== null;
      if (!headline) return undefined;
      lost?.remove();
      head.element.hidden = false;
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
    redraw: () => Object.values(panels).forEach((one) => one.redraw()),
    keys: { back: () => router.go(router.list()) },
    dispose() {
      source.dispose();
      earlierSource.dispose();
      lift.dispose();
      Object.values(panels).forEach((one) => one.dispose());
    },
  };

  function showMissing() {
    lost ??= missing(text.states.unknownCampaign(id));
    if (!lost.isConnected) root.append(lost);
    head.element.hidden = bones.hidden = body.hidden = empty.hidden = true;
  }
}

function tablesOf(query) {
  return (query.table ?? "").split(",").filter(Boolean);
}

function viewSwitch(onChoose) {
  const buttons = ["rate", "people"].map((view) => h("button", { type: "button", data: { view }, on: { click: () => onChoose(view) } }, text.campaign[view]));
  return {
    element: h("div", { class: "segments", role: "group", "aria-label": text.campaign.curve }, buttons),
    update: (view) => buttons.forEach((button) => setAttribute(button, "aria-pressed", String(button.dataset.view === view))),
  };
}

function createBreakdowns(id, campaign) {
  const create = (by, name) => createBreakdown({ title: text.campaign.by[by], name, file: () => `${id}-by-${by}` });
  const orNone = (none) => (key) => (key === "NONE" ? none : key);
  const whoElse = (key) => (key !== "NONE" ? key : campaign().audienceSize ? text.campaign.audience : text.campaign.notContacted);
  const variant = (key) => (key === (campaign().controlVariant ?? "CONTROL") ? `${key} (${text.campaign.variantHeldOut})` : whoElse(key));
  return {
    byChannel: create("channel", (key) => (key === "NONE" ? whoElse(key) : channelName(key))),
    byVariant: create("variant", variant),
    bySegment: create("segment", orNone(text.campaign.noSegment)),
    byTier: create("tier", orNone(text.none)),
  };
}
