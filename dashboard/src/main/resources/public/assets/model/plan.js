import { durationMillis } from "./duration.js";
import { wilson } from "./interval.js";

/** The share of all responses that the plan expects by `now`, or null if the campaign has no curve. */
export function plannedShare(campaign, now) {
  const curve = campaign.plannedResponseCurve;
  if (!curve?.length) return null;
  const age = now - Date.parse(campaign.startsAt);
  if (age <= 0) return 0;
  const points = [{ millis: 0, share: 0 }, ...curve.map(curvePoint)].sort((a, b) => a.millis - b.millis);
  const next = points.findIndex((point) => point.millis >= age);
  return next < 0 ? points.at(-1).share : between(points[next - 1] ?? points[0], points[next], age);
}

function curvePoint({ after, share }) {
  return { millis: durationMillis(after) ?? 0, share: Number(share) };
}

function between(a, b, age) {
  if (b.millis === a.millis) return b.share;
  return a.share + ((age - a.millis) / (b.millis - a.millis)) * (b.share - a.share);
}

/** The response rate that the plan expects by `now` (in the end, without a curve), or null without a plan. */
export function plannedRate(campaign, now) {
  const rate = campaign.plannedResponseRate;
  if (rate === null || rate === undefined) return null;
  return Number(rate) * (plannedShare(campaign, now) ?? 1);
}

/** When the last response can be credited, in milliseconds. */
export function closesAt(campaign) {
  return Date.parse(campaign.endsAt) + (durationMillis(campaign.responseWindow) ?? 0);
}

/** Whether no further response can be credited. */
export function isFinal(campaign, now) {
  return now > closesAt(campaign);
}

/**
 * How a campaign does against its plan: `kind` is none, unplanned, ahead, on, behind (by now, with a curve)
 * or reached, within, open, and once closed reached, close, missed (in the end, without one). "On plan" is a plan inside
 * the rate's 95 % interval, "within" and "close" are a rate above and below such a plan: no word contradicts the figures.
 */
export function verdict(campaign, figures, now) {
  const { contacted, responders, responseRate } = figures;
  if (!contacted || responseRate === null || responseRate === undefined) return { kind: "none" };
  const interval = wilson(responders, contacted);
  const plan = plannedRate(campaign, now);
  const facts = { contacted, responders, rate: responseRate, interval, plan };
  if (plan === null) return { kind: "unplanned", ...facts };
  const closed = isFinal(campaign, now);
  if (plannedShare(campaign, now) !== null && !closed) return { kind: against(plan, interval), ...facts };
  const end = { ...facts, plan: Number(campaign.plannedResponseRate) };
  return { kind: inTheEnd(responseRate, end.plan, interval, closed), ...end };
}

function against(plan, [low, high]) {
  if (plan < low) return "ahead";
  return plan > high ? "behind" : "on";
}

function inTheEnd(rate, plan, [low, high], closed) {
  if (closed) return plan <= rate ? "reached" : plan <= high ? "close" : "missed";
  if (plan <= low) return "reached";
  return plan <= rate ? "within" : "open";
}
