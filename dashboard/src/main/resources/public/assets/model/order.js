/**
 * Which of some things may stay where they are while the others are moved into order around them: the places in `wanted`
 * (where each of them belongs) of a longest rising run, one that holds the thing at `held` if there is one.
 */
export function staying(wanted, held = -1) {
  const [before, after] = held < 0 ? [wanted.length, wanted.length] : [held, held + 1];
  const fits = (index) => held < 0 || index === held || (index < held ? wanted[index] < wanted[held] : wanted[index] > wanted[held]);
  const run = (from, to) => longestRise(wanted, range(from, to).filter(fits));
  return new Set([...run(0, before), ...(held < 0 ? [] : [held, ...run(after, wanted.length)])]);
}

function range(from, to) {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** A longest run of `indices` whose values rise, by patience: each pile ends in the lowest value that a run so long can end in. */
function longestRise(values, indices) {
  const piles = [];
  const below = new Map();
  for (const index of indices) {
    const pile = lowestNotBelow(piles, values, values[index]);
    if (pile > 0) below.set(index, piles[pile - 1]);
    piles[pile] = index;
  }
  const run = [];
  for (let index = piles.at(-1); index !== undefined; index = below.get(index)) run.push(index);
  return run;
}

function lowestNotBelow(piles, values, value) {
  let [low, high] = [0, piles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[piles[middle]] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which row to go to from the one with the focus; where that has left, from where it stood in the `past`: {rows, at}. */
export function nextRow(rows, focused, past, by) {
  const from = rows.indexOf(focused);
  if (from >= 0) return rows[Math.max(0, Math.min(rows.length - 1, from + by))];
  const onwards = by > 0 ? past.rows : [...past.rows].reverse();
  const left = onwards.indexOf(past.at);
  const begin = rows.at(by > 0 ? 0 : -1);
  return left < 0 ? begin : (onwards.slice(left + 1).find((row) => rows.includes(row)) ?? rows.at(by > 0 ? -1 : 0));
}
