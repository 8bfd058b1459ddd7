package io.campaignpulse.dashboard.collect;

import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Has all written to the serving store again: the jobs' views, and next offers from the log. */
public final class Rebuild {
  private static final String ORDER = "REBUILD";

  private final EventLog log;
  private final Runnable nextOffers;

  /**
   * @param nextOffers has these filled in
   */
  public Rebuild(EventLog log, Runnable nextOffers) {
    this.log = log;
    this.nextOffers = nextOffers;
  }

  /** Returns once the order to the jobs is durable. */
  public void order() {
    nextOffers.run();
    log.append(
        List.of(
            new EventLog.Entry(Topics.COMMANDS, ORDER, ORDER.getBytes(StandardCharsets.UTF_8))));
  }
}
