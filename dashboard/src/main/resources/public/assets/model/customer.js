const DAY = 86_400_000;
const WEEK = 7 * DAY;
const SOON = 7;

/** In how many days a birthday comes, 0 for today; null if not within a week. Days as ISO dates; one on 29 February is on 1 March in other years. */
export function daysToBirthday(birthday, today) {
  if (!birthday) return null;
  const now = Date.parse(today);
  const year = new Date(now).getUTCFullYear();
  const [, month, day] = birthday.split("-").map(Number);
  const next = [year, year + 1].map((one) => Date.UTC(one, month - 1, day)).find((at) => at >= now);
  const days = (next - now) / DAY;
  return days <= SOON ? days : null;
}

/** The day of the first purchase as an ISO date, or null. */
export function firstPurchase({ asOf, ageWeeks }) {
  return dayBefore(asOf, ageWeeks);
}

/** The day of the last purchase as an ISO date, or null. */
export function lastPurchase({ asOf, ageWeeks, recencyWeeks }) {
  return exists(ageWeeks) && exists(recencyWeeks) ? dayBefore(asOf, ageWeeks - recencyWeeks) : null;
}

function dayBefore(asOf, weeks) {
  if (!asOf || !exists(weeks)) return null;
  const at = Date.parse(asOf) - weeks * WEEK;
  return new Date(Math.round(at / DAY) * DAY).toISOString().slice(0, 10);
}

/** The share of all customers who are worth less, never rounded up to all of them; null for who is not ranked. */
export function shareBelow({ isNew, value: { percentile } }) {
  return isNew || !exists(percentile) ? null : Math.floor(percentile * 10) / 1000;
}

/** What to tell of a customer's worth: new, unranked, top (nobody is worth more) or below. */
export function worthKind(card) {
  if (card.isNew) return "new";
  if (shareBelow(card) === null) return "unranked";
  return shareBelow(card) >= 1 ? "top" : "below";
}

/** Whether a buyer's future is not told because no model has been fitted yet. */
export function lacksModel({ isNew, value }) {
  return !isNew && !exists(value.expectedPurchases);
}

/** What must not be done with a customer. */
export function opposed({ marketingOptOut, doNotCall }) {
  return [marketingOptOut && "marketing", doNotCall && "call"].filter(Boolean);
}

function exists(value) {
  return value !== null && value !== undefined;
}

/** The running campaigns that the customer responded to, and those that contacted them in vain so far. */
export function runningCampaigns(card) {
  const responded = card.runningCampaigns.filter(({ respondedAt }) => respondedAt !== null);
  return { responded, unanswered: card.runningCampaigns.filter(({ respondedAt }) => respondedAt === null) };
}
