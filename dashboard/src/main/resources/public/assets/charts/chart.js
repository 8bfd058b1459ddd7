import { h } from "../dom.js";
import { createMeasure } from "./measure.js";
import { readPalette } from "./palette.js";

/** Parts that an option names in full: what it no longer names goes. Each has an id, so that the others stay as they are. */
const NAMED = ["series", "title", "grid", "xAxis", "yAxis"];

/** The size of the page's letters that charts are designed for, in pixels; where they are larger, so is the whole chart. */
export const LETTERS = 15;

let ready = null;

/** The library, told once how texts are measured. */
function library() {
  ready ??= import("echarts").then(
    (echarts) => {
      echarts.setPlatformAPI({ measureText: createMeasure(() => document.createElement("canvas")) });
      return echarts;
    },
    (failure) => {
      ready = null;
      throw failure;
    },
  );
  return ready;
}

/** An ECharts picture in an element: drawn when the library has come, resized with its frame, disposed with its page. */
export function createChart(frame, { onFailure }) {
  const board = h("div", { class: "board" });
  let echarts = null;
  let chart = null;
  let scale = 1;
  let gone = false;
  let latest = null;
  frame.append(board);

  const watcher = new ResizeObserver(() => {
    if (frame.clientWidth === 0) return;
    fit();
    draw();
  });

  library().then(
    (loaded) => {
      if (gone) return;
      echarts = loaded;
      watcher.observe(frame);
    },
    (failure) => !gone && onFailure(failure),
  );

  /** Fits the board to its frame: as wide as it would be at the designed size, and magnified from there. */
  function fit() {
    const wanted = parseFloat(getComputedStyle(document.documentElement).fontSize) / LETTERS;
    if (wanted !== scale) chart = chart?.dispose() ?? null;
    scale = wanted;
    board.style.width = `${frame.clientWidth / scale}px`;
    board.style.height = `${frame.clientHeight / scale}px`;
    board.style.transform = scale === 1 ? "" : `scale(${scale})`;
    if (chart) chart.resize();
    else chart = echarts.init(board, null, { renderer: "canvas", devicePixelRatio: devicePixelRatio * scale });
  }

  function draw() {
    if (!chart || !latest || frame.clientWidth === 0) return;
    const palette = readPalette();
    const option = latest({ palette, width: board.clientWidth });
    chart.setOption({ textStyle: { fontFamily: palette.font }, ...option }, { replaceMerge: NAMED });
  }

  return {
    /** Draws what `build({palette, width})` returns, now and whenever size or colours change. */
    show(build) {
      latest = build;
      draw();
    },
    redraw: draw,
    /** The picture as a canvas, at twice its size on the screen. */
    picture: () => chart?.getRenderedCanvas({ pixelRatio: 2, backgroundColor: readPalette().surface }) ?? null,
    dispose() {
      gone = true;
      watcher.disconnect();
      chart?.dispose();
      chart = null;
    },
  };
}
