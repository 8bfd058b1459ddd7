const ROUTES = [
  [/^\/(?:campaigns\/?)?$/, () => ({ page: "campaigns" })],
  [/^\/campaigns\/new\/?$/, () => ({ page: "form" })],
  [/^\/campaigns\/([^/]+)\/edit\/?$/, (id) => ({ page: "form", id })],
  [/^\/campaigns\/([^/]+)\/breakdown\/?$/, (id, { channel, segment }) => ({ page: "breakdown", id, slice: { channel: channel || null, segment: segment || null } })],
  [/^\/campaigns\/([^/]+)\/?$/, (id) => ({ page: "campaign", id })],
  [/^\/calls\/?$/, () => ({ page: "calls" })],
  [/^\/calls\/weights\/?$/, () => ({ page: "weights" })],
  [/^\/calls\/rules\/?$/, () => ({ page: "routingRules" })],
  [/^\/offers\/?$/, () => ({ page: "offers" })],
  [/^\/offers\/policy\/?$/, () => ({ page: "offerPolicy" })],
  [/^\/offers\/new\/?$/, () => ({ page: "offerForm" })],
  [/^\/offers\/([^/]+)\/edit\/?$/, (id) => ({ page: "offerForm", id })],
  [/^\/offers\/([^/]+)\/?$/, (id) => ({ page: "offers", id })],
  [/^\/affinity\/?$/, () => ({ page: "affinity" })],
  [/^\/customers\/?$/, () => ({ page: "customers" })],
  [/^\/customers\/([^/]+)\/?$/, (id) => ({ page: "customer", id })],
  [/^\/health\/?$/, () => ({ page: "health" })],
];

/** The view that an address stands for: {page, id?, slice?, query}. */
export function parseRoute(path, search = "") {
  const query = Object.fromEntries(new URLSearchParams(search));
  for (const [pattern, view] of ROUTES) {
    const match = pattern.exec(path);
    if (match) return { ...view(match[1] && decode(match[1]), query), query };
  }
  return { page: "missing", query };
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page. */
export const paths = {
  campaigns: () => "/campaigns",
  campaign: (id) => `/campaigns/${encodeURIComponent(id)}`,
  breakdown: (id, { channel = null, segment = null } = {}) => `/campaigns/${encodeURIComponent(id)}/breakdown${withQuery({}, { channel, segment })}`,
  edit: (id) => `/campaigns/${encodeURIComponent(id)}/edit`,
  create: () => "/campaigns/new",
  calls: () => "/calls",
  weights: () => "/calls/weights",
  routingRules: () => "/calls/rules",
  offers: () => "/offers",
  offerPolicy: () => "/offers/policy",
  createOffer: (query = {}) => `/offers/new${withQuery({}, query)}`,
  offer: (id) => `/offers/${encodeURIComponent(id)}`,
  editOffer: (id) => `/offers/${encodeURIComponent(id)}/edit`,
  affinity: (query = {}) => `/affinity${withQuery({}, query)}`,
  customers: () => "/customers",
  customer: (id) => `/customers/${encodeURIComponent(id)}`,
  health: () => "/health",
};

/** A query with some parameters changed; null or "" removes one. Order is stable, so equal views have equal addresses. */
export function withQuery(query, changes) {
  const merged = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== null && value !== "");
  merged.sort(([a], [b]) => (a < b ? -1 : 1));
  const search = new URLSearchParams(merged).toString().replaceAll("%3A", ":");
  return search ? `?${search}` : "";
}

/** Whether two addresses stand for the same view. */
export function sameView(one, other) {
  const view = (address) => JSON.stringify(parseRoute(...address.split("?")));
  return view(one) === view(other);
}

/** Joins addresses and pages: links and back or forward call `show(route)`; `places` knows where the viewer was on each. */
export function createRouter(show, places) {
  let listSearch = "";
  let upwards = false;

  function here() {
    const route = parseRoute(location.pathname, location.search);
    if (route.page === "campaigns") listSearch = location.search;
    return route;
  }

  /** Goes to an address; one that lies above, and from which the viewer came, is gone back to, so that they find their place. */
  function go(address, { replace = false, link = null, up = upwards } = {}) {
    const from = location.pathname + location.search;
    if (address === from) return;
    const before = history.state?.from;
    if (up && before && sameView(before, address)) return history.back();
    places.keep(link);
    if (replace) history.replaceState({ ...places.same(), from: before }, "", address);
    else history.pushState({ ...places.further(), from }, "", address);
    show(here());
  }

  document.addEventListener("click", (click) => {
    const link = click.target.closest?.("a[href]");
    const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
    if (!link || !plain || link.origin !== location.origin || link.hasAttribute("download")) return;
    if (link.hash || link.target) return;
    click.preventDefault();
    go(link.pathname + link.search, { link, up: link.classList.contains("back") });
  });
  addEventListener("popstate", ({ state }) => {
    places.keep();
    places.back(state);
    show(here());
  });

  return {
    here,
    go,
    start: () => show(here()),
    /** Does what leads upwards from a page. */
    up(action) {
      upwards = true;
      try {
        return action();
      } finally {
        upwards = false;
      }
    },
    /** The address of the list as it was last seen, with its search and order. */
    list: () => paths.campaigns() + listSearch,
    /** Changes parameters of the view in its address. */
    query: (changes, options) => go(location.pathname + withQuery(here().query, changes), options),
  };
}
