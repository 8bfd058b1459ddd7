const NAMES = ["accent", "accent-soft", "ink", "muted", "line", "surface", "raised", "good", "bad"];

/** The colours of the page as charts need them, by their meaning, and its font. */
export function readPalette(element = document.documentElement) {
  const style = getComputedStyle(element);
  const colours = NAMES.map((name) => [camel(name), style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily };
}

function camel(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
