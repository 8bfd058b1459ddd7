const WEEK = 604_800_000;

/** What a range can be compared with. */
export const COMPARISONS = ["none", "previous", "week"];

/** The comparison that an address asks for. Nonsense is none. */
export function comparisonOf(query) {
  return COMPARISONS.includes(query.compare) ? query.compare : "none";
}

/** How far back the range to compare with lies; 0 for none, as nothing lies before the whole campaign. */
export function shiftOf(comparison, range, limits) {
  if (comparison === "none" || range.name === "all" || !limits) return 0;
  return comparison === "week" ? WEEK : limits.to - limits.from;
}

/** The range that lies so far back. */
export function earlier({ from, to }, shift) {
  return { name: "custom", from: from - shift, to: to - shift };
}

/** Earlier steps moved forward, so that they lie on those they are compared with. */
export function moved(steps, shift) {
  const rows = steps.rows.map((row) => ({ ...row, at: row.at + shift }));
  return { ...steps, from: steps.from + shift, to: steps.to + shift, rows };
}

/** For each of `times` the row whose step it falls into, or null. */
export function alignedWith(times, { rows, from, step }) {
  return times.map((at) => rows[Math.floor((at - from) / step)] ?? null);
}
