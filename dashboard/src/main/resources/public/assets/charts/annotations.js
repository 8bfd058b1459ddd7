import { text } from "../messages.js";
import { closesAt } from "../model/plan.js";

/** A label this near to an edge of the axis, as a share of it, is written towards the middle. */
const NEAR_EDGE = 0.1;

/** A name takes this share of the axis: the next one is not written so near to it. The table twin has them all. */
const NAME = 0.15;

/** What happened to a campaign within a range: [{at, name}], oldest first. */
export function annotationsOf(campaign, { from, to }) {
  const { launch, end, closes } = text.campaign;
  const known = [[Date.parse(campaign.startsAt), launch], [Date.parse(campaign.endsAt), end], [closesAt(campaign), closes]];
  const distinct = known.filter(([at], index) => index === 0 || at !== known[index - 1][0]);
  return distinct.map(([at, name]) => ({ at, name })).filter(({ at }) => at >= from && at <= to);
}

/** Annotations as upright lines of an ECharts series, each with its name where `named` says so. */
export function markLine(annotations, { from, to, palette, named = () => true }) {
  const label = { formatter: "{b}", color: palette.muted, fontFamily: palette.font, fontSize: 12 };
  const place = (at) => (at - from) / (to - from);
  let last = -Infinity;
  const data = annotations.map(({ at, name }) => {
    const show = named(place(at)) && place(at) - last >= NAME;
    if (show) last = place(at);
    return { xAxis: at, name, label: { show, align: alignment(place(at)) } };
  });
  return { symbol: "none", silent: true, animation: false, data, label, lineStyle: { color: palette.muted, type: "dotted", width: 1 } };
}

function alignment(place) {
  if (place < NEAR_EDGE) return "left";
  return place > 1 - NEAR_EDGE ? "right" : "center";
}

/** A table with a last column that tells what happened at each time; what is still to come stands in rows of its own. */
export function annotatedTable({ columns, rows }, annotations, times, format) {
  if (annotations.length === 0) return { columns, rows };
  const within = rows.map(({ cells, raw }, index) => {
    const names = annotations.filter((one) => indexAt(times, one.at) === index).map(({ name }) => name).join(", ");
    return { cells: [...cells, names], raw: [...raw, names || null] };
  });
  const later = annotations.filter(({ at }) => indexAt(times, at) < 0).map((one) => aloneRow(one, columns.length - 1, format));
  return { columns: [...columns, text.campaign.happened], rows: [...within, ...later] };
}

/** The place of the first interval that ends after `at`; -1 after the last. */
function indexAt(times, at) {
  return times.findIndex(([start, end]) => at <= start || at < end);
}

function aloneRow({ at, name }, empty, format) {
  const none = Array(empty).fill(null);
  return { cells: [format.moment(at), ...none.map(() => text.none), name], raw: [new Date(at).toISOString(), ...none, name] };
}
