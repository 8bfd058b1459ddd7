/** What is done a while after it was asked for, so that it can be taken back until then. Nothing waits twice: what waited is done when more is asked for. */
export function createSoon({ after, timers = globalThis }) {
  let waiting = null;

  function take() {
    const act = waiting?.act ?? null;
    if (waiting) timers.clearTimeout(waiting.timer);
    waiting = null;
    return act;
  }

  function now() {
    take()?.();
  }

  return {
    isWaiting: () => waiting !== null,
    later(act) {
      now();
      waiting = { act, timer: timers.setTimeout(now, after) };
    },
    /** Does what waits at once. */
    now,
    /** Takes back what waits. */
    undo: () => take() !== null,
  };
}
