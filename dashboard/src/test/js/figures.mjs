/** Times and builders shared by the tests of the page. */
export const START = Date.parse("2026-11-01T00:00:00Z");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const instant = (millis) => new Date(millis).toISOString();

export const point = (minutes, figures) => ({ at: instant(START + minutes * MINUTE), ...figures });

export const campaign = (changes = {}) => ({
  campaignId: "spring", name: "Spring", startsAt: instant(START), endsAt: instant(START + 10 * DAY), responseWindow: "P14D", ...changes,
});

export const figures = (changes = {}) => ({
  contacted: 1_000, responders: 100, responseRate: 0.1, orders: 10, revenue: "12.30", conversionRate: 0.01, ...changes,
});

export const headline = (campaignId, changes = {}) => ({
  campaignId, name: campaignId, campaign: campaign({ campaignId }), status: "RUNNING", channels: ["EMAIL"], figures: figures(),
  version: 1, ...changes,
});
