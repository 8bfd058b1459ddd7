import { text } from "../messages.js";
import { annotatedTable, markLine } from "./annotations.js";
import { alignedWith } from "../model/compare.js";
import { roundUp, timeAxis, tooltip, valueAxis } from "./axes.js";

const KINDS = ["calls", "visits", "orders", "other"];
const BAND = 74;
const GAP = 42;

/** The share of the width that a band's title takes at most: no annotation is named there. */
const TITLE = 0.3;

/** What customers of this campaign have done at all, and what not: {kinds, without}. */
export function activityKinds(totals) {
  return { kinds: KINDS.filter((kind) => totals[kind] > 0), without: KINDS.filter((kind) => !totals[kind]) };
}

/** How high the picture must be for so many bands, in pixels. */
export function activityHeight(bands) {
  return bands * (BAND + GAP) + 22;
}

/**
 * Each kind of interaction per step, one band each on a common time axis, over the same of an earlier time if there is
 * one. Figures in, ECharts option out.
 */
export function activityOption(rows, { kinds = KINDS, before = null, annotations = [], from, to, step, palette, format, width = 800 }) {
  const bar = Math.max(1, Math.min(14, ((width - 60) / Math.max(1, (to - from) / step)) * 0.72));
  const past = earlierRows(rows, before);
  const axis = (index) => timeAxis({ from, to, palette, format, id: kinds[index], gridIndex: index, ...(index < kinds.length - 1 && { axisLabel: { show: false } }) });
  return {
    animation: false,
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: tooltip({ palette, formatter: (marks) => activityTooltip(marks[0]?.dataIndex, { rows, past, kinds, step, format }) }),
    title: kinds.map((kind, index) => bandTitle(kind, index, rows, past, palette, format)),
    grid: kinds.map((_, index) => ({ id: kinds[index], left: 44, right: 8, top: top(index), height: BAND })),
    xAxis: kinds.map((_, index) => axis(index)),
    yAxis: kinds.map((kind, index) => band(kind, index, [...rows, ...(past ?? [])], palette, format)),
    series: kinds.flatMap((kind, index) => [
      { ...bars(kind, index, rows.map((row) => [row.at + step / 2, row[kind]]), bar, palette), markLine: markLine(annotations, { from, to, palette, named: (place) => index === 0 && place > TITLE }) },
      ...(past ? [line(kind, index, rows.map((row, place) => [row.at + step / 2, past[place]?.[kind] ?? null]), palette)] : []),
    ]),
  };
}

/** The row of the earlier time for each row, or null without one. */
function earlierRows(rows, before) {
  return before && alignedWith(rows.map(({ at }) => at), before);
}

function bars(kind, index, data, width, palette) {
  const itemStyle = { color: palette.accent, borderRadius: width > 3 ? [2, 2, 0, 0] : 0 };
  return { id: kind, type: "bar", xAxisIndex: index, yAxisIndex: index, barWidth: width, itemStyle, emphasis: { disabled: true }, data };
}

function line(kind, index, data, palette) {
  const lineStyle = { color: palette.ink, width: 1.25, type: "dotted" };
  return { id: `${kind}-before`, type: "line", step: "middle", xAxisIndex: index, yAxisIndex: index, showSymbol: false, silent: true, lineStyle, itemStyle: { color: palette.ink }, data };
}

function top(index) {
  return 28 + index * (BAND + GAP);
}

function bandTitle(kind, index, rows, past, palette, format) {
  const sum = (some) => format.count(some.reduce((total, row) => total + (row?.[kind] ?? 0), 0));
  const earlier = past ? `  {total|${text.compare.before(sum(past))}}` : "";
  return {
    id: kind,
    text: `{name|${text.campaign[kind]}}  {total|${sum(rows)}}${earlier}`,
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
  const max = Math.max(2, Math.ceil(roundUp(Math.max(0, ...rows.map((row) => row?.[kind] ?? 0)))));
  return valueAxis({ max, palette, write: format.count, id: kind, gridIndex: index, interval: max });
}

function activityTooltip(place, { rows, past, kinds, step, format }) {
  const row = rows[place];
  if (!row) return "";
  const earlier = (kind) => (past ? `  (${text.compare.before(format.count(past[place]?.[kind]))})` : "");
  const counts = kinds.map((kind) => `${text.campaign[kind]}  ${format.count(row[kind])}${earlier(kind)}`);
  return [`${format.moment(row.at)}, ${format.span(step)}`, ...counts].join("\n");
}

/** The same figures as a table. */
export function activityTable(rows, format, { kinds = KINDS, before = null, annotations = [], step = 0 } = {}) {
  const past = earlierRows(rows, before);
  const names = kinds.map((kind) => text.campaign[kind]);
  const columns = [text.panel.time, ...names, ...(past ? names.map((name) => text.compare.column(name)) : [])];
  const told = rows.map((row, place) => {
    const counts = [...kinds.map((kind) => row[kind]), ...(past ? kinds.map((kind) => past[place]?.[kind] ?? null) : [])];
    return { cells: [format.moment(row.at), ...counts.map(format.count)], raw: [new Date(row.at).toISOString(), ...counts] };
  });
  return annotatedTable({ columns, rows: told }, annotations, rows.map(({ at }) => [at, at + step]), format);
}
