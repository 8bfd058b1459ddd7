import { STALE_AFTER } from "./model/live-state.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;

/** How long to wait before a connection attempt: exponential, with jitter so that viewers do not return as one. */
export function backoff(attempt, random = Math.random()) {
  const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  return ceiling / 2 + random * (ceiling / 2);
}

/** The one WebSocket of the page. Reconnects for ever; a line that stays silent is cut and dialled again. */
export function createFeed({ url, onFrame, now = Date.now, connect = (to) => new WebSocket(to), timers = globalThis }) {
  let socket = null;
  let state = "connecting";
  let attempt = 0;
  let watched = null;
  let lastFrameAt = null;
  let openedAt = null;
  let retry = null;

  function open() {
    retry = null;
    state = attempt === 0 ? "connecting" : "reconnecting";
    openedAt = now();
    const mine = connect(url);
    socket = mine;
    mine.onopen = () => {
      if (watched) mine.send(JSON.stringify({ watch: watched }));
    };
    mine.onmessage = (message) => receive(mine, message.data);
    mine.onclose = () => lost(mine);
  }

  function receive(from, message) {
    if (from !== socket) return;
    state = "open";
    attempt = 0;
    lastFrameAt = now();
    onFrame(JSON.parse(message));
  }

  function lost(closed) {
    if (closed !== socket) return;
    socket = null;
    state = "waiting";
    retry = timers.setTimeout(open, backoff(attempt));
    attempt += 1;
  }

  function cut() {
    const silent = socket;
    silent.onopen = silent.onmessage = silent.onclose = null;
    silent.close();
    lost(silent);
  }

  return {
    open,
    /** Asks for one campaign's detail as well, or for a topic {topic}; null asks for none. */
    watch(wanted) {
      watched = wanted;
      if (socket?.readyState === 1) socket.send(JSON.stringify({ watch: wanted }));
    },
    status: () => ({ socket: state, lastFrameAt, attempt }),
    /** Called every second: cuts a line that has been silent for twice as long as makes it stale. */
    check() {
      if (socket && now() - Math.max(lastFrameAt ?? 0, openedAt) > 2 * STALE_AFTER) cut();
    },
    /** Called when the network is back or the page is looked at again: no need to wait longer. */
    hurry() {
      if (retry === null) return;
      timers.clearTimeout(retry);
      open();
    },
  };
}
