import { text } from "./messages.js";

const ROOT = "/api/v1";
/** How long an answer is waited for, in milliseconds: as long as somebody looks at a page without wondering. */
const PATIENCE = 8_000;
/** The same where the server reads a whole day, or all that was refused. */
const LONG_PATIENCE = 60_000;

/** An answer that is not the one hoped for: what happened, and which fields were at fault. */
export class Problem extends Error {
  constructor({ status = 0, title, detail, errors = [], cause }) {
    super(detail ?? title ?? "", { cause });
    this.status = status;
    this.fields = Object.fromEntries(errors.map(({ field, error }) => [field, error]));
  }
}

/** The REST calls of the page; each resolves to the answer's JSON, or to a file, or throws a Problem. */
export const api = {
  campaign: (id) => call("GET", `/campaigns/${encodeURIComponent(id)}`),
  saveCampaign: (id, record) => call("PUT", `/campaigns/${encodeURIComponent(id)}`, record),
  series: (id, query, signal) =>
    call("GET", `/campaigns/${encodeURIComponent(id)}/series?${new URLSearchParams(query)}`, undefined, { signal }),
  breakdown: (id, slice) => call("GET", breakdownPath(id, slice)),
  lift: (id) => call("GET", `/campaigns/${encodeURIComponent(id)}/lift`),
  customer: (id) => call("GET", `/customers/${encodeURIComponent(id)}`),
  customerBy: (kind, identity) => call("GET", `/customers?${new URLSearchParams({ [kind]: identity })}`),
  priorityWeights: () => call("GET", "/priority-weights/CURRENT"),
  savePriorityWeights: (record) => call("PUT", "/priority-weights/CURRENT", record),
  previewPriorityWeights: (record) => call("POST", "/priority-weights/preview", record, { patience: LONG_PATIENCE }),
  routingRules: () => call("GET", "/routing-rules/CURRENT"),
  saveRoutingRules: (record) => call("PUT", "/routing-rules/CURRENT", record),
  previewRoutingRules: (record) => call("POST", "/routing-rules/preview", record, { patience: LONG_PATIENCE }),
  offers: () => call("GET", "/offers"),
  offer: (id) => call("GET", `/offers/${encodeURIComponent(id)}`),
  saveOffer: (id, record) => call("PUT", `/offers/${encodeURIComponent(id)}`, record),
  dryRunOffer: ({ eligibility, productId, category }) => call("POST", "/offers/dry-run", { eligibility: eligibility ?? "", productId, category }, { patience: LONG_PATIENCE }),
  offerPolicy: () => call("GET", "/offer-policies/CURRENT"),
  saveOfferPolicy: (record) => call("PUT", "/offer-policies/CURRENT", record),
  offerOutcome: (outcome) => call("POST", "/offers/next/outcome", outcome, { keepalive: true }),
  opportunities: () => call("GET", "/opportunities"),
  opportunityCustomers: (name) => file(`/opportunities/customers?${new URLSearchParams({ name })}`),
  affinity: (query) => call("GET", `/affinity?${new URLSearchParams(query)}`),
  strongestPairs: (kind) => call("GET", `/affinity/strongest?kind=${kind}`),
  valueModel: () => call("GET", "/value-model"),
  deadLetters: (limit = 50) => call("GET", `/dead-letters?limit=${limit}`),
  replay: (id) => call("POST", `/dead-letters/${encodeURIComponent(id)}/replay`),
  replayAll: () => call("POST", "/dead-letters/replay", undefined, { patience: LONG_PATIENCE }),
};

function breakdownPath(id, slice) {
  const wanted = Object.entries(slice).filter(([, value]) => value !== null);
  return `/campaigns/${encodeURIComponent(id)}/breakdown?${new URLSearchParams(wanted)}`;
}

async function call(method, path, body, { signal = null, patience = PATIENCE, keepalive = false } = {}) {
  const headers = { accept: "application/json, application/problem+json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  const enough = AbortSignal.timeout(patience);
  const request = { method, headers, keepalive, signal: signal ? eitherOf(signal, enough) : enough, body: body === undefined ? undefined : JSON.stringify(body) };
  const response = await fetch(ROOT + path, request).catch((failure) => fail(failure, signal));
  const answer = await response.json().catch((failure) => (failure instanceof SyntaxError ? null : fail(failure, signal)));
  if (!response.ok) throw new Problem({ ...answer, status: response.status });
  if (answer === null) throw new Problem({ status: response.status, title: text.unreadable });
  return answer;
}

/** An answer that is saved and not read: the name the server gives it, and what it holds. */
async function file(path) {
  const request = { headers: { accept: "text/csv, application/problem+json" }, signal: AbortSignal.timeout(LONG_PATIENCE) };
  const response = await fetch(ROOT + path, request).catch(fail);
  if (!response.ok) throw new Problem({ ...(await response.json().catch(() => null)), status: response.status });
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition")) ?? [];
  return { name: name ?? "list.csv", blob: await response.blob().catch(fail) };
}

/** What the page itself gave up is told as that; all else is a server that does not answer. */
function fail(failure, signal = null) {
  if (signal?.aborted) throw signal.reason;
  throw new Problem({ title: "unreachable", cause: failure });
}

/** Gives up as soon as one of both does. */
function eitherOf(one, other) {
  if (AbortSignal.any) return AbortSignal.any([one, other]);
  const both = new AbortController();
  for (const each of [one, other]) {
    if (each.aborted) both.abort(each.reason);
    each.addEventListener("abort", () => both.abort(each.reason), { once: true });
  }
  return both.signal;
}
