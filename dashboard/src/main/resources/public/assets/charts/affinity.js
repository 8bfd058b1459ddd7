import { text } from "../messages.js";
import { itemName, MOST_BARS } from "../model/affinity.js";
import { roundUp, tooltip, valueAxis } from "./axes.js";

const [ROW, NARROW_ROW] = [30, 46];
const FRAME = 44;
const NARROW = 480;
const ROOM_FOR_FIGURES = 118;

/** How high the picture must be for so many partners and its width, in pixels. */
export function affinityHeight(pairs, width) {
  return FRAME + (width < NARROW ? NARROW_ROW : ROW) * Math.max(2, Math.min(MOST_BARS, pairs));
}

/** What is bought with an item as bars, by lift with a line where chance is, or by support. Figures in, ECharts option out. */
export function affinityOption(pairs, { sort, palette, width, format }) {
  const shown = pairs.slice(0, MOST_BARS);
  const byLift = sort === "lift";
  const write = byLift ? (value) => text.affinity.times(format.decimal(value)) : format.axisRate;
  const max = roundUp(Math.max(byLift ? 2 : 0, ...shown.map((pair) => pair[sort] ?? 0)));
  const narrow = width < NARROW;
  const room = narrow ? 12 : Math.min(280, Math.round(width * 0.36));
  return {
    animation: false,
    grid: { id: "frame", left: room, right: ROOM_FOR_FIGURES, top: 8, bottom: 28 },
    xAxis: valueAxis({ max, interval: max / (narrow ? 2 : 4), palette, write }),
    yAxis: {
      id: "partners",
      type: "category",
      inverse: true,
      data: shown.map(itemName),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.ink, fontFamily: palette.font, overflow: "truncate", ...(narrow ? aboveBars(width) : { width: room - 12 }) },
      z: 5,
    },
    tooltip: tooltip({ palette, formatter: ([bar]) => tip(shown[bar.dataIndex], format) }),
    series: [
      {
        id: "partners",
        type: "bar",
        barMaxWidth: narrow ? 12 : 18,
        data: shown.map((pair) => ({ value: pair[sort] ?? 0, itemStyle: { color: palette.accent, opacity: byLift && pair.lift < 1 ? 0.4 : 1, borderRadius: [0, 3, 3, 0] } })),
        label: { show: true, position: "right", opacity: 1, color: palette.ink, fontFamily: palette.font, formatter: ({ dataIndex }) => text.affinity.bar(write(shown[dataIndex][sort]), format.count(shown[dataIndex].together)) },
        ...(byLift && { markLine: chance(palette) }),
      },
    ],
  };
}

/** Names above their bars, where beside them there is no room. */
function aboveBars(width) {
  return { inside: true, margin: 0, verticalAlign: "bottom", padding: [0, 0, 9, 0], width: width - ROOM_FOR_FIGURES };
}

function chance(palette) {
  return {
    silent: true,
    symbol: "none",
    data: [{ xAxis: 1 }],
    lineStyle: { color: palette.muted, type: "dashed" },
    label: { show: false },
  };
}

function tip(pair, format) {
  const words = text.affinity.tip(format.count(pair.together), format.fineRate(pair.support), format.rate(pair.confidence), format.decimal(pair.lift));
  return `${itemName(pair)}\n${words}`;
}

/** The same figures as a table. */
export function affinityTable(pairs, format) {
  return {
    columns: Object.values(text.affinity.columns),
    rows: pairs.map((pair) => ({
      cells: [itemName(pair), format.count(pair.together), format.fineRate(pair.support), format.rate(pair.confidence), text.affinity.times(format.fine(pair.lift))],
      raw: [pair.item, pair.together, pair.support, pair.confidence, pair.lift],
    })),
  };
}
