const DAY = 86_400_000;

/** A figure that moves by less than this share of itself would be a flat line on an axis from zero. */
const FLAT = 0.2;

/** The next round number at or above a value: axes that end there grow in steps and do not tremble. */
export function roundUp(value, rounds = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]) {
  if (!(value > 0)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return rounds.find((one) => one * magnitude >= value * 0.9999999) * magnitude;
}

/** Round limits and interval for values: {min, max, interval}. From zero, unless that would hide how they move. */
export function scaleFor(values, { whole = false } = {}) {
  const known = values.filter((value) => value !== null && Number.isFinite(value));
  const highest = Math.max(0, ...known);
  const lowest = Math.min(highest, ...known);
  const fromZero = known.length < 2 || highest - lowest > FLAT * highest || lowest === highest;
  const length = fromZero ? highest : highest - lowest;
  const least = whole ? 1 : 0;
  const interval = Math.max(least, roundUp((length || 1) / 4, [1, 2, 2.5, 5, 10]));
  const min = fromZero ? 0 : Math.max(0, Math.floor(lowest / interval - 0.25) * interval);
  return { min, max: Math.max(Math.ceil((highest * 1.0001) / interval), 1) * interval, interval };
}

/** A time axis from `from` to `to` whose labels say the day only where it matters. */
export function timeAxis({ from, to, palette, format, ...rest }) {
  return {
    id: "time",
    type: "time",
    min: from,
    max: to,
    splitNumber: 6,
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      color: palette.muted,
      fontFamily: palette.font,
      hideOverlap: true,
      padding: [0, 8],
      backgroundColor: "transparent",
      margin: 10,
      formatter: (at) => timeLabel(at, to - from, format),
    },
    ...rest,
  };
}

/** How a moment is written on an axis of so many milliseconds. */
export function timeLabel(at, length, format) {
  if (length > 400 * DAY) return format.fullDay(at);
  if (length > 3 * DAY) return format.day(at);
  return format.minute(at) === "00:00" && length > DAY / 2 ? format.day(at) : format.minute(at);
}

/** A value axis between round numbers, with quiet lines. */
export function valueAxis({ min = 0, max, interval, palette, write, ...rest }) {
  return {
    id: "value",
    type: "value",
    min,
    max,
    interval,
    axisLabel: { color: palette.muted, fontFamily: palette.font, formatter: write },
    splitLine: { lineStyle: { color: palette.line } },
    ...rest,
  };
}

/** A tooltip drawn on the canvas: an HTML one would carry style attributes, which the page's policy forbids. */
export function tooltip({ palette, formatter }) {
  return {
    trigger: "axis",
    renderMode: "richText",
    confine: true,
    backgroundColor: palette.raised,
    borderColor: palette.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: 13, lineHeight: 19 },
    axisPointer: { type: "line", lineStyle: { color: palette.muted, width: 1, type: "solid" } },
    formatter,
  };
}
