import { plannedRate } from "./plan.js";

const figure = (name) => (headline) => headline.figures?.[name] ?? null;

/** What each sortable column of the campaign list sorts by. */
export const SORTS = {
  name: (headline) => headline.name?.toLowerCase() ?? "",
  channel: (headline) => (headline.channels ?? []).join(" "),
  status: (headline) => ["RUNNING", "PLANNED", "ENDED"].indexOf(headline.status),
  contacted: figure("contacted"),
  responders: figure("responders"),
  rate: figure("responseRate"),
  plan: (headline, now) => plannedRate(headline.campaign ?? {}, now),
  lift: (headline) => headline.lift?.alwaysValidInterval?.low ?? null,
  orders: figure("orders"),
  revenue: (headline) => numberOrNull(headline.figures?.revenue),
};

const TEXT_COLUMNS = new Set(["name", "channel", "status"]);

function numberOrNull(value) {
  return value === null || value === undefined ? null : Number(value);
}

/** The direction in which a column is read first: words upwards, figures from the highest. */
export function firstDirection(column) {
  return TEXT_COLUMNS.has(column) ? "asc" : "desc";
}

/** The order asked for in an address ("rate", "-name" is the other way round), or the default. */
export function sortOf(query) {
  const asked = query.sort ?? "responders";
  const reversed = asked.startsWith("-");
  const column = reversed ? asked.slice(1) : asked;
  if (!SORTS[column]) return { column: "responders", direction: "desc" };
  const first = firstDirection(column);
  return { column, direction: reversed === (first === "asc") ? "desc" : "asc" };
}

/** What the address says for a sort order. */
export function sortQuery({ column, direction }) {
  const asked = direction === firstDirection(column) ? column : `-${column}`;
  return { sort: asked === "responders" ? null : asked };
}

/** Campaigns in the wanted order: what does not exist last, equal ones by name. */
export function sorted(headlines, { column, direction }, now) {
  const sign = direction === "desc" ? -1 : 1;
  const keyed = headlines.map((headline) => ({ headline, name: SORTS.name(headline), key: SORTS[column](headline, now) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
    if (a.key === null) return 1;
    if (b.key === null) return -1;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ headline }) => headline);
}

/** In which words a direction of a column is told. */
export function directionWords(column) {
  return column === "status" ? "status" : TEXT_COLUMNS.has(column) ? "word" : "figure";
}

/** How many rows are shown at once, and how many more each time they are asked for. */
export const ROWS = 200;

/** How many rows an address asks for. */
export function rowsOf({ rows }) {
  return Math.max(ROWS, Math.ceil(Number(rows) / ROWS) * ROWS || 0);
}

/** Whether a campaign fits the search words and the status asked for. */
export function matches(headline, { q = "", status }) {
  if (status && status !== "all" && headline.status !== status) return false;
  const { campaignCodes = [] } = headline.campaign ?? {};
  const haystack = [headline.name, headline.campaignId, ...(headline.channels ?? []), ...(campaignCodes ?? [])];
  const found = haystack.join(" ").toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => found.includes(word));
}

/** The order to show so that no row jumps: the shown one for rows that stay, newcomers last. */
export function calmOrder(shown, wanted) {
  const [there, known] = [new Set(wanted), new Set(shown)];
  return [...shown.filter((id) => there.has(id)), ...wanted.filter((id) => !known.has(id))];
}
