import { text } from "../messages.js";
import { annotatedTable, annotationsOf, markLine } from "./annotations.js";
import { alignedWith } from "../model/compare.js";
import { plannedRate } from "../model/plan.js";
import { cumulate } from "../model/series.js";
import { scaleFor, timeAxis, tooltip, valueAxis } from "./axes.js";

/** Response until the end of each step, with what the plan expected by then. Nothing is told of the future. */
export function curveRows({ rows, base, from, step }, campaign, now) {
  const start = { at: from - step, contacted: 0, responders: 0 };
  const past = rows.filter((row) => row.at <= now);
  return cumulate([start, ...past], base).map(({ at, ...figures }) => {
    const until = Math.min(at + step, Math.max(now, from));
    return { at, until, ...figures, plan: plannedRate(campaign, until) };
  });
}

/** For each row of the curve, response at the same place of an earlier time, or null without one. */
export function curveBefore(rows, before) {
  if (!before) return null;
  const running = cumulate(before.rows, before.base);
  const first = { contacted: before.base.contacted ?? 0, responders: before.base.responders ?? 0 };
  const start = { ...first, rate: first.contacted > 0 ? first.responders / first.contacted : null };
  return [start, ...alignedWith(rows.slice(1).map(({ at }) => at), { ...before, rows: running })];
}

/** Rate or people over time, plan and an earlier time beside it. Figures in, ECharts option out. */
export function curveOption(rows, { view, from, to, campaign, palette, format, before = null }) {
  const inPeople = view === "people";
  const write = inPeople ? format.count : format.rate;
  const actual = rows.map((row) => [row.until, valueOf(row, inPeople)]);
  const planned = rows.map((row) => [row.until, plannedValue(row, inPeople)]);
  const hasPlan = planned.some(([, value]) => value !== null);
  const past = before?.map((row, index) => [rows[index].until, valueOf(row, inPeople)]);
  const scale = curveScale(rows, view, before);
  return {
    animation: false,
    grid: { id: "frame", left: 4, right: 92, top: 26, bottom: 4, containLabel: true },
    xAxis: timeAxis({ from, to, palette, format }),
    yAxis: valueAxis({ ...scale, palette, write: inPeople ? format.count : format.axisRate }),
    tooltip: tooltip({ palette, formatter: (marks) => curveTooltip(rows[marks[0]?.dataIndex], before?.[marks[0]?.dataIndex], format) }),
    series: [
      line("actual", actual, endLabel(text.campaign.actual, write, palette.accent), { color: palette.accent, width: 2.5, filled: scale.min === 0 }, palette, markLine(annotationsOf(campaign, { from, to }), { from, to, palette })),
      ...(hasPlan ? [line("plan", planned, endLabel(text.campaign.planned, write, palette.muted), { color: palette.muted, width: 1.5, type: "dashed" }, palette)] : []),
      ...(past ? [line("before", past, endLabel(text.compare.line, write, palette.ink), { color: palette.ink, width: 1.5, type: "dotted" }, palette)] : []),
    ],
  };
}

/** The value axis of the curve: {min, max, interval}. */
export function curveScale(rows, view, before = null) {
  const inPeople = view === "people";
  const values = rows.flatMap((row) => [valueOf(row, inPeople), plannedValue(row, inPeople)]);
  const earlier = (before ?? []).map((row) => valueOf(row, inPeople));
  return scaleFor([...values, ...earlier], { whole: inPeople });
}

function valueOf(row, inPeople) {
  return (inPeople ? row?.responders : row?.rate) ?? null;
}

function plannedValue({ plan, contacted }, inPeople) {
  if (plan === null) return null;
  return inPeople ? Math.round(plan * contacted) : plan;
}

function line(id, data, label, { filled, ...lineStyle }, palette, markLine) {
  const area = filled ? { color: palette.accent, opacity: 0.09 } : undefined;
  return {
    id, name: id, type: "line", data, lineStyle, areaStyle: area, itemStyle: { color: lineStyle.color }, endLabel: label, markLine,
    showSymbol: data.filter(([, value]) => value !== null).length < 2, labelLayout: { moveOverlap: "shiftY" }, emphasis: { disabled: true }, silent: true,
  };
}

function endLabel(name, write, color) {
  return { show: true, color, fontWeight: 600, fontSize: 12, lineHeight: 15, distance: 8, formatter: ({ value }) => `${write(value[1])}\n${name}` };
}

function curveTooltip(row, before, format) {
  if (!row) return "";
  const plan = row.plan === null ? [] : [`${text.campaign.planned} ${format.rate(row.plan)}`];
  const told = ({ rate, responders, contacted }) => `${format.rate(rate)}  (${text.list.rateOf(format.count(responders), format.count(contacted))})`;
  const earlier = before ? [text.compare.before(told(before))] : [];
  return [format.moment(row.until), told(row), ...plan, ...earlier].join("\n");
}

/** The same figures and annotations as a table: {columns, rows: [{cells, raw}]}. */
export function curveTable(rows, format, { before = null, annotations = [] } = {}) {
  const { columns } = text.list;
  const times = rows.map(({ until }, index) => [rows[index - 1]?.until ?? until, until]);
  return annotatedTable(plainTable(rows, format, before, columns), annotations, times, format);
}

function plainTable(rows, format, before, columns) {
  return {
    columns: [text.panel.time, columns.contacted, columns.responders, columns.rate, columns.plan, ...(before ? [text.compare.column(columns.responders), text.compare.column(columns.rate)] : [])],
    rows: rows.map(({ until, contacted, responders, rate, plan }, index) => ({
      cells: [format.moment(until), format.count(contacted), format.count(responders), format.rate(rate), format.rate(plan), ...(before ? [format.count(before[index]?.responders), format.rate(before[index]?.rate)] : [])],
      raw: [new Date(until).toISOString(), contacted, responders, rate, plan, ...(before ? [before[index]?.responders, before[index]?.rate] : [])],
    })),
  };
}
