import { h, setAttribute, setText, svg } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";
import { applyTheme, chosenTheme, nextTheme } from "../theme.js";

const THEME_MARKS = { system: "◐", light: "☀", dark: "☾" };
const HISTORIC_AFTER = 86_400_000;

/** What stands around every page: header with live state, banners, footer. */
export function createFrame({ header, main, footer, announcer }, { togglePause, openHelp, fullScreen }) {
  const links = [
    ["campaigns", h("a", { href: paths.campaigns() }, text.nav.campaigns)],
    ["calls", h("a", { href: paths.calls() }, text.nav.calls)],
    ["offers", h("a", { href: paths.offers() }, text.nav.offers)],
    ["customers", h("a", { href: paths.customers() }, text.nav.customers)],
    ["health", h("a", { href: paths.health() }, h("span", { class: "nav-long" }, text.nav.health), h("span", { class: "nav-short" }, text.nav.healthShort))],
  ];
  const create = h("a", { class: "button button-quiet create", href: paths.create() }, h("span", { "aria-hidden": "true" }, "+"), h("span", { class: "create-word" }, text.nav.create));
  const live = createLiveChip(togglePause);
  const theme = h("button", { type: "button", class: "icon", on: { click: () => cycleTheme() } });
  const help = h("button", { type: "button", class: "icon", "aria-label": text.help.open, title: text.help.open, on: { click: openHelp } }, "?");
  const whole = fullScreen && h("button", { type: "button", class: "icon whole", "aria-label": text.nav.fullScreen, title: text.nav.fullScreen, on: { click: fullScreen } }, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" })));
  const nav = h("nav", { "aria-label": text.nav.label }, links.map(([, link]) => link));
  header.replaceChildren(h("div", { class: "bar" }, brand(), nav, create, live.element, whole, theme, help));
  const banner = h("aside", { class: "banners", "aria-label": text.banner.data, hidden: true });
  const toast = h("aside", { class: "toasts", "aria-label": text.banner.line, hidden: true });
  header.after(banner);
  footer.after(toast);
  showTheme();

  function cycleTheme() {
    applyTheme(nextTheme(chosenTheme()));
    showTheme();
    setText(announcer, text.theme.changed(text.theme[chosenTheme()]));
  }

  function showTheme() {
    const name = `${text.theme.label}: ${text.theme[chosenTheme()]}`;
    setText(theme, THEME_MARKS[chosenTheme()]);
    setAttribute(theme, "aria-label", name);
    setAttribute(theme, "title", name);
  }

  let announced = null;
  return {
    cycleTheme,
    /** Marks the page shown in the navigation. */
    page(name) {
      for (const [page, link] of links) setAttribute(link, "aria-current", page === name ? "page" : null);
    },
    /** Shows what may be claimed about the figures; called every second and on every change. */
    update(state, health, asOf, format, now) {
      live.update(state, format, now);
      setAttribute(document.documentElement, "data-live", state.kind);
      setText(footer, text.footer(format.timeZone, asOf ? format.moment(asOf) : null));
      showBanners(banner, whatTheDataAre(health, format, now));
      showBanners(toast, whatTheLineDoes(state, format), togglePause);
      if (announced !== null && announced !== state.kind) setText(announcer, text.liveHint[state.kind]);
      announced = state.kind;
      setAttribute(main, "aria-busy", state.kind === "connecting" ? "true" : null);
    },
  };
}

function brand() {
  const pulse = svg("path", { d: "M2 12h5l3-8 5 15 3-9 1.5 2H22", class: "brand-line" });
  const mark = svg("svg", { viewBox: "0 0 24 24", class: "brand-mark", "aria-hidden": "true" }, pulse);
  return h("a", { class: "brand", href: paths.campaigns() }, mark, text.product);
}

/** What the figures are at the moment, as a button that holds them or lets them go on. */
export function createLiveChip(togglePause) {
  const words = h("span", { class: "live-words" });
  const time = h("span", { class: "live-time figure", "aria-hidden": "true" });
  const act = h("span", { class: "visually-hidden" });
  const dot = h("span", { class: "live-dot", "aria-hidden": "true" });
  const sign = svg("svg", { viewBox: "0 0 12 12", class: "live-sign", "aria-hidden": "true" }, svg("path", { d: "M2 1h3v10h-3zM7 1h3v10h-3z", class: "sign-pause" }), svg("path", { d: "M2.5 1l8 5l-8 5z", class: "sign-go" }));
  const element = h("button", { type: "button", class: "live", on: { click: togglePause } }, dot, words, " ", time, act, sign);
  return {
    element,
    update(state, format, now) {
      const name = state.kind === "paused" ? text.live.goOn : text.live.hold;
      setAttribute(element, "data-kind", state.kind);
      setText(act, `. ${name}`);
      setAttribute(element, "title", `${text.liveHint[state.kind]} ${name}: p`);
      setText(words, text.live[state.kind]);
      const at = state.since ?? (["connecting", "unreachable"].includes(state.kind) ? null : now);
      setText(time, at === null ? "" : format.clock(at));
    },
  };
}

/** The lines that say above a page what its data are, each {kind, words, hint?}. Pure. */
export function whatTheDataAre(health, format, now) {
  const lines = [];
  if (health?.simulated) lines.push({ kind: "simulated", words: text.banner.simulated, hint: text.banner.simulatedHint });
  if (health?.eventTime && now - Date.parse(health.eventTime) > HISTORIC_AFTER) {
    const words = text.banner.eventTime(format.fullDay(health.eventTime));
    lines.push({ kind: "past", words, hint: text.banner.eventTimeHint });
  }
  return lines;
}

/** The lines that say at the foot, where they move nothing, that the figures are not live. Pure. */
export function whatTheLineDoes(state, format) {
  const at = state.since && format.clock(state.since);
  if (state.kind === "stale") return [{ kind: "stale", words: text.banner.stale(at) }];
  if (state.kind === "unreachable") return [{ kind: "stale", words: text.banner.unreachable }];
  if (state.kind === "reconnecting") return [{ kind: "lost", words: text.liveHint.reconnecting }];
  if (state.kind === "paused") return [{ kind: "paused", words: text.banner.paused(at) }];
  return ["catching-up", "degraded"].includes(state.kind) ? [{ kind: "unsure", words: text.liveHint[state.kind] }] : [];
}

function showBanners(banner, lines, togglePause) {
  const wanted = JSON.stringify(lines);
  if (banner.dataset.shown === wanted) return;
  banner.dataset.shown = wanted;
  banner.hidden = lines.length === 0;
  banner.replaceChildren(
    ...lines.map(({ kind, words, hint }) =>
      h("p", { class: `banner banner-${kind}` }, h("strong", {}, words), hint && ` ${hint}`, kind === "paused" && resume(togglePause)),
    ),
  );
}

function resume(togglePause) {
  return h("button", { type: "button", class: "button button-small", on: { click: togglePause } }, text.banner.resume);
}
