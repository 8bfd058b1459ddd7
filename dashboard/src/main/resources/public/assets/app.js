import { api } from "./api.js";
import { setText } from "./dom.js";
import { createFeed } from "./feed.js";
import { createFormat, pageLocale } from "./format.js";
import { listenForKeys } from "./keys.js";
import { text } from "./messages.js";
import { liveState } from "./model/live-state.js";
import { createPlaces } from "./places.js";
import { createRouter } from "./router.js";
import { pages } from "./pages/pages.js";
import { createStore } from "./store.js";
import { applyTheme, chosenTheme, onThemeChange } from "./theme.js";
import { createFrame } from "./ui/frame.js";
import { createHelp, singleKeys } from "./ui/help.js";
import { hideBubble } from "./ui/term.js";

const FIGURES_EVERY = 250;
const KEYS = {
  "g c": "campaigns", "g q": "calls", "g o": "offers", "g u": "customers", "g h": "health", "/": "search", j: "next", k: "previous", Escape: "back", p: "pause", t: "theme",
  f: "fullScreen", "?": "help",
};
/** The entry of the navigation under which a page stands, where it is not its own. */
const SECTIONS = { campaign: "campaigns", breakdown: "campaigns", form: "campaigns", weights: "calls", routingRules: "calls", offerForm: "offers", offerPolicy: "offers", affinity: "offers", customer: "customers" };

const [header, main, footer, announcer] = ["top", "main", "foot", "announcer"].map((id) => document.getElementById(id));
const store = createStore();
const socketUrl = `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/api/v1/live`;
const feed = createFeed({ url: socketUrl, onFrame: store.apply });
const places = createPlaces({ here: whereTheViewerIs, restore, history, storage: sessionStorage });
const router = createRouter(show, places);
const help = createHelp();
const frame = createFrame({ header, main, footer, announcer }, { togglePause, openHelp: help.open, fullScreen: document.fullscreenEnabled ? toggleFullScreen : null });
const announce = (words) => setText(announcer, words);
const locale = pageLocale(navigator.languages);

let page = null;
let shown = { place: null, revision: -1 };
let pausedAt = null;
let format = createFormat({ locale });
let colours = 0;

function show(route) {
  const place = JSON.stringify([route.page, route.id, route.slice]);
  if (place !== shown.place) turnTo(route, place);
  draw();
}

function turnTo(route, place) {
  const first = shown.place === null;
  page?.dispose();
  main.replaceChildren();
  page = pages[route.page](main, { router, api, store, announce, redraw: draw, isPaused: () => pausedAt !== null }, route);
  shown = { place, revision: -1 };
  store.watch(page.watch ?? null);
  feed.watch(page.watch ?? null);
  frame.page(SECTIONS[route.page] ?? route.page);
  hideBubble();
  if (!first) scrollTo(0, 0);
  if (page.focus) page.focus();
  else if (!first && !places.link()) main.querySelector("h1")?.focus({ preventScroll: true });
}

/** How far down the viewer is, and on which link of the page. */
function whereTheViewerIs(clicked) {
  const link = clicked ?? document.activeElement?.closest?.("a[href]");
  return { top: scrollY, link: main.contains(link) ? link.getAttribute("href") : null };
}

/** Brings the viewer to where they were, and says whether the page is already so far. */
function restore({ top, link }) {
  const target = link && [...main.querySelectorAll("a[href]")].find((one) => one.getAttribute("href") === link);
  scrollTo(0, top);
  if (!target) return !link && Math.abs(scrollY - top) < 2;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
  return target.offsetParent !== null;
}

/** Draws the page from the picture at hand: the latest, or the one held. */
function draw() {
  const view = store.view();
  if (view.health && view.health.currency !== format.currency) format = createFormat({ locale, currency: view.health.currency });
  const now = view.health?.eventTime ? Date.parse(view.health.eventTime) : Date.now();
  page.update({ view, route: router.here(), now, format, colours });
  shown.revision = view.revision;
  const title = typeof page.title === "function" ? page.title() : page.title;
  const wanted = `${title} · ${text.product}`;
  if (document.title !== wanted) document.title = wanted;
  places.settle();
  drawFrame();
}

function drawFrame() {
  const state = liveState({ ...feed.status(), now: Date.now(), paused: pausedAt, health: store.health() });
  frame.update(state, store.view().health, store.view().health?.eventTime ?? store.view().asOf, format, Date.now());
}

function togglePause() {
  pausedAt = pausedAt ? null : Date.now();
  if (pausedAt) store.hold();
  else store.release();
  draw();
}

function toggleFullScreen() {
  return document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
}

/** Where a page has nothing to search, its campaigns are searched. */
function searchCampaigns() {
  router.go(router.list());
  page.keys?.search?.();
}

const actions = {
  campaigns: () => router.go("/campaigns"),
  calls: () => router.go("/calls"),
  offers: () => router.go("/offers"),
  customers: () => router.go("/customers"),
  health: () => router.go("/health"),
  pause: togglePause,
  theme: frame.cycleTheme,
  help: help.open,
  fullScreen: () => document.fullscreenEnabled && toggleFullScreen(),
  search: searchCampaigns,
  back: () => hideBubble() || router.up(() => page.keys?.back?.()) || false,
};

function act(name) {
  const action = page.keys?.[name] && name !== "back" ? page.keys[name] : actions[name];
  return action ? action() : false;
}

applyTheme(chosenTheme());
document.body.append(help.element);
listenForKeys(KEYS, act, singleKeys);
onThemeChange(() => {
  colours += 1;
  page.redraw?.();
});
history.scrollRestoration = "manual";
places.begin();
addEventListener("pagehide", places.end);
for (const type of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(type, places.forget, { passive: true, capture: true });
addEventListener("online", feed.hurry);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) feed.hurry();
});
setInterval(() => {
  if (!document.hidden && store.revision() !== shown.revision) draw();
}, FIGURES_EVERY);
setInterval(() => {
  feed.check();
  if (!document.hidden) drawFrame();
}, 1_000);
router.start();
feed.open();
