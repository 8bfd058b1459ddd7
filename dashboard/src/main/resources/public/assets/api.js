const ROOT = "/api/v1";

/** An answer that is not the one hoped for: what happened, and which fields were at fault. */
export class Problem extends Error {
  constructor({ status = 0, title, detail, errors = [] }) {
    super(detail ?? title ?? "");
    this.status = status;
    this.fields = Object.fromEntries(errors.map(({ field, error }) => [field, error]));
  }
}

/** The REST calls of the page; each resolves to the answer's JSON or throws a Problem. */
export const api = {
  campaign: (id) => call("GET", `/campaigns/${encodeURIComponent(id)}`),
  saveCampaign: (id, record) => call("PUT", `/campaigns/${encodeURIComponent(id)}`, record),
  series: (id, query, signal) =>
    call("GET", `/campaigns/${encodeURIComponent(id)}/series?${new URLSearchParams(query)}`, undefined, signal),
  breakdown: (id, slice, signal) => call("GET", breakdownPath(id, slice), undefined, signal),
  lift: (id) => call("GET", `/campaigns/${encodeURIComponent(id)}/lift`),
  customer: (id, signal) => call("GET", `/customers/${encodeURIComponent(id)}`, undefined, signal),
  customerBy: (kind, identity) => call("GET", `/customers?${new URLSearchParams({ [kind]: identity })}`),
  priorityWeights: () => call("GET", "/priority-weights/CURRENT"),
  savePriorityWeights: (record) => call("PUT", "/priority-weights/CURRENT", record),
  previewPriorityWeights: (record) => call("POST", "/priority-weights/preview", record),
  routingRules: () => call("GET", "/routing-rules/CURRENT"),
  saveRoutingRules: (record) => call("PUT", "/routing-rules/CURRENT", record),
  previewRoutingRules: (record) => call("POST", "/routing-rules/preview", record),
  offers: () => call("GET", "/offers"),
  offer: (id) => call("GET", `/offers/${encodeURIComponent(id)}`),
  saveOffer: (id, record) => call("PUT", `/offers/${encodeURIComponent(id)}`, record),
  dryRunOffer: ({ eligibility, productId, category }) => call("POST", "/offers/dry-run", { eligibility: eligibility ?? "", productId, category }),
  offerPolicy: () => call("GET", "/offer-policies/CURRENT"),
  saveOfferPolicy: (record) => call("PUT", "/offer-policies/CURRENT", record),
  offerOutcome: (outcome) => call("POST", "/offers/next/outcome", outcome),
  opportunities: () => call("GET", "/opportunities"),
  affinity: (query) => call("GET", `/affinity?${new URLSearchParams(query)}`),
  strongestPairs: (kind) => call("GET", `/affinity/strongest?kind=${kind}`),
  valueModel: () => call("GET", "/value-model"),
  deadLetters: (limit = 50) => call("GET", `/dead-letters?limit=${limit}`),
  replay: (id) => call("POST", `/dead-letters/${encodeURIComponent(id)}/replay`),
  replayAll: () => call("POST", "/dead-letters/replay"),
};

function breakdownPath(id, slice) {
  const wanted = Object.entries(slice).filter(([, value]) => value !== null);
  return `/campaigns/${encodeURIComponent(id)}/breakdown?${new URLSearchParams(wanted)}`;
}

async function call(method, path, body, signal) {
  const headers = { accept: "application/json, application/problem+json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  const request = { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) };
  const response = await fetch(ROOT + path, request).catch((failure) => {
    if (failure.name === "AbortError") throw failure;
    throw new Problem({ title: "unreachable" });
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem({ ...answer, status: response.status });
  return answer;
}
