import { isCovered, limitsFor, localSteps, seriesQuery, serverSteps } from "../model/curve-source.js";

const REFRESH_AFTER = 5_000;

/**
 * Where a page's steps come from: the minutes on the page, or the server for what lies further back. Where the range
 * `moves`, the steps of a moment ago are shown until those of now are there.
 */
export function createStepsSource({ api, campaignId, onNews }, { moves = false } = {}) {
  let answer = null;
  let askedFor = null;
  let askedAt = -Infinity;
  let failure = null;
  let request = null;

  async function ask(key, range, query) {
    request?.abort();
    if (key !== askedFor) failure = null;
    request = new AbortController();
    [askedFor, askedAt] = [key, performance.now()];
    try {
      answer = { range, series: await api.series(campaignId, query, request.signal) };
      failure = null;
    } catch (problem) {
      if (problem.name === "AbortError") return;
      failure = problem;
    }
    onNews();
  }

  return {
    /** {steps, limits, failure}: steps is null while nothing is known for this range. */
    read(range, campaign, detail, now) {
      const limits = limitsFor(range, campaign, detail.points, now);
      if (isCovered(range, limits, detail)) return { limits, steps: limits && localSteps(limits, detail), failure: null };
      const query = seriesQuery(range, limits);
      const key = JSON.stringify([range, query]);
      if (key !== askedFor || performance.now() - askedAt > REFRESH_AFTER) ask(key, range, query);
      const mine = answer && (JSON.stringify(answer.range) === JSON.stringify(range) || (moves && lengthOf(answer.range) === lengthOf(range)));
      const steps = mine ? serverSteps(answer.series, campaign) : null;
      return { limits: steps ?? limits, steps, failure };
    },
    dispose: () => request?.abort(),
  };
}

function lengthOf({ from, to }) {
  return to - from;
}
