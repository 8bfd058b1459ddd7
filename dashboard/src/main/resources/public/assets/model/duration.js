const UNITS = [
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
];
const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** Milliseconds of an ISO-8601 duration of weeks to seconds, or null if it is none. */
export function durationMillis(iso) {
  const match = ISO.exec(String(iso ?? "").trim().toUpperCase());
  if (!match || match.slice(1).every((part) => part === undefined)) return null;
  return UNITS.reduce((sum, [, millis], index) => sum + Number(match[index + 1] ?? 0) * millis, 0);
}

/** The ISO-8601 duration of so many milliseconds (whole seconds), in its largest exact unit. */
export function isoDuration(millis) {
  const [amount, unit] = largestUnit(millis);
  return unit === "day" ? `P${amount}D` : `PT${amount}${unit[0].toUpperCase()}`;
}

/** The largest unit (days at most) that says a duration exactly, and how many of it: [14, "day"]. */
export function largestUnit(millis) {
  const [unit, length] = UNITS.slice(1).find(([, length]) => millis % length === 0) ?? UNITS.at(-1);
  return [Math.round(millis / length), unit];
}
