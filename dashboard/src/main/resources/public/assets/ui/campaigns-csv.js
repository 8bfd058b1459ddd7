import { text } from "../messages.js";
import { headlineLift } from "../model/lift.js";
import { verdict } from "../model/plan.js";

/** The list of campaigns for a spreadsheet, in its order: what each row shows, and by which id it is found again. Pure. */
export function campaignsCsv(headlines, now) {
  const names = Object.keys(text.list.csvColumns);
  const rows = headlines.map((headline) => cells(headline, now));
  return [Object.values(text.list.csvColumns), ...rows.map((row) => names.map((name) => row[name] ?? null))];
}

function cells({ figures = {}, ...headline }, now) {
  const found = verdict(headline.campaign ?? {}, figures, now);
  const lift = headlineLift({ ...headline, figures }, now);
  return {
    ...figures,
    name: headline.name,
    campaignId: headline.campaignId,
    channels: (headline.channels ?? []).join(" "),
    status: headline.status,
    rate: figures.responseRate,
    plan: found.plan,
    verdict: text.verdict.short[found.kind],
    liftLow: lift?.interval?.low,
    liftHigh: lift?.interval?.high,
    liftVerdict: text.lift.verdict[lift?.verdict],
    lastHour: headline.lastHour?.responders?.reduce((sum, count) => sum + count, 0),
  };
}
