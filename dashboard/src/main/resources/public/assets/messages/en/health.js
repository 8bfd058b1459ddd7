/** The quality of the data. */
export const health = {
  health: {
    title: "Data quality",
    lead: "Whether what you see is all there is.",
    status: { UP: "up", DOWN: "down", DEGRADED: "degraded", CATCHING_UP: "catching up", UNKNOWN: "unknown" },
    overall: {
      UP: "Everything is counted as it arrives.",
      DEGRADED: "A part is not well. Figures may be old.",
      CATCHING_UP: "Earlier events are still being counted.",
    },
    parts: { kafka: "Kafka: events on their way", redis: "Redis: figures to show", jobs: "Jobs: the counting" },
    partsTitle: "Parts",
    asOf: (moment) => `as of ${moment}, event time`,
    events: "Events per second",
    eventTime: "Event time",
    dead: "Dead letters",
    late: "Late events",
    deadTitle: "Dead letters",
    deadNote: "Events that could not be read. None is lost: replay them after what was wrong is put right.",
    deadNone: "No dead letters. Every event could be read.",
    deadFailed: (reason) => `Dead letters could not be listed${reason ? `: ${reason}` : ""}.`,
    deadShown: (shown, total) => `${shown} of ${total} shown`,
    columns: { received: "Received", from: "From", reason: "Reason", event: "Event", replay: "Replay" },
    show: "Show",
    replay: "Replay",
    replayOf: (id) => `Replay ${id}`,
    replayAll: "Replay all",
    replayed: (accepted, rejected) =>
      `${accepted} taken in` + (rejected > 0 ? `, ${rejected} still cannot be read` : ""),
    replayFailed: (reason) => `Not replayed: ${reason}`,
    noServer: "the server does not answer",
  },
};
