/** How many texts one canvas measures. */
const MOST = 500;

/**
 * Measures texts for charts, each time anew with a canvas after `most` texts: one that is never shown remembers for good
 * whatever it has measured (in Chromium a kilobyte for each text), and a live chart says something new each second.
 *
 * @param createCanvas makes a canvas that stands nowhere in the page
 */
export function createMeasure(createCanvas, most = MOST) {
  let context = null;
  let font = null;
  let left = 0;

  return function measureText(words, wanted) {
    if (left === 0) {
      context = createCanvas().getContext("2d");
      font = null;
      left = most;
    }
    left -= 1;
    if (font !== wanted) context.font = font = wanted;
    return context.measureText(words);
  };
}
