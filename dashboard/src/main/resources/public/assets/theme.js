import { remember, remembered } from "./storage.js";

const KEY = "campaign-pulse.theme";
export const THEMES = ["system", "light", "dark"];

/** The theme chosen by this viewer. */
export function chosenTheme() {
  const stored = remembered(KEY);
  return THEMES.includes(stored) ? stored : "system";
}

/** Shows a theme and remembers it. */
export function applyTheme(theme) {
  remember(KEY, theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The theme that follows another when toggling. */
export function nextTheme(theme) {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}

/** Calls back when the colours on the screen have changed, by choice or by the system. */
export function onThemeChange(callback) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", callback);
  new MutationObserver(callback).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
