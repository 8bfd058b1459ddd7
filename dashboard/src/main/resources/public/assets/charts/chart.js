import { readPalette } from "./palette.js";

/** Parts that an option names in full: what it no longer names goes. Each has an id, so that the others stay as they are. */
const NAMED = ["series", "title", "grid", "xAxis", "yAxis"];

/** An ECharts picture in an element: drawn when the library has come, resized with its frame, disposed with its page. */
export function createChart(frame, { onFailure }) {
  let chart = null;
  let gone = false;
  let latest = null;

  const watcher = new ResizeObserver(() => {
    if (!chart || frame.clientWidth === 0) return;
    chart.resize();
    draw();
  });

  import("echarts").then(
    (echarts) => {
      if (gone) return;
      chart = echarts.init(frame, null, { renderer: "canvas" });
      watcher.observe(frame);
      draw();
    },
    (failure) => !gone && onFailure(failure),
  );

  function draw() {
    if (!chart || !latest || frame.clientWidth === 0) return;
    const palette = readPalette();
    const option = latest({ palette, width: frame.clientWidth });
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
