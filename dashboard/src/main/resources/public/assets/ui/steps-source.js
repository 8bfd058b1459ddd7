import { isCovered, limitsFor, localSteps, seriesQuery, serverSteps } from "../model/curve-source.js";

const REFRESH_AFTER = 5_000;

/** Where a page's steps come from: the minutes on the page, or the server for what lies further back. */
export function createStepsSource({ api, campaignId, onNews }) {
  let answer = null;
  let askedFor = null;
  let askedAt = -Infinity;
  let failure = null;
  let request = null;

  async function ask(key, query) {
    request?.abort();
    request = new AbortController();
    [askedFor, askedAt] = [key, performance.now()];
    try {
      answer = { key, series: await api.series(campaignId, query, request.signal) };
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
      if (key !== askedFor || performance.now() - askedAt > REFRESH_AFTER) ask(key, query);
      const mine = answer && (answer.key === key || JSON.parse(answer.key)[0].name === range.name);
      const steps = mine ? serverSteps(answer.series, campaign) : null;
      return { limits: steps ?? limits, steps, failure };
    },
    dispose: () => request?.abort(),
  };
}
