const MINUTE = 60_000;
const RELATIVE = { "15m": 15 * MINUTE, "1h": 60 * MINUTE, "1d": 1440 * MINUTE };
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200].map((m) => m * MINUTE);

/** Names of the ranges that move with event time; "all" is the campaign so far. */
export const RANGES = ["15m", "1h", "1d", "all"];

/** The range that an address asks for: {name} or {name: "custom", from, to}. Nonsense is "all". */
export function rangeOf(query) {
  const from = Date.parse(query.from);
  const to = Date.parse(query.to);
  if (from < to) return { name: "custom", from, to };
  return { name: RANGES.includes(query.range) ? query.range : "all" };
}

/** The part of an address that says a range. */
export function rangeQuery(range) {
  if (range.name === "custom") return { range: null, from: instant(range.from), to: instant(range.to) };
  return { range: range.name === "all" ? null : range.name, from: null, to: null };
}

/** The range that an address asks for one chart, or null where the chart follows the page. */
export function ownRangeOf(query, chart) {
  const [range, from, to] = ["range", "from", "to"].map((part) => query[`${chart}.${part}`]);
  const own = rangeOf({ range, from, to });
  return own.name === "all" && range !== "all" ? null : own;
}

/** The part of an address that says a chart's own range; null is the page's. */
export function ownRangeQuery(chart, name) {
  return { [`${chart}.range`]: name, [`${chart}.from`]: null, [`${chart}.to`]: null };
}

function instant(millis) {
  return new Date(millis).toISOString().replace(":00.000Z", "Z");
}

/** A range's limits on the step's grid: {from, to, step}, at most `most` steps. Null while nothing bounds it. */
export function resolveRange(range, { now, first, last }, most = 240) {
  const limits = limitsOf(range, now, first, last);
  if (!limits || Number.isNaN(limits[0]) || Number.isNaN(limits[1])) return null;
  const step = stepFor(limits[1] - limits[0], most);
  const from = Math.floor(limits[0] / step) * step;
  const to = Math.max(Math.ceil(limits[1] / step) * step, from + step);
  return { from, to, step };
}

function limitsOf(range, now, first, last) {
  if (range.name === "custom") return [range.from, range.to];
  const end = now ?? last;
  if (end === null || end === undefined) return null;
  if (range.name !== "all") return [floorMinute(end) + MINUTE - RELATIVE[range.name], floorMinute(end) + MINUTE];
  if (first === null || first === undefined) return null;
  return [first, Math.max(first, Math.min(end, last ?? end)) + 1];
}

function floorMinute(millis) {
  return Math.floor(millis / MINUTE) * MINUTE;
}

/** The finest step that divides a length into at most `most` steps. */
export function stepFor(length, most = 240) {
  return STEPS.find((step) => length / step <= most) ?? Math.ceil(length / most / STEPS.at(-1)) * STEPS.at(-1);
}
