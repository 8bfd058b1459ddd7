import { annotationsOf } from "../charts/annotations.js";
import { activityHeight, activityKinds, activityOption, activityTable } from "../charts/activity.js";
import { curveBefore, curveOption, curveRows, curveScale, curveTable } from "../charts/curve.js";
import { FUNNEL_HEIGHT, funnelOption, funnelStages, funnelTable } from "../charts/funnel.js";
import { h, setAttribute } from "../dom.js";
import { text } from "../messages.js";
import { ownRangeOf, ownRangeQuery, rangeOf } from "../model/range.js";
import { comparisonOf } from "../model/compare.js";
import { createChartSteps } from "../ui/chart-steps.js";
import { createOwnRange } from "../ui/own-range.js";
import { createPanel } from "../ui/panel.js";
import { reasonOf } from "../ui/trouble.js";

const OVER_TIME = ["curve", "activity"];

/** The charts of a campaign, those over time in the page's range or in one of their own. */
export function createCampaignCharts({ api, campaignId, router, onNews }) {
  const source = { api, campaignId, onNews };
  const steps = { page: createChartSteps(source), curve: createChartSteps(source), activity: createChartSteps(source) };
  const ranges = Object.fromEntries(OVER_TIME.map((name) => [name, createOwnRange({ title: text.campaign[name], onChoose: (range) => router.query(ownRangeQuery(name, range)) })]));
  const views = viewSwitch((view) => router.query({ view: view === "rate" ? null : view }));
  const panels = {
    curve: panel("curve", 320, [views.element, ranges.curve.element]),
    funnel: panel("funnel", FUNNEL_HEIGHT),
    activity: panel("activity", activityHeight(3), ranges.activity.element),
  };

  function panel(name, height, controls) {
    return createPanel({ id: name, title: text.campaign[name], height, controls, onToggle: (wantsTable) => toggleTable(name, wantsTable) });
  }

  function toggleTable(name, wantsTable) {
    const tables = new Set(tablesOf(router.here().query));
    tables[wantsTable ? "add" : "delete"](name);
    router.query({ table: [...tables].join(",") }, { replace: true });
  }

  function showCurve({ steps: shown, before: past, shift, pastFailure }, { campaign, route, format, now, headline }) {
    const rows = curveRows(shown, campaign, now);
    const before = curveBefore(rows, past);
    const view = viewOf(route.query);
    const last = rows.at(-1);
    panels.curve.update({
      ...describe("curve", headline, shown, route, format),
      note: [text.campaign.curveNote, text.panel.stepNote(format.span(shown.step)), curveScale(rows, view, before).min > 0 && text.panel.notFromZero, before && text.compare.note(format.span(shift)), pastFailure && text.compare.failed(reasonOf(pastFailure)), lies("curve", shown, route, format)].filter(Boolean).join(", "),
      words: `${text.campaign.curve}: ${format.rate(last.rate)}, ${text.list.rateOf(format.count(last.responders), format.count(last.contacted))}`,
      empty: shown.from > now ? text.states.notBegun : last.contacted === 0 ? text.verdict.none : null,
      table: curveTable(rows, format, { before, annotations: annotationsOf(campaign, shown) }),
      option: ({ palette }) => curveOption(rows, { view, from: shown.from, to: shown.to, campaign, palette, format, before }),
    });
  }

  function showActivity({ steps: shown, before, shift, pastFailure }, { campaign, route, format, headline, now, totals }) {
    const { kinds, without } = activityKinds(totals);
    const rows = shown.rows.filter((row) => row.at <= now);
    const annotations = annotationsOf(campaign, shown);
    const quiet = [...rows, ...(before?.rows ?? [])].every((row) => kinds.every((kind) => row[kind] === 0));
    panels.activity.update({
      ...describe("activity", headline, shown, route, format),
      note: [kinds.length > 0 && text.panel.stepNote(format.span(shown.step)), before && text.compare.note(format.span(shift)), pastFailure && text.compare.failed(reasonOf(pastFailure)), kinds.length > 0 && without.length > 0 && text.campaign.without(without.map((kind) => text.campaign[kind])), lies("activity", shown, route, format)].filter(Boolean).join(", "),
      words: `${text.campaign.activity}: ${kinds.map((kind) => `${text.campaign[kind]} ${format.count(rows.reduce((sum, row) => sum + row[kind], 0))}`).join(", ")}`,
      empty: kinds.length === 0 ? text.campaign.activityNone : quiet ? (shown.from > now ? text.states.notBegun : text.states.noneInRange) : null,
      height: activityHeight(kinds.length),
      table: activityTable(rows, format, { kinds, before, annotations, step: shown.step }),
      option: ({ palette, width }) => activityOption(rows, { ...shown, kinds, before, annotations, palette, format, width }),
    });
  }

  /** What has no time yet, as nothing has happened. */
  function showNothing(name, { route, format, headline }) {
    panels[name].update({ ...describe(name, headline, null, route, format), subtitle: headline.name, words: "", empty: text.states.nothingYet, table: { columns: [text.panel.time], rows: [] }, option: () => ({}) });
  }

  function show(name, found, picture) {
    if (found.steps) return name === "curve" ? showCurve(found, picture) : showActivity(found, picture);
    if (found.limits === null && !found.failure) return showNothing(name, picture);
    return panels[name].wait(found.failure ? text.panel.failed : text.panel.loading, tablesOf(picture.route.query).includes(name));
  }

  function showFunnel({ totals, route, format, headline, now }) {
    const stages = funnelStages(totals);
    panels.funnel.update({
      ...describe("funnel", headline, null, route, format),
      subtitle: `${headline.name} · ${text.campaign.soFar} · ${format.moment(now)}`,
      note: text.campaign.soFar,
      words: `${text.campaign.funnel}: ${stages.map(({ name, count }) => `${format.count(count)} ${name}`).join(", ")}`,
      empty: totals.contacted ? null : text.verdict.none,
      table: funnelTable(stages, format),
      option: ({ palette }) => funnelOption(stages, { palette, format }),
    });
  }

  function describe(name, headline, shown, route, format) {
    const where = shown ? `${between(shown, format)}, ${format.timeZone}` : "";
    return { title: text.campaign[name], subtitle: `${headline.name} · ${where}`, file: `${campaignId}-${name}`, asTable: tablesOf(route.query).includes(name) };
  }

  return {
    element: h("div", { class: "charts" }, Object.values(panels).map(({ element }) => element)),
    /** Draws what the address asks for, and tells {range, limits, comparison, comparable, failure} of the page's range. */
    show(picture, detail) {
      const { route: { query }, campaign, now } = picture;
      const comparison = comparisonOf(query);
      const range = rangeOf(query);
      const read = (name, chosen) => steps[name].read(chosen, comparison, campaign, detail, now);
      const ofPage = read("page", range);
      const own = OVER_TIME.map((name) => [name, ownRangeOf(query, name)]);
      const found = Object.fromEntries(own.map(([name, chosen]) => [name, chosen ? read(name, chosen) : ofPage]));
      for (const [name, chosen] of own) ranges[name].update(chosen);
      views.update(viewOf(query));
      for (const name of OVER_TIME) show(name, found[name], picture);
      showFunnel(picture);
      const failure = [ofPage, ...Object.values(found)].find((one) => one.failure)?.failure ?? null;
      return { range, limits: ofPage.limits, comparison, comparable: [range, ...own.map(([, chosen]) => chosen)].some((one) => one && one.name !== "all"), failure };
    },
    redraw: () => Object.values(panels).forEach((one) => one.redraw()),
    dispose: () => [...Object.values(steps), ...Object.values(panels)].forEach((one) => one.dispose()),
  };
}

/** Where a chart's own range lies, as nothing else on the page says it. */
function lies(name, shown, route, format) {
  return ownRangeOf(route.query, name) && between(shown, format);
}

function between({ from, to }, format) {
  return `${format.moment(from)} – ${format.moment(to)}`;
}

function viewOf(query) {
  return query.view === "people" ? "people" : "rate";
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
