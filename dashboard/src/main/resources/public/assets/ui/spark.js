import { h, setAttribute, setText, svg } from "../dom.js";

const WIDTH = 120;
const HEIGHT = 28;
const PAD = 2;

/** The path of a sparkline through the values, zero-based. Pure. */
export function sparkPath(values, width = WIDTH, height = HEIGHT) {
  const top = Math.max(1, ...values);
  const x = (index) => round((index / Math.max(1, values.length - 1)) * width);
  const y = (value) => round(height - PAD - (value / top) * (height - 2 * PAD));
  return values.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("");
}

function round(value) {
  return Math.round(value * 10) / 10;
}

/** Neighbouring values added two by two or more, so that a small line stays readable. */
export function coarsen(values, size = 3) {
  const sums = [];
  for (let start = 0; start < values.length; start += size) {
    sums.push(values.slice(start, start + size).reduce((sum, value) => sum + value, 0));
  }
  return sums;
}

/** A small line of recent values with its meaning in words for those who do not see it. */
export function createSpark() {
  const line = svg("path", { class: "spark-line", "vector-effect": "non-scaling-stroke" });
  const area = svg("path", { class: "spark-area" });
  const picture = svg(
    "svg",
    { class: "spark", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    area,
    line,
  );
  const words = h("span", { class: "visually-hidden" });
  return {
    element: h("span", { class: "spark-frame" }, picture, words),
    update(values, meaning) {
      const path = values.length ? sparkPath(coarsen(values)) : "";
      picture.classList.toggle("spark-quiet", values.every((value) => value === 0));
      setAttribute(line, "d", path);
      setAttribute(area, "d", path && `${path}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`);
      setText(words, meaning);
    },
  };
}
