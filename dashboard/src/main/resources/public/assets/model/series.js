const COUNTS = [
  "contacts", "contacted", "bounced", "opened", "clicked", "unsubscribed", "responders", "directResponders",
  "passAlongResponders", "calls", "visits", "orders", "other", "converters",
];

/** How many minutes of one campaign the page keeps. */
export const MOST_MINUTES = 10_080;

/** Figures per minute of event time, oldest first, at most `most` of them. */
export function createSeries(most = MOST_MINUTES) {
  const byMinute = new Map();
  let sorted = [];
  let dropped = false;
  return {
    replace(points) {
      byMinute.clear();
      sorted = [];
      this.merge(points);
      dropped = points.length >= most;
    },
    merge(points) {
      const before = byMinute.size;
      for (const point of points) byMinute.set(Date.parse(point.at), point);
      if (byMinute.size !== before) sorted = [...byMinute.keys()].sort((a, b) => a - b);
      for (const old of sorted.splice(0, sorted.length - most)) {
        byMinute.delete(old);
        dropped = true;
      }
    },
    /** The points as [millis, figures] in order, and whether older ones exist that are not here. */
    read: () => ({ points: sorted.map((at) => [at, byMinute.get(at)]), truncated: dropped }),
  };
}

/** Counts per step between `from` and `to`, empty steps included: [{at, contacted, responders, …}]. */
export function bin(points, { from, to, step }) {
  const rows = [];
  for (let at = from; at < to; at += step) rows.push({ at, ...zero() });
  for (const [at, figures] of points) {
    if (at >= from && at < to) add(rows[Math.floor((at - from) / step)], figures);
  }
  return rows;
}

/** Sums of counts over [millis, figures] points. */
export function sum(points) {
  return points.reduce((total, [, figures]) => add(total, figures), zero());
}

function add(total, figures) {
  for (const name of COUNTS) total[name] += figures[name] ?? 0;
  return total;
}

function zero() {
  return Object.fromEntries(COUNTS.map((name) => [name, 0]));
}

/** What had happened before `from`, told backwards from today's totals, so that the end always agrees with them. */
export function baseBefore(totals, points, from) {
  const since = sum(points.filter(([at]) => at >= from));
  return Object.fromEntries(COUNTS.map((name) => [name, Math.max(0, (totals[name] ?? 0) - since[name])]));
}

/** Running contacted, responders and rate after each step, starting from `base`. No rate while nobody is contacted. */
export function cumulate(rows, base) {
  let contacted = base.contacted ?? 0;
  let responders = base.responders ?? 0;
  return rows.map((row) => {
    contacted += row.contacted;
    responders += row.responders;
    return { at: row.at, contacted, responders, rate: contacted > 0 ? responders / contacted : null };
  });
}
