/** Errors by path once the rows of a list have other places: `place` says the new place of each, or null where it is gone. */
export function withPlaces(errors, list, place) {
  const moved = Object.entries(errors).map(([path, error]) => {
    const [, at, rest] = new RegExp(`^${list}\\[(\\d+)\\](.*)$`).exec(path) ?? [];
    if (at === undefined) return [path, error];
    const to = place(Number(at));
    return to === null ? null : [`${list}[${to}]${rest}`, error];
  });
  return Object.fromEntries(moved.filter(Boolean));
}

/** The places once the row at `index` is gone: those below move up. */
export const removed = (index) => (at) => (at === index ? null : at > index ? at - 1 : at);

/** The places once a row is put in at `index`: those from there on move down. */
export const inserted = (index) => (at) => (at >= index ? at + 1 : at);

/** The places once two rows have changed theirs. */
export const swapped = (one, other) => (at) => (at === one ? other : at === other ? one : at);
