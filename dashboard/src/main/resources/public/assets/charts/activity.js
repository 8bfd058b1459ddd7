import { text } from "../messages.js";
import { roundUp, timeAxis, tooltip, valueAxis } from "./axes.js";

const KINDS = ["calls", "visits", "orders"];
const BAND = 74;
const GAP = 36;

/** How high the picture must be for its bands, in pixels. */
export const ACTIVITY_HEIGHT = KINDS.length * (BAND + GAP) + 22;

/** Calls, visits and orders per step, one band each on a common time axis. Figures in, ECharts option out. */
export function activityOption(rows, { from, to, step, palette, format, width = 800 }) {
  const bar = Math.max(1, Math.min(14, ((width - 60) / Math.max(1, (to - from) / step)) * 0.72));
  return {
    animation: false,
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: tooltip({ palette, formatter: (marks) => activityTooltip(rows[marks[0]?.dataIndex], step, format) }),
    title: KINDS.map((kind, index) => bandTitle(kind, index, rows, palette, format)),
    grid: KINDS.map((_, index) => ({ left: 44, right: 8, top: top(index), height: BAND })),
    xAxis: KINDS.map((_, index) => timeAxis({ from, to, palette, format, gridIndex: index, ...(index < KINDS.length - 1 && { axisLabel: { show: false } }) })),
    yAxis: KINDS.map((kind, index) => band(kind, index, rows, palette, format)),
    series: KINDS.map((kind, index) => ({
      id: kind,
      type: "bar",
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: bar,
      itemStyle: { color: palette.accent, borderRadius: bar > 3 ? [2, 2, 0, 0] : 0 },
      emphasis: { disabled: true },
      data: rows.map((row) => [row.at + step / 2, row[kind]]),
    })),
  };
}

function top(index) {
  return 28 + index * (BAND + GAP);
}

function bandTitle(kind, index, rows, palette, format) {
  const total = rows.reduce((sum, row) => sum + row[kind], 0);
  return {
    text: `{name|${text.campaign[kind]}}  {total|${format.count(total)}}`,
    left: 0,
    top: top(index) - 28,
    padding: 0,
    textStyle: {
      rich: {
        name: { color: palette.ink, fontSize: 13, fontWeight: 600, fontFamily: palette.font },
        total: { color: palette.muted, fontSize: 13, fontFamily: palette.font },
      },
    },
  };
}

function band(kind, index, rows, palette, format) {
  const max = Math.max(2, Math.ceil(roundUp(Math.max(0, ...rows.map((row) => row[kind])))));
  return valueAxis({ max, palette, write: format.count, gridIndex: index, interval: max });
}

function activityTooltip(row, step, format) {
  if (!row) return "";
  const counts = KINDS.map((kind) => `${text.campaign[kind]}  ${format.count(row[kind])}`);
  return [`${format.moment(row.at)}, ${format.span(step)}`, ...counts].join("\n");
}

/** The same figures as a table. */
export function activityTable(rows, format) {
  return {
    columns: [text.panel.time, ...KINDS.map((kind) => text.campaign[kind])],
    rows: rows.map((row) => ({
      cells: [format.moment(row.at), ...KINDS.map((kind) => format.count(row[kind]))],
      raw: [new Date(row.at).toISOString(), ...KINDS.map((kind) => row[kind])],
    })),
  };
}
