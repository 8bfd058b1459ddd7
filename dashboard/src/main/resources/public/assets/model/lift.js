import { closesAt } from "./plan.js";

/** Fewer customers than this in a group, and its interval cannot be trusted. */
const FEWEST = 100;

/** The measures that are compared with the control group. */
export const MEASURES = ["responseRate", "conversionRate", "spendPerHead"];

/** What a difference from the control group allows to say: works, hurts, early, none once nothing can change any more, or mismatch where the groups cannot be compared. */
export function liftVerdict({ alwaysValidInterval: interval }, { fewest, closed, mismatch = false }) {
  if (mismatch) return "mismatch";
  if (interval && fewest >= FEWEST && interval.low < interval.high) {
    if (interval.low > 0) return "works";
    if (interval.high < 0) return "hurts";
  }
  return closed ? "none" : "early";
}

/** The variants with their measures against the control group: [{variant, n, measure, value, control, lift, interval, verdict}]. What is no campaign, which is null, never closes. */
export function liftRows({ control, variants = [], srm }, campaign, now) {
  if (!control?.n) return [];
  const closed = campaign !== null && now > closesAt(campaign);
  return variants.flatMap((variant) =>
    MEASURES.filter((measure) => variant[measure]?.value !== null && variant[measure] !== undefined).map((measure) => {
      const { value, lift, alwaysValidInterval: interval } = variant[measure];
      const verdict = liftVerdict(variant[measure], { fewest: Math.min(control.n, variant.n), closed, mismatch: Boolean(srm?.warning) });
      return { variant: variant.variant, n: variant.n, measure, value, control: control[measure]?.value ?? null, lift, interval, verdict };
    }),
  );
}

/** What the list may say of a campaign's lift, all its variants together: {interval, verdict}, or null without one. */
export function headlineLift({ lift, campaign = {} }, now) {
  if (!lift) return null;
  const fewest = Math.min(lift.n, lift.controlN);
  return { interval: lift.alwaysValidInterval, verdict: liftVerdict(lift, { fewest, closed: now > closesAt(campaign), mismatch: lift.sampleRatioMismatch }) };
}

/** The groups of a sample ratio check, by name: [{variant, observed, share, planned}]. */
export function srmGroups({ planned, observed }) {
  const all = Object.values(observed).reduce((sum, count) => sum + count, 0);
  return Object.entries(observed).map(([variant, count]) => ({ variant, observed: count, share: count / all, planned: planned[variant] ?? 0 }));
}

/** The largest distance from zero that the intervals of a measure reach: the half of its scale. */
export function reachOf(rows, measure) {
  const bounds = rows.filter((row) => row.measure === measure && row.interval).flatMap(({ interval }) => [interval.low, interval.high]);
  return Math.max(1e-9, ...bounds.map(Math.abs));
}
