import { text } from "../messages.js";

/** How high the picture must be for its stages, in pixels. */
export const FUNNEL_HEIGHT = 3 * 96;

/** The stages from contact to purchase: [{name, count, share}], share of all contacted. */
export function funnelStages({ contacted, responders, responseRate, conversionRate }) {
  const bought = conversionRate === null || conversionRate === undefined ? null : Math.round(conversionRate * contacted);
  return [
    { name: text.campaign.contacted, count: contacted ?? 0, share: null },
    { name: text.campaign.responded, count: responders ?? 0, share: responseRate ?? null },
    { name: text.campaign.bought, count: bought, share: conversionRate ?? null },
  ];
}

/** Contacted, responded, bought as bars of true length, each labelled where it stands. Figures in, ECharts option out. */
export function funnelOption(stages, { palette, format }) {
  const opacity = [0.3, 0.65, 1];
  return {
    animation: false,
    grid: { id: "frame", left: 0, right: 0, top: 8, bottom: 0 },
    xAxis: { id: "customers", type: "value", min: 0, max: Math.max(1, stages[0].count), show: false },
    yAxis: {
      id: "stages",
      type: "category",
      inverse: true,
      data: stages.map((stage) => label(stage, format)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { inside: true, margin: 0, verticalAlign: "bottom", padding: [0, 0, 20, 0], rich: richText(palette), z: 5 },
      z: 5,
    },
    series: [
      {
        id: "stages",
        type: "bar",
        barWidth: 26,
        silent: true,
        showBackground: true,
        backgroundStyle: { color: palette.accentSoft, borderRadius: 4 },
        data: stages.map(({ count }, index) => ({
          value: count ?? 0,
          itemStyle: { color: palette.accent, opacity: opacity[index], borderRadius: 4 },
        })),
      },
    ],
  };
}

function label({ name, count, share }, format) {
  const ofAll = share === null ? "" : `  {share|${text.campaign.ofContacted(format.rate(share))}}`;
  return `{count|${format.count(count)}} {name|${name}}${ofAll}`;
}

function richText({ ink, muted, font }) {
  return {
    count: { color: ink, fontSize: 18, fontWeight: 650, fontFamily: font },
    name: { color: ink, fontSize: 13, fontFamily: font },
    share: { color: muted, fontSize: 13, fontFamily: font },
  };
}

/** The same figures as a table. */
export function funnelTable(stages, format) {
  return {
    columns: [text.panel.stage, text.panel.customers, text.panel.share],
    rows: stages.map(({ name, count, share }) => ({
      cells: [name, format.count(count), format.rate(share)],
      raw: [name, count, share],
    })),
  };
}
