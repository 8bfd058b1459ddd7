import { durationMillis, isoDuration } from "./duration.js";
import { closesAt } from "./plan.js";
import { resolveRange } from "./range.js";
import { baseBefore, bin } from "./series.js";

/** The limits of a range for one campaign, given the minutes at hand and event-time now. */
export function limitsFor(range, campaign, points, now) {
  const first = points[0]?.[0] ?? null;
  const lastPoint = points.at(-1)?.[0] ?? null;
  const last = lastPoint === null ? null : Math.max(lastPoint, Math.min(now, closesAt(campaign) || now));
  return resolveRange(range, { now, first, last });
}

/** Whether the minutes on the page reach back far enough to answer for the range. */
export function isCovered(range, limits, { points, truncated }) {
  if (!truncated) return true;
  return range.name !== "all" && limits !== null && limits.from >= points[0][0];
}

/** Steps told from the minutes on the page: {from, to, step, rows, base}. */
export function localSteps(limits, { points, metrics }) {
  return { ...limits, rows: bin(points, limits), base: baseBefore(metrics.totals, points, limits.from) };
}

/** What to ask the server for a range; the whole campaign is left to the server to bound. */
export function seriesQuery(range, limits) {
  if (range.name === "all" || !limits) return {};
  const [from, to] = [limits.from, limits.to].map((at) => new Date(at).toISOString());
  return { from, to, step: isoDuration(limits.step) };
}

/** Steps told from a server's answer, in the same shape as localSteps(). */
export function serverSteps(answer, campaign) {
  const limits = { from: Date.parse(answer.from), to: Date.parse(answer.to), step: durationMillis(answer.step) };
  const points = answer.points.map((point) => [Date.parse(point.at), point]);
  const contacted = campaign.audienceSize ?? answer.before?.contacted;
  return { ...limits, rows: bin(points, limits), base: { ...answer.before, contacted } };
}
