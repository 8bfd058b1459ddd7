/** A line silent for this long is stale: the server sends something every two seconds. */
export const STALE_AFTER = 6_000;

/** What the page may claim about its figures: {kind, since?}, the most worrying thing first. */
export function liveState({ socket, lastFrameAt, now, paused, health }) {
  const silent = lastFrameAt !== null && now - lastFrameAt > STALE_AFTER;
  if (silent) return { kind: "stale", since: lastFrameAt };
  if (lastFrameAt === null) return { kind: socket === "waiting" ? "unreachable" : "connecting" };
  if (socket !== "open") return { kind: "reconnecting", since: lastFrameAt };
  if (paused) return { kind: "paused", since: paused };
  if (health?.status === "CATCHING_UP") return { kind: "catching-up" };
  if (health?.status === "DEGRADED") return { kind: "degraded" };
  return { kind: "live" };
}
