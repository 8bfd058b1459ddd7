import { createSeries } from "./model/series.js";

/** What the server has said, newest version of each thing. Holds a picture still while the data go on arriving. */
export function createStore() {
  const campaigns = new Map();
  const series = createSeries();
  let health = null;
  let metrics = null;
  let queues = null;
  let decisions = [];
  let watched = null;
  let asOf = null;
  let ready = false;
  let revision = 0;
  let held = null;
  let latest = null;

  const readers = {
    snapshot(data) {
      campaigns.clear();
      for (const headline of data.campaigns ?? []) campaigns.set(headline.campaignId, headline);
      health = data.status ?? health;
      ready = true;
    },
    delta(data) {
      for (const headline of data.campaigns ?? []) takeNewer(headline);
      health = data.status ?? health;
    },
    campaign(data) {
      const { metrics: news, series: changes } = data;
      if (news.campaignId !== watched || (isOlder(news, metrics) && !changes?.replace)) return;
      metrics = news;
      if (changes?.replace) series.replace(changes.points);
      else if (changes) series.merge(changes.points);
    },
    queues(data) {
      if (watched?.topic === "queues") [queues, decisions] = [data.queues ?? [], data.decisions ?? []];
    },
    heartbeat() {},
  };

  function takeNewer(headline) {
    if (!isOlder(headline, campaigns.get(headline.campaignId))) campaigns.set(headline.campaignId, headline);
  }

  function current() {
    if (latest?.revision !== revision) {
      const detail = metrics && { metrics, ...series.read() };
      latest = { ready, revision, asOf, health, campaigns: new Map(campaigns), detail, queues, decisions };
    }
    return latest;
  }

  /** Whether a picture is held from before what is watched now was first seen. */
  function lacksPicture(picture) {
    return picture !== null && watched !== null && ((!picture.detail && metrics) || (!picture.queues && queues));
  }

  return {
    apply(frame) {
      readers[frame.type]?.(frame.data ?? {});
      if (frame.type === "heartbeat") return;
      asOf = frame.asOf ?? asOf;
      revision += 1;
      if (lacksPicture(held)) held = current();
    },
    /** Forgets what was watched, a campaign's id or a topic, and waits for another. */
    watch(wanted) {
      if (wanted === watched) return;
      watched = wanted;
      metrics = null;
      queues = null;
      decisions = [];
      series.replace([]);
      revision += 1;
      if (held) held = current();
    },
    /** What a page should draw: the picture held, or the latest. */
    view: () => held ?? current(),
    revision: () => (held ? held.revision : revision),
    health: () => health,
    hold() {
      held = current();
    },
    release() {
      held = null;
      revision += 1;
    },
  };
}

function isOlder(news, known) {
  return known !== undefined && known !== null && news.version < known.version;
}
